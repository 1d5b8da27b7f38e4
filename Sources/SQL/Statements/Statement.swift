package import Expressions

/// A whole query as a tree; a dialect words it at the last moment.
package indirect enum Statement: Hashable, Sendable {
  case select(Select)
  case union(Union)
  /// A statement whose `FROM` may name common table expressions.
  case with([CommonTable], Statement)
  /// SQL that a person wrote, with its parameters marked.
  case raw(RawStatement)

  /// The columns of the result; empty for raw SQL, whose columns only the database knows.
  package var columns: [ScopeColumn] {
    switch self {
    case .select(let select): select.items.map(\.column)
    case .union(let union): union.columns
    case .with(_, let statement): statement.columns
    case .raw: []
    }
  }
}

/// A named statement in front of another.
package struct CommonTable: Hashable, Sendable {
  package let name: String
  package let statement: Statement

  package init(name: String, statement: Statement) {
    self.name = name
    self.statement = statement
  }
}

/// `SELECT … FROM … WHERE … GROUP BY … HAVING … ORDER BY … LIMIT … OFFSET …`.
package struct Select: Hashable, Sendable {
  package var items: [SelectItem]
  package var isDistinct: Bool
  package var source: TableSource?
  package var joins: [Join]
  package var filter: CheckedExpression?
  package var groups: [CheckedExpression]
  package var having: CheckedExpression?
  package var order: [OrderTerm]
  package var limit: CheckedExpression?
  package var offset: CheckedExpression?

  package init(
    _ items: [SelectItem], from source: TableSource? = nil, filter: CheckedExpression? = nil
  ) {
    self.items = items
    isDistinct = false
    self.source = source
    joins = []
    self.filter = filter
    groups = []
    order = []
  }
}

/// One column of a select.
package struct SelectItem: Hashable, Sendable {
  /// The name of the result's column.
  package let name: String
  package let expression: CheckedExpression
  package let isNullable: Bool
  /// Digits after the point of a decimal, where they are known.
  package let scale: Int?

  package init(
    _ name: String, _ expression: CheckedExpression, isNullable: Bool = true, scale: Int? = nil
  ) {
    self.name = name
    self.expression = expression
    self.isNullable = isNullable
    self.scale = scale
  }

  /// The result's column; one of nulls alone counts as text.
  package var column: ScopeColumn {
    let type = expression.type == .null ? .text : expression.type
    return ScopeColumn(name: name, type: type, isNullable: isNullable, scale: scale)
  }
}

/// What rows are read from.
package indirect enum TableSource: Hashable, Sendable {
  case table(TableName, alias: String)
  case query(Statement, alias: String)
  /// A common table expression by its name.
  case common(String, alias: String)
}

/// A further table beside the first.
package struct Join: Hashable, Sendable {
  /// Which rows without a partner are kept.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case inner, left, right, full, cross
  }

  package let kind: Kind
  package let source: TableSource
  /// The condition; nil for a cross join only.
  package let condition: CheckedExpression?

  package init(_ kind: Kind, _ source: TableSource, on condition: CheckedExpression?) {
    self.kind = kind
    self.source = source
    self.condition = condition
  }
}

/// One key of `ORDER BY`.
package struct OrderTerm: Hashable, Sendable {
  /// What is sorted by.
  package enum Key: Hashable, Sendable {
    /// A column of the result by name.
    case output(String)
    case expression(CheckedExpression)
  }

  package let key: Key
  package let isDescending: Bool
  /// Whether nulls come before all values; else they come last, whichever the direction.
  package let nullsFirst: Bool

  package init(_ key: Key, isDescending: Bool = false, nullsFirst: Bool = false) {
    self.key = key
    self.isDescending = isDescending
    self.nullsFirst = nullsFirst
  }
}

/// Statements with the same number of columns, one under the other.
package struct Union: Hashable, Sendable {
  package var members: [Statement]
  /// Whether equal rows are all kept.
  package var keepsAll: Bool
  /// Names and types of the result.
  package var columns: [ScopeColumn]
  package var order: [OrderTerm]
  package var limit: CheckedExpression?
  package var offset: CheckedExpression?

  package init(_ members: [Statement], keepsAll: Bool, columns: [ScopeColumn]) {
    self.members = members
    self.keepsAll = keepsAll
    self.columns = columns
    order = []
  }
}
