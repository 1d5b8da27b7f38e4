import CKernels

/// Kendall's rank correlation tau-b, in O(n log n).
///
/// Null hypothesis: the two orders are independent, against any relation (two-sided). Without ties
/// and up to 50 pairs the p-value is exact; else it is normal, with the variance corrected for ties.
///
/// - Shape: two columns of equal length; at least 2 complete pairs for tau, 5 for the interval.
/// - Missing: a row that lacks either value is left out and counted.
/// - Source: M. G. Kendall, *Rank Correlation Methods* (1970); W. R. Knight, *JASA* 61 (1966),
///   436–439; E. C. Fieller, H. O. Hartley and E. S. Pearson, *Biometrika* 44 (1957), 470–481, for
///   the interval.
package struct KendallCorrelation: Correlation {
  package static let name = "kendall"
  package static let title = "Kendall's τ-b"
  package static let method =
    "Kendall's τ-b; p normal with the variance corrected for ties, exact without ties up to n = 50; "
    + "interval by Fieller, Hartley and Pearson"

  package let n: Int
  package let missing: Int
  package let infinite: Int
  package let r: Double
  /// Concordant minus discordant pairs of rows.
  package let score: Int
  /// The score over its standard deviation; nil where the p-value is exact.
  package let z: Double?
  package let p: Double?
  package let interval: Interval?

  /// The most pairs for which an exact p-value is computed.
  static let exactLimit = 50

  /// Correlates two columns' doubles, where NaN is a missing value.
  package init(_ x: [Double], _ y: [Double], level: Double = 0.95) throws(StatisticsError) {
    try self.init(PairedSample(x, y), level: level)
  }

  /// Correlates a paired sample.
  package init(_ pairs: PairedSample, level: Double = 0.95) throws(StatisticsError) {
    try checkLevel(level)
    try need(2, of: pairs.count)
    let counts = KendallCounts(pairs)
    guard counts.tiedX < counts.all, counts.tiedY < counts.all else { throw .constant }
    n = pairs.count
    (missing, infinite) = (pairs.missing, pairs.infinite)
    score = counts.score
    let untied = Double(counts.all - counts.tiedX).squareRoot()
    r = min(max(Double(score) / untied / Double(counts.all - counts.tiedY).squareRoot(), -1), 1)
    let isExact = n <= KendallCorrelation.exactLimit && counts.tiedX == 0 && counts.tiedY == 0
    z = isExact ? nil : Double(score) / counts.scoreVariance.squareRoot()
    p = z.map(NormalDistribution.twoSided) ?? counts.exactP
    let error = (0.437 / Double(n - 4)).squareRoot()
    interval =
      n > 4 ? .fisher(r: r, error: error, level: level, method: "Fieller–Hartley–Pearson") : nil
  }
}

/// Pairs of rows counted by how the two columns order them.
private struct KendallCounts {
  let n: Int
  let all: Int
  let tiedX: Int
  let tiedY: Int
  let discordant: Int
  let score: Int
  private let tiesX: [Int]
  private let tiesY: [Int]

  init(_ pairs: PairedSample) {
    n = pairs.count
    // Rows in the order of x, and of y where x is tied: two stable sorts.
    let byY = RadixSort.entries(pairs.y)
    let y = DenseRanks(byY)
    var byX = byY.map { bs_entry(key: pairs.x[Int($0.row)], row: $0.row) }
    RadixSort.sort(&byX)
    let x = DenseRanks(byX)
    (tiesX, tiesY) = (x.ties, y.ties)
    all = n * (n - 1) / 2
    tiedX = KendallCounts.pairs(x.ties)
    tiedY = KendallCounts.pairs(y.ties)
    let (xs, ys) = (byX.map { x.ranks[Int($0.row)] }, byX.map { y.ranks[Int($0.row)] })
    discordant = Inversions.count(ys)
    let tiedBoth = KendallCounts.pairs(KendallCounts.jointTies(xs, ys))
    score = all - tiedX - tiedY + tiedBoth - 2 * discordant
  }

  private static func pairs(_ ties: [Int]) -> Int { ties.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }

  private static func jointTies(_ x: [Int32], _ y: [Int32]) -> [Int] {
    var ties: [Int] = []
    var start = 0
    for place in 1...x.count
    where place == x.count || x[place] != x[start] || y[place] != y[start] {
      ties.append(place - start)
      start = place
    }
    return ties
  }

  /// The variance of the score under independence, ties kept as they are.
  var scoreVariance: Double {
    let n = Double(self.n)
    let (x, y) = (tiesX.map(Double.init), tiesY.map(Double.init))
    func sum(_ ties: [Double], _ term: (Double) -> Double) -> Double {
      ties.reduce(0) { $0 + term($1) }
    }
    let pairs = n * (n - 1)
    let plain = pairs * (2 * n + 5)
    let x1 = sum(x) { $0 * ($0 - 1) * (2 * $0 + 5) }
    let y1 = sum(y) { $0 * ($0 - 1) * (2 * $0 + 5) }
    let triples = sum(x) { $0 * ($0 - 1) * ($0 - 2) } * sum(y) { $0 * ($0 - 1) * ($0 - 2) }
    let both = sum(x) { $0 * ($0 - 1) } * sum(y) { $0 * ($0 - 1) }
    let third = n > 2 ? triples / (9 * pairs * (n - 2)) : 0
    return (plain - x1 - y1) / 18 + both / (2 * pairs) + third
  }

  /// The exact two-sided p-value without ties: the share of permutations with at least so extreme a
  /// number of inversions.
  var exactP: Double {
    var shares = [1.0]
    for size in 2...n {
      var next = [Double](repeating: 0, count: shares.count + size - 1)
      for (inversions, share) in shares.enumerated() {
        for more in 0..<size { next[inversions + more] += share / Double(size) }
      }
      shares = next
    }
    let extreme = min(discordant, all - discordant)
    return min(1, 2 * shares[...extreme].reduce(0, +))
  }
}

/// Each row's place among the distinct values, counted from 0, and the sizes of ties.
private struct DenseRanks {
  let ranks: [Int32]
  let ties: [Int]

  init(_ entries: [bs_entry]) {
    var ties: [Int] = []
    ranks = [Int32](unsafeUninitializedCapacity: entries.count) { ranks, count in
      var rank: Int32 = 0
      entries.withUnsafeBufferPointer { entries in
        forEachRun(entries) { run in
          for place in run { ranks[Int(entries[place].row)] = rank }
          if run.count > 1 { ties.append(run.count) }
          rank += 1
        }
      }
      count = entries.count
    }
    self.ties = ties
  }
}

/// Pairs of values out of order.
enum Inversions {
  /// How many pairs of places hold a larger value before a smaller one, counted by merging.
  static func count(_ values: [Int32]) -> Int {
    var (from, to) = (values, values)
    var total = 0
    var width = 1
    while width < values.count {
      from.withUnsafeBufferPointer { from in
        to.withUnsafeMutableBufferPointer { to in
          for start in stride(from: 0, to: from.count, by: 2 * width) {
            let middle = min(start + width, from.count)
            total += merge(from, to, start..<middle, middle..<min(middle + width, from.count))
          }
        }
      }
      swap(&from, &to)
      width *= 2
    }
    return total
  }

  /// Merges two runs; a value taken from the right passes all that are left of the left run.
  private static func merge(
    _ from: UnsafeBufferPointer<Int32>, _ to: UnsafeMutableBufferPointer<Int32>,
    _ first: Range<Int>, _ second: Range<Int>
  ) -> Int {
    var (left, right, inversions) = (first.lowerBound, second.lowerBound, 0)
    var place = left
    // Without branches on the values, which no processor can guess.
    while left < first.upperBound, right < second.upperBound {
      let (a, b) = (from[left], from[right])
      let takesRight = b < a ? 1 : 0
      to[place] = min(a, b)
      inversions += takesRight * (first.upperBound - left)
      left += 1 - takesRight
      right += takesRight
      place += 1
    }
    for rest in [left..<first.upperBound, right..<second.upperBound] {
      for index in rest {
        to[place] = from[index]
        place += 1
      }
    }
    return inversions
  }
}
