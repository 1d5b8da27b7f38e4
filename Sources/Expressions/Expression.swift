package import Dates
package import Diagnostics

/// An expression as parsed: a tree whose nodes know their place, not yet checked.
package struct Expression: Hashable, Sendable {
  /// What the node is.
  package let node: Node
  /// Where its text stands.
  package let place: SourcePlace
  /// How many levels the tree has; kept low by the parser, so that recursion over it is safe.
  package let height: Int

  package init(_ node: Node, at place: SourcePlace) {
    self.node = node
    self.place = place
    height = 1 + (node.children.lazy.map(\.height).max() ?? 0)
  }

  /// The kinds of nodes.
  package indirect enum Node: Hashable, Sendable {
    case literal(Literal)
    /// A column by its parts: `age`, `u.age`.
    case name([String])
    /// `:min_age`, `:cohort.gender`.
    case parameter([String])
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    case isNull(Expression, negated: Bool)
    case inList(Expression, [Expression], negated: Bool)
    case between(Expression, Expression, Expression, negated: Bool)
    case like(Expression, pattern: Expression, caseSensitive: Bool, negated: Bool)
    /// `case [operand] when … then … else … end`.
    case choice(operand: Expression?, branches: [Branch], otherwise: Expression?)
    case cast(Expression, ValueType)
    case call(Call)
  }

  /// One `when … then …`.
  package struct Branch: Hashable, Sendable {
    package let condition: Expression
    package let result: Expression

    package init(condition: Expression, result: Expression) {
      self.condition = condition
      self.result = result
    }
  }

  /// A function call with all that may follow it.
  package struct Call: Hashable, Sendable {
    /// The function's name in lower case.
    package let name: String
    package let arguments: [Expression]
    /// `count(*)`.
    package let isStar: Bool
    /// `count(distinct x)`.
    package let isDistinct: Bool
    /// `filter (where …)`.
    package let filter: Expression?
    package let window: Window?

    package init(
      name: String, arguments: [Expression], isStar: Bool = false, isDistinct: Bool = false,
      filter: Expression? = nil, window: Window? = nil
    ) {
      self.name = name
      self.arguments = arguments
      self.isStar = isStar
      self.isDistinct = isDistinct
      self.filter = filter
      self.window = window
    }
  }

  /// `over (partition by … order by … rows between … and …)`.
  package struct Window: Hashable, Sendable {
    package let partition: [Expression]
    package let order: [Order]
    package let frame: WindowFrame?

    package init(partition: [Expression], order: [Order], frame: WindowFrame?) {
      self.partition = partition
      self.order = order
      self.frame = frame
    }
  }

  /// One key of an order.
  package struct Order: Hashable, Sendable {
    package let expression: Expression
    package let isDescending: Bool

    package init(_ expression: Expression, isDescending: Bool = false) {
      self.expression = expression
      self.isDescending = isDescending
    }
  }
}

/// `rows between … and …` of a window.
package struct WindowFrame: Hashable, Sendable {
  /// One end of the frame, in rows from the current one.
  package enum Bound: Hashable, Sendable {
    case unboundedPreceding, preceding(Int), currentRow, following(Int), unboundedFollowing
  }

  package let start: Bound
  package let end: Bound

  package init(start: Bound, end: Bound) {
    self.start = start
    self.end = end
  }
}

/// A value written in an expression.
package enum Literal: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  /// A number with a point, as written: it is exact until a type is known.
  case decimal(String)
  case text(String)
  case date(CivilDate)
  case timestamp(Timestamp)
  /// A span of calendar months and microseconds.
  case interval(months: Int, microseconds: Int64)
}

/// An operator before its operand.
package enum UnaryOperator: String, Hashable, Sendable {
  case minus = "-"
  case not
}

/// An operator between its operands.
package enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case concatenate = "||"
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case and
  case or
}
