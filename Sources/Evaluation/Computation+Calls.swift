import Diagnostics
import Expressions
import Frame

extension Computation {
  /// A call's values, one a row, group or report.
  func values(of call: CheckedExpression.Call, at expression: CheckedExpression)
    throws(Diagnostic) -> [Value]
  {
    if call.window != nil || call.function.isWindow { return try window(call, at: expression) }
    if call.function.isAggregate { return try aggregate(call, at: expression) }
    let arguments = try call.arguments.mapping { argument throws(Diagnostic) in
      try values(of: argument)
    }
    return (0..<count).map { row in
      RowFunctions.apply(call.function, arguments.map { $0[row] }, now: data.now)
    }
  }

  /// An aggregate: over a query that its arguments name, else over the rows at hand or each group.
  private func aggregate(_ call: CheckedExpression.Call, at expression: CheckedExpression)
    throws(Diagnostic) -> [Value]
  {
    if case .rows(let query)? = call.arguments.first?.node, call.filter == nil {
      return Array(
        repeating: .integer(Int64(data.frames[query]?.rowCount ?? 0)), count: count)
    }
    if let source = try sourceFrame(of: call, at: expression) {
      let inner = Computation(data: data, frame: source, groups: nil, series: nil)
      let value = try inner.aggregate(call, over: [Array(0..<source.rowCount)], at: expression)[0]
      return Array(repeating: value, count: count)
    }
    let rows = Computation(data: data, frame: frame, groups: nil, series: nil)
    if let groups { return try rows.aggregate(call, over: groups, at: expression) }
    let all = try rows.aggregate(call, over: [Array(0..<rows.count)], at: expression)
    return Array(repeating: all[0], count: count)
  }

  /// The frame of the query that an aggregate's arguments name, its columns under `query.column`
  /// too; nil where they name none.
  private func sourceFrame(of call: CheckedExpression.Call, at expression: CheckedExpression)
    throws(Diagnostic) -> DataFrame?
  {
    let parts = call.arguments + (call.filter.map { [$0] } ?? [])
    var names: [String] = []
    for name in parts.flatMap(\.queries) where !names.contains(name) { names.append(name) }
    guard let name = names.first else { return nil }
    guard names.count == 1 else {
      throw Diagnostic(
        "an aggregate reads the rows of one query, found '\(names[0])' and '\(names[1])'",
        at: expression.place)
    }
    return data.frames[name]
  }

  /// One value a group of this computation's rows.
  private func aggregate(
    _ call: CheckedExpression.Call, over groups: [[Int]], at expression: CheckedExpression
  ) throws(Diagnostic) -> [Value] {
    let arguments = try call.arguments.mapping { argument throws(Diagnostic) in
      try values(of: argument.ownColumns)
    }
    let filter = try call.filter.mapping { filter throws(Diagnostic) in
      try values(of: filter.ownColumns)
    }
    return try groups.mapping { rows throws(Diagnostic) in
      let kept = filter.map { filter in rows.filter { filter[$0] == .boolean(true) } } ?? rows
      let values = arguments.map { argument in kept.map { argument[$0] } }
      guard
        let value = Aggregates.apply(
          call.function, values, isDistinct: call.isDistinct, rows: kept.count)
      else {
        throw Diagnostic(
          "the sum does not fit a whole number of 64 bits", at: expression.place,
          hints: ["cast the argument: 'sum(cast(… as double))'"])
      }
      return value
    }
  }
}
