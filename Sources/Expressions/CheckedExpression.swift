package import Diagnostics

/// An expression whose names are resolved and whose types are right: what the compiler words and
/// the evaluator computes.
package struct CheckedExpression: Hashable, Sendable {
  package let node: Node
  package let type: ValueType
  package let place: SourcePlace

  package init(_ node: Node, type: ValueType, at place: SourcePlace) {
    self.node = node
    self.type = type
    self.place = place
  }

  /// The kinds of nodes; as in ``Expression/Node``, with names resolved.
  package indirect enum Node: Hashable, Sendable {
    case literal(Literal)
    case column(ColumnReference)
    /// A parameter by its full name, such as `min_age` or `cohort.gender`.
    case parameter(String)
    /// The rows of a query (`people`), as an argument of count in a report's own expressions.
    case rows(query: String)
    case unary(UnaryOperator, CheckedExpression)
    case binary(BinaryOperator, CheckedExpression, CheckedExpression)
    case isNull(CheckedExpression, negated: Bool)
    case inList(CheckedExpression, [CheckedExpression], negated: Bool)
    case between(CheckedExpression, CheckedExpression, CheckedExpression, negated: Bool)
    case like(
      CheckedExpression, pattern: CheckedExpression, caseSensitive: Bool, negated: Bool)
    case choice(
      operand: CheckedExpression?, branches: [Branch], otherwise: CheckedExpression?)
    case cast(CheckedExpression, ValueType)
    case call(Call)
  }

  /// One `when … then …`.
  package struct Branch: Hashable, Sendable {
    package let condition: CheckedExpression
    package let result: CheckedExpression

    package init(condition: CheckedExpression, result: CheckedExpression) {
      self.condition = condition
      self.result = result
    }
  }

  /// A call of a catalogue function.
  package struct Call: Hashable, Sendable {
    package let function: Function
    package let arguments: [CheckedExpression]
    package let isDistinct: Bool
    package let filter: CheckedExpression?
    package let window: Window?

    package init(
      function: Function, arguments: [CheckedExpression], isDistinct: Bool = false,
      filter: CheckedExpression? = nil, window: Window? = nil
    ) {
      self.function = function
      self.arguments = arguments
      self.isDistinct = isDistinct
      self.filter = filter
      self.window = window
    }
  }

  /// A checked window.
  package struct Window: Hashable, Sendable {
    package let partition: [CheckedExpression]
    package let order: [Order]
    package let frame: WindowFrame?

    package init(partition: [CheckedExpression], order: [Order], frame: WindowFrame?) {
      self.partition = partition
      self.order = order
      self.frame = frame
    }
  }

  /// One checked key of an order.
  package struct Order: Hashable, Sendable {
    package let expression: CheckedExpression
    package let isDescending: Bool

    package init(_ expression: CheckedExpression, isDescending: Bool) {
      self.expression = expression
      self.isDescending = isDescending
    }
  }
}

/// A resolved column.
package struct ColumnReference: Hashable, Sendable, CustomStringConvertible {
  /// The alias of its table in the query, or the name of the query in a report's own expressions;
  /// nil for a column of the frame at hand.
  package let table: String?
  package let name: String

  package init(table: String?, name: String) {
    self.table = table
    self.name = name
  }

  /// The column as a person writes it: `u.age`, or `age` of the frame at hand.
  package var description: String { [table, name].compactMap(\.self).joined(separator: ".") }
}

/// A column that an expression may name.
package struct ScopeColumn: Hashable, Sendable {
  package let name: String
  package let type: ValueType
  package let isNullable: Bool
  /// Digits after the point of a decimal column, where they are known.
  package let scale: Int?

  package init(name: String, type: ValueType, isNullable: Bool = true, scale: Int? = nil) {
    self.name = name
    self.type = type
    self.isNullable = isNullable
    self.scale = scale
  }
}

/// All that an expression may name at its place.
package struct Scope: Hashable, Sendable {
  /// Tables by alias, in order; a bare column name must be in just one of them.
  ///
  /// A report's own expressions over the rows of one query have that query's columns under the
  /// alias nil.
  package var tables: [(alias: String?, columns: [ScopeColumn])]
  /// Queries that a report's own expression may name as `query.column` or `query`; empty in a query.
  package var queries: [(name: String, columns: [ScopeColumn])]
  /// Parameters by full name, such as `min_age`, `cohort.gender`.
  package var parameters: [String: ValueType]
  /// Whether functions that only we can evaluate (`missing`, `missing_share`, `bin`, …) are known,
  /// and parameters may be named without their colon.
  package var isLocal: Bool
  /// The clause that reads single rows and so takes no aggregate, such as `where`; nil where
  /// aggregates may stand.
  package var rowClause: String?

  package init(
    tables: [(alias: String?, columns: [ScopeColumn])] = [],
    queries: [(name: String, columns: [ScopeColumn])] = [],
    parameters: [String: ValueType] = [:], isLocal: Bool = false, rowClause: String? = nil
  ) {
    self.tables = tables
    self.queries = queries
    self.parameters = parameters
    self.isLocal = isLocal
    self.rowClause = rowClause
  }

  package static func == (a: Scope, b: Scope) -> Bool {
    a.parameters == b.parameters && a.isLocal == b.isLocal && a.rowClause == b.rowClause
      && a.tables.elementsEqual(b.tables) { $0.alias == $1.alias && $0.columns == $1.columns }
      && a.queries.elementsEqual(b.queries) { $0.name == $1.name && $0.columns == $1.columns }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(parameters)
    hasher.combine(isLocal)
  }
}
