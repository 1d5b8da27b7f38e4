import Diagnostics
package import Expressions
package import Frame

/// One walk over a checked expression: a column of values for each node, bottom up.
struct Computation {
  let data: ReportData
  /// The rows at hand; nil over the whole report, which counts as one row.
  let frame: DataFrame?
  /// Where set, results have one value a group, and aggregates see a group's rows.
  let groups: [[Int]]?
  /// Where set, a window without a partition sees each series of rows by itself.
  let series: [[Int]]?

  /// How many values a result has.
  var count: Int { groups?.count ?? frame?.rowCount ?? 1 }

  /// The result as a column of the expression's type.
  func column(of expression: CheckedExpression) throws(Diagnostic) -> Column {
    if groups == nil, case .column(let reference) = expression.node, reference.table == nil,
      let column = frame?[reference.name]
    {
      return column
    }
    if let fast = try fastArithmetic(expression) { return fast }
    let values = try values(of: expression)
    return Column(values, type: columnType(expression, values))
  }

  /// The type that holds the values: what the checker said, unless the values say it is wider.
  private func columnType(_ expression: CheckedExpression, _ values: [Value]) -> ColumnType {
    if expression.type == .integer, values.contains(where: { $0.type == .double }) {
      return .double
    }
    if expression.type == .null { return values.lazy.compactMap(\.type).first ?? .double }
    return expression.type.columnType
  }

  /// The values, one a row, group or report.
  func values(of expression: CheckedExpression) throws(Diagnostic) -> [Value] {
    switch expression.node {
    case .literal(let literal): return Array(repeating: Value(literal), count: count)
    case .parameter(let name): return Array(repeating: data.parameters[name] ?? .null, count: count)
    case .column(let reference): return try values(of: reference, at: expression)
    case .rows(let query):
      return Array(repeating: .integer(Int64(data.frames[query]?.rowCount ?? 0)), count: count)
    case .unary(let op, let operand):
      return try values(of: operand).map { Arithmetic.apply(op, to: $0) }
    case .binary(let op, let left, let right): return try binary(op, left, right, expression)
    case .isNull(let operand, let negated):
      return try values(of: operand).map { .boolean($0.isNull != negated) }
    case .inList, .between, .like: return try predicate(expression)
    case .choice(let operand, let branches, let otherwise):
      return try choice(operand, branches, otherwise)
    case .cast(let operand, let type):
      let place = expression.place
      return try values(of: operand).mapping { value throws(Diagnostic) in
        try Casting.cast(value, to: type, at: place)
      }
    case .call(let call): return try values(of: call, at: expression)
    }
  }

  private func values(of reference: ColumnReference, at expression: CheckedExpression)
    throws(Diagnostic) -> [Value]
  {
    guard let query = reference.table else {
      guard let column = frame?[reference.name] else {
        throw Diagnostic("there is no column '\(reference.name)' here", at: expression.place)
      }
      if let groups { return groups.map { $0.first.map { column[$0] } ?? .null } }
      return (0..<column.count).map { column[$0] }
    }
    guard let source = data.frames[query], let column = source[reference.name] else {
      throw Diagnostic("query '\(query)' has no column '\(reference.name)'", at: expression.place)
    }
    guard source.rowCount <= 1 else {
      throw Diagnostic(
        "'\(query).\(reference.name)' has \(source.rowCount) rows here, expected one",
        at: expression.place,
        hints: ["say which one is meant, for instance 'mean(\(query).\(reference.name))'"])
    }
    return Array(repeating: source.rowCount == 1 ? column[0] : .null, count: count)
  }

  private func binary(
    _ op: BinaryOperator, _ left: CheckedExpression, _ right: CheckedExpression,
    _ whole: CheckedExpression
  ) throws(Diagnostic) -> [Value] {
    let (a, b) = (try values(of: left), try values(of: right))
    return try a.indices.mapping { row throws(Diagnostic) in
      guard let value = Arithmetic.apply(op, a[row], b[row]) else {
        throw Diagnostic(
          "\(a[row]) \(op.rawValue) \(b[row]) does not fit a whole number of 64 bits",
          at: whole.place, hints: ["cast one side: 'cast(… as double)'"])
      }
      return value
    }
  }

  private func predicate(_ expression: CheckedExpression) throws(Diagnostic) -> [Value] {
    switch expression.node {
    case .inList(let operand, let items, let negated):
      let values = try values(of: operand)
      let lists = try items.mapping { item throws(Diagnostic) in try self.values(of: item) }
      return values.indices.map { row in
        Comparison.contains(values[row], in: lists.map { $0[row] }).negated(if: negated)
      }
    case .between(let operand, let low, let high, let negated):
      let (value, low, high) = (
        try values(of: operand), try values(of: low), try values(of: high)
      )
      return value.indices.map { row in
        let above = Comparison.apply(.greaterOrEqual, value[row], low[row])
        let below = Comparison.apply(.lessOrEqual, value[row], high[row])
        return Comparison.and(above, below).negated(if: negated)
      }
    case .like(let operand, let pattern, let caseSensitive, let negated):
      let (text, pattern) = (try values(of: operand), try values(of: pattern))
      return text.indices.map { row in
        guard case .text(let text) = text[row], case .text(let pattern) = pattern[row] else {
          return .null
        }
        let isMatch = LikePattern(pattern, caseSensitive: caseSensitive).matches(text)
        return .boolean(isMatch != negated)
      }
    default: return []
    }
  }

  private func choice(
    _ operand: CheckedExpression?, _ branches: [CheckedExpression.Branch],
    _ otherwise: CheckedExpression?
  ) throws(Diagnostic) -> [Value] {
    let subject = try operand.mapping { operand throws(Diagnostic) in try values(of: operand) }
    let tests = try branches.mapping { branch throws(Diagnostic) in
      try values(of: branch.condition)
    }
    let results = try branches.mapping { branch throws(Diagnostic) in
      try values(of: branch.result)
    }
    let last = try otherwise.mapping { last throws(Diagnostic) in try values(of: last) }
    return (0..<count).map { row in
      for index in branches.indices {
        let test = tests[index][row]
        let holds = subject.map { Comparison.apply(.equal, $0[row], test) } ?? test
        if holds == .boolean(true) { return results[index][row] }
      }
      return last?[row] ?? .null
    }
  }
}

extension Value {
  /// The value of a literal; an interval alone has none.
  package init(_ literal: Literal) {
    switch literal {
    case .null, .interval: self = .null
    case .boolean(let value): self = .boolean(value)
    case .integer(let value): self = .integer(value)
    case .decimal(let text): self = Casting.decimal(text) ?? .double(Double(text) ?? .nan)
    case .text(let value): self = .text(value)
    case .date(let value): self = .date(value)
    case .timestamp(let value): self = .timestamp(value)
    }
  }

  /// A truth value turned round where asked; null stays null.
  func negated(if condition: Bool) -> Value {
    guard condition, case .boolean(let value) = self else { return self }
    return .boolean(!value)
  }
}

extension Sequence {
  /// As `map`, with the closure's error type kept.
  func mapping<T, E: Error>(_ transform: (Element) throws(E) -> T) throws(E) -> [T] {
    var results: [T] = []
    results.reserveCapacity(underestimatedCount)
    for element in self { results.append(try transform(element)) }
    return results
  }
}

extension Optional {
  /// As `map`, with the closure's error type kept.
  func mapping<T, E: Error>(_ transform: (Wrapped) throws(E) -> T) throws(E) -> T? {
    guard let self else { return nil }
    return try transform(self)
  }
}
