/// How tightly an operator binds, from loose to tight.
enum Precedence: Int, Comparable {
  case lowest, or, and, not, isNull, comparison, membership, concatenation, sum, product, minus
  case atom

  static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }

  /// The next tighter one.
  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .atom }
}

extension BinaryOperator {
  /// How tightly the operator binds.
  var precedence: Precedence {
    switch self {
    case .or: .or
    case .and: .and
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
    case .concatenate: .concatenation
    case .add, .subtract: .sum
    case .multiply, .divide, .remainder: .product
    }
  }

  /// Whether the operator compares.
  package var isComparison: Bool { precedence == .comparison }

  /// Whether the operator calculates with numbers.
  package var isArithmetic: Bool { precedence == .sum || precedence == .product }
}

extension Expression.Node {
  /// How tightly the node's outermost operator binds.
  var precedence: Precedence {
    switch self {
    case .binary(let sign, _, _): sign.precedence
    case .unary(.not, _): .not
    case .unary(.minus, _): .minus
    case .isNull: .isNull
    case .inList, .between, .like: .membership
    case .literal(let literal): literal.isNegative ? .minus : .atom
    case .name, .parameter, .choice, .cast, .call: .atom
    }
  }
}

extension Literal {
  /// Whether the literal is written with a minus.
  var isNegative: Bool {
    switch self {
    case .integer(let value): value < 0
    case .decimal(let digits): digits.hasPrefix("-")
    default: false
    }
  }
}
