import Diagnostics
import Expressions
import Frame
import Statistics

extension Computation {
  /// A window function's value for each row, partition by partition in the window's order.
  func window(_ call: CheckedExpression.Call, at expression: CheckedExpression)
    throws(Diagnostic) -> [Value]
  {
    guard groups == nil, frame != nil else {
      throw Diagnostic(
        "'\(call.function.rawValue)' looks at rows one after another; here there are none",
        at: expression.place)
    }
    let arguments = try call.arguments.mapping { argument throws(Diagnostic) in
      try values(of: argument)
    }
    let filter = try call.filter.mapping { filter throws(Diagnostic) in try values(of: filter) }
    var results = [Value](repeating: .null, count: count)
    for (rows, keys) in try partitions(call.window) {
      let run = WindowRun(
        arguments: arguments.map { argument in rows.map { argument[$0] } },
        isKept: filter.map { filter in rows.map { filter[$0] == .boolean(true) } },
        keys: keys, frame: call.window?.frame, isOrdered: !(call.window?.order.isEmpty ?? true))
      guard let values = run.apply(call) else {
        throw Diagnostic(
          "the sum does not fit a whole number of 64 bits", at: expression.place,
          hints: ["cast the argument: 'cast(… as double)'"])
      }
      for (index, row) in rows.enumerated() { results[row] = values[index] }
    }
    return results
  }

  /// The partitions' rows in the window's order, with the values they are ordered by.
  private func partitions(_ window: CheckedExpression.Window?) throws(Diagnostic)
    -> [(rows: [Int], keys: [[Value]])]
  {
    guard let window else {
      return (series ?? [Array(0..<count)]).map { ($0, Array(repeating: [], count: $0.count)) }
    }
    let partition = try window.partition.mapping { key throws(Diagnostic) in
      try column(of: key)
    }
    let order = try window.order.mapping { key throws(Diagnostic) in
      (column: try column(of: key.expression), descending: key.isDescending)
    }
    let sorted = DataFrame.sortedRows(count: count, by: order)
    let groups = DataFrame.groups(count: count, by: partition.map { $0.picking(sorted) })
    return groups.map { group in
      let rows = group.rows.map { sorted[$0] }
      return (rows, rows.map { row in order.map { $0.column[row] } })
    }
  }
}

/// One partition of a window: its rows' arguments in order.
private struct WindowRun {
  let arguments: [[Value]]
  let isKept: [Bool]?
  let keys: [[Value]]
  let frame: WindowFrame?
  let isOrdered: Bool

  var count: Int { keys.count }

  func apply(_ call: CheckedExpression.Call) -> [Value]? {
    switch call.function {
    case .row_number: return (0..<count).map { .integer(Int64($0 + 1)) }
    case .rank, .dense_rank: return ranks(dense: call.function == .dense_rank)
    case .ntile: return tiles(whole(0, or: 1))
    case .lag: return shifted(by: -whole(1, or: 1))
    case .lead: return shifted(by: whole(1, or: 1))
    case .moving_average: return movingAverage(whole(1, or: 1))
    case .ewma: return ewma(whole(1, or: 1))
    case .change: return change()
    case .cumulative: return cumulative()
    case .first_value, .last_value: return edges(last: call.function == .last_value)
    default: return aggregates(call.function, frame)
    }
  }

  private func whole(_ argument: Int, or standard: Int) -> Int {
    guard argument < arguments.count, case .integer(let n)? = arguments[argument].first else {
      return standard
    }
    return Int(clamping: n)
  }

  private func ranks(dense: Bool) -> [Value] {
    var results: [Value] = []
    var rank = 0
    for row in 0..<count {
      if row == 0 || keys[row] != keys[row - 1] { rank = dense ? rank + 1 : row + 1 }
      results.append(.integer(Int64(rank)))
    }
    return results
  }

  private func tiles(_ n: Int) -> [Value] {
    let (size, larger) = count.quotientAndRemainder(dividingBy: max(1, n))
    return (0..<count).map { row in
      let tile =
        row < larger * (size + 1)
        ? row / (size + 1) : larger + (row - larger * (size + 1)) / max(1, size)
      return .integer(Int64(tile + 1))
    }
  }

  private func shifted(by distance: Int) -> [Value] {
    (0..<count).map { row in
      let (source, overflows) = row.addingReportingOverflow(distance)
      if !overflows, (0..<count).contains(source) { return arguments[0][source] }
      return arguments.count > 2 ? arguments[2][row] : .null
    }
  }

  /// The mean of the last `n` rows; null until there are as many, or where one is null.
  private func movingAverage(_ n: Int) -> [Value] {
    series(try? MovingAverage(doubles, window: n).values)
  }

  /// Exponentially weighted from the first value on, weight 2/(span + 1); null where the value is.
  private func ewma(_ span: Int) -> [Value] {
    series(try? Ewma(doubles, span: Double(span)).values)
  }

  private var doubles: [Double] { arguments[0].map { $0.number ?? .nan } }

  private func series(_ values: [Double]?) -> [Value] {
    (values ?? Array(repeating: .nan, count: count)).map { $0.isNaN ? .null : .double($0) }
  }

  /// The running sum in the values' own type; a null adds nothing and stays null.
  private func cumulative() -> [Value]? {
    if case .double? = arguments[0].lazy.first(where: { !$0.isNull }) {
      return series(Cumulative(doubles).values)
    }
    var results: [Value] = []
    var total: Value = .integer(0)
    for value in arguments[0] {
      guard !value.isNull else {
        results.append(.null)
        continue
      }
      guard let next = Arithmetic.apply(.add, total, value) else { return nil }
      total = next
      results.append(next)
    }
    return results
  }

  private func change() -> [Value]? {
    var results: [Value] = []
    for row in 0..<count {
      guard row > 0 else {
        results.append(.null)
        continue
      }
      guard let step = Arithmetic.apply(.subtract, arguments[0][row], arguments[0][row - 1]) else {
        return nil
      }
      results.append(step)
    }
    return results
  }

  private func edges(last: Bool) -> [Value] {
    (0..<count).map { row in
      let rows = range(at: row, frame)
      guard !rows.isEmpty else { return .null }
      return arguments[0][last ? rows.upperBound - 1 : rows.lowerBound]
    }
  }

  private func aggregates(_ function: Function, _ frame: WindowFrame?) -> [Value]? {
    var results: [Value] = []
    var known: (rows: Range<Int>, value: Value)?
    for row in 0..<count {
      let rows = range(at: row, frame)
      if let known, known.rows == rows {
        results.append(known.value)
        continue
      }
      let kept = rows.filter { isKept?[$0] ?? true }
      let values = arguments.map { argument in kept.map { argument[$0] } }
      guard let value = Aggregates.apply(function, values, isDistinct: false, rows: kept.count)
      else {
        return nil
      }
      known = (rows, value)
      results.append(value)
    }
    return results
  }

  /// The rows a row's window frame covers: without a frame all, or in an order all up to the row and
  /// its peers, as SQL has it.
  private func range(at row: Int, _ frame: WindowFrame?) -> Range<Int> {
    guard let frame else {
      guard isOrdered else { return 0..<count }
      var end = row + 1
      while end < count, keys[end] == keys[row] { end += 1 }
      return 0..<end
    }
    let start = place(frame.start, row)
    let end = place(frame.end, row)
    return clamped(start, end + 1)
  }

  private func clamped(_ start: Int, _ end: Int) -> Range<Int> {
    let low = min(max(0, start), count)
    return low..<max(low, min(count, end))
  }

  private func place(_ bound: WindowFrame.Bound, _ row: Int) -> Int {
    switch bound {
    case .unboundedPreceding: 0
    case .preceding(let n): row - min(n, count + 1)
    case .currentRow: row
    case .following(let n): row + min(n, count + 1)
    case .unboundedFollowing: count - 1
    }
  }
}
