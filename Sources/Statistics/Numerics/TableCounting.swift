import Glibc

/// The probability of all cross tables that are at most as likely as a given one, its margins given.
///
/// Tables are filled column by column. What remains of the row totals, in ascending order, and the
/// probability so far are all that later columns depend on, so that beginnings which agree in both
/// are counted as one.
struct TableCounting {
  /// The sum over tables at most as likely as the given one.
  let p: Double

  /// A beginning of tables: what remains of the rows, and how likely each is.
  private struct Beginning: Hashable {
    let rest: [Int]
    /// The logarithm of the probability so far, in steps finer than any that decide.
    let likelihood: Int64
  }

  /// A table of at least two rows and columns, none of them empty.
  init(_ counts: [[Int]], effortLimit: Int) throws(StatisticsError) {
    // Fewer rows make fewer different rests.
    let counts = counts.count > counts[0].count ? counts.transposed : counts
    let columns = counts.transposed.map { $0.reduce(0, +) }.sorted(by: >)
    let rows = counts.map { $0.reduce(0, +) }
    let logs = LogFactorials(upTo: rows.reduce(0, +))
    let found = logs.tableConstant(rows: rows, columns: columns) - logs.sum(of: counts.joined())
    var level = [Beginning(rest: rows.sorted(), likelihood: 0): 1.0]
    var effort = 0.0
    for column in columns {
      var next: [Beginning: Double] = [:]
      for (beginning, weight) in level {
        // Counted before they are made, so that a hopeless table is given up at once.
        effort += TableCounting.ways(column, into: beginning.rest)
        guard effort <= Double(effortLimit) else {
          throw .invalidParameter("table too large to count exactly")
        }
        let all = logs.choose(beginning.rest.reduce(0, +), column)
        TableCounting.fill(column, into: beginning.rest) { cells in
          let share = zip(beginning.rest, cells).reduce(-all) { $0 + logs.choose($1.0, $1.1) }
          let key = Beginning(
            rest: zip(beginning.rest, cells).map { $0 - $1 }.sorted(),
            likelihood: beginning.likelihood + Int64((share * 1e10).rounded()))
          next[key, default: 0] += weight * exp(share)
        }
      }
      level = next
    }
    // Sorted, so that the sum does not depend on the order of a dictionary.
    let limit = Int64(((found + 1e-7) * 1e10).rounded())
    p = min(1, level.filter { $0.key.likelihood <= limit }.map(\.value).sorted().sum)
  }

  /// How many ways there are to share a column total among rows with so much left.
  private static func ways(_ total: Int, into rest: [Int]) -> Double {
    var ways = [1.0] + Array(repeating: 0, count: total)
    for room in rest {
      var (next, sum) = (ways, 0.0)
      for filled in 0...total {
        sum += ways[filled] - (filled > room ? ways[filled - room - 1] : 0)
        next[filled] = sum
      }
      ways = next
    }
    return ways[total]
  }

  /// Calls `body` with each of those ways.
  private static func fill(_ total: Int, into rest: [Int], _ body: ([Int]) -> Void) {
    var cells = Array(repeating: 0, count: rest.count)
    let room = rest.indices.map { rest[$0...].reduce(0, +) } + [0]
    func place(_ row: Int, _ left: Int) {
      guard row < rest.count else { return body(cells) }
      let least = max(0, left - room[row + 1])
      guard least <= min(rest[row], left) else { return }
      for count in least...min(rest[row], left) {
        cells[row] = count
        place(row + 1, left - count)
      }
    }
    place(0, total)
  }
}

/// Logarithms of factorials.
private struct LogFactorials {
  private let logs: [Double]

  init(upTo n: Int) {
    var (logs, sum) = ([0.0], CompensatedSum())
    for k in stride(from: 1, through: n, by: 1) {
      sum.add(log(Double(k)))
      logs.append(sum.value)
    }
    self.logs = logs
  }

  func choose(_ n: Int, _ k: Int) -> Double { logs[n] - logs[k] - logs[n - k] }

  func sum(of counts: some Sequence<Int>) -> Double { counts.map { logs[$0] }.sum }

  /// The logarithm of Π rows! Π columns! / n!.
  func tableConstant(rows: [Int], columns: [Int]) -> Double {
    sum(of: rows) + sum(of: columns) - logs[rows.reduce(0, +)]
  }
}

extension [[Int]] {
  /// Columns as rows.
  fileprivate var transposed: [[Int]] {
    (first ?? []).indices.map { column in map { $0[column] } }
  }
}
