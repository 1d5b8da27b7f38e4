import Diagnostics
import Expressions
import Frame

extension Computation {
  /// Arithmetic on whole columns of doubles without a detour over single values; nil where the
  /// expression is no such thing.
  func fastArithmetic(_ expression: CheckedExpression) throws(Diagnostic) -> Column? {
    guard groups == nil, let frame, expression.type == .double,
      case .binary(let op, let left, let right) = expression.node,
      let a = operand(left, of: frame), let b = operand(right, of: frame)
    else { return nil }
    switch op {
    case .add: return combine(a, b) { $0 + $1 }
    case .subtract: return combine(a, b) { $0 - $1 }
    case .multiply: return combine(a, b) { $0 * $1 }
    case .divide: return combine(a, b, isDivision: true) { $0 / $1 }
    default: return nil
    }
  }

  /// Doubles with their presence, as an operand.
  private struct Operand {
    let values: [Double]
    let presence: [Bool]?
  }

  private func operand(_ expression: CheckedExpression, of frame: DataFrame) -> Operand? {
    switch expression.node {
    case .column(let reference) where reference.table == nil:
      guard let column = frame[reference.name], column.type.isNumeric else { return nil }
      return Operand(values: column.doubles, presence: column.presence)
    case .literal(.integer(let value)):
      return Operand(values: Array(repeating: Double(value), count: count), presence: nil)
    case .literal(.decimal(let text)):
      return Operand(values: Array(repeating: Double(text) ?? .nan, count: count), presence: nil)
    case .binary:
      guard expression.type == .double, let column = try? fastArithmetic(expression) else {
        return nil
      }
      return Operand(values: column.doubles, presence: column.presence)
    default: return nil
    }
  }

  private func combine(
    _ a: Operand, _ b: Operand, isDivision: Bool = false, _ operation: (Double, Double) -> Double
  ) -> Column {
    let values = a.values.indices.map { operation(a.values[$0], b.values[$0]) }
    let hasHoles = a.presence != nil || b.presence != nil || (isDivision && b.values.contains(0))
    guard hasHoles else { return Column(.double(values)) }
    let presence = values.indices.map { row in
      (a.presence?[row] ?? true) && (b.presence?[row] ?? true)
        && !(isDivision && b.values[row] == 0)
    }
    return Column(.double(values), presence: presence)
  }
}
