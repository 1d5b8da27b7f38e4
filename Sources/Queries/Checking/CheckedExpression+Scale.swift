import Expressions

extension CheckedExpression {
  /// Digits after the point of a decimal result, by the rules of exact arithmetic: the larger of
  /// two for a sum, both together for a product; nil where they are not known.
  func scale(in scope: Scope) -> Int? {
    if type == .integer { return 0 }
    guard type == .decimal else { return nil }
    switch node {
    case .literal(.decimal(let digits)):
      return digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count
        ?? 0
    case .column(let column):
      return scope.tables.first { $0.alias == column.table }?.columns
        .first { $0.name == column.name }?.scale
    case .unary(.minus, let operand): return operand.scale(in: scope)
    case .binary(.multiply, let a, let b):
      guard let x = a.scale(in: scope), let y = b.scale(in: scope) else { return nil }
      return x + y
    case .binary(_, let a, let b): return widest([a, b], in: scope)
    case .choice(_, let branches, let otherwise):
      return widest(branches.map(\.result) + [otherwise].compactMap(\.self), in: scope)
    case .call(let call): return call.scale(in: scope)
    default: return nil
    }
  }
}

extension CheckedExpression.Call {
  fileprivate func scale(in scope: Scope) -> Int? {
    switch function {
    case .round, .floor, .ceil:
      guard arguments.count == 2 else { return 0 }
      guard case .literal(.integer(let digits)) = arguments[1].node else { return nil }
      return max(0, Int(clamping: digits))
    case .lag, .lead: return widest([arguments.first, arguments.dropFirst(2).first], in: scope)
    case .nullif: return arguments.first?.scale(in: scope)
    case .coalesce, .least, .greatest: return widest(arguments, in: scope)
    default: return arguments.first?.scale(in: scope)
    }
  }
}

/// The largest scale of values that are not null; nil where one is not known.
private func widest(_ values: [CheckedExpression?], in scope: Scope) -> Int? {
  let scales = values.compactMap(\.self).filter { $0.type != .null }.map { $0.scale(in: scope) }
  return scales.contains(nil) ? nil : scales.compactMap(\.self).max()
}
