package import Diagnostics
package import Expressions
package import SQL

/// One query of a spec as read: names are not resolved yet.
package struct QueryPlan: Hashable, Sendable {
  package let name: String
  /// The place of the query's name.
  package let place: SourcePlace
  /// The source it reads; nil for the spec's only one.
  package let source: String?
  package let body: Body

  package init(name: String, at place: SourcePlace, source: String?, body: Body) {
    self.name = name
    self.place = place
    self.source = source
    self.body = body
  }

  /// What a query consists of.
  package indirect enum Body: Hashable, Sendable {
    case select(SelectPlan)
    /// SQL as the person wrote it.
    case raw(SourceText, parts: [RawStatement.Part])
  }
}

/// A query in the spec's own words.
package struct SelectPlan: Hashable, Sendable {
  /// Common table expressions, each of which may read those before it.
  package var common: [QueryPlan] = []
  package var from: TableReference?
  package var joins: [JoinPlan] = []
  package var items: [Item] = []
  package var isDistinct = false
  /// Conditions that must all hold.
  package var filter: [Expression] = []
  package var groups: [Expression] = []
  package var having: [Expression] = []
  package var order: [OrderPlan] = []
  package var limit: Expression?
  package var offset: Expression?
  package var union: UnionPlan?

  package init() {}

  /// One entry of `select`.
  package enum Item: Hashable, Sendable {
    /// `*`, or `u.*`, with its place.
    case all(table: String?, SourcePlace)
    case column(name: String, Expression)
  }
}

/// A table, or another query, that is read.
package struct TableReference: Hashable, Sendable {
  package let table: TableName
  /// The name under which expressions know it.
  package let alias: String
  package let place: SourcePlace

  package init(_ table: TableName, as alias: String? = nil, at place: SourcePlace) {
    self.table = table
    self.alias = alias ?? table.parts.last ?? ""
    self.place = place
  }
}

/// One entry of `join`.
package struct JoinPlan: Hashable, Sendable {
  package let kind: Join.Kind
  package let table: TableReference
  package let condition: Expression?
}

/// One key of `order_by`.
package struct OrderPlan: Hashable, Sendable {
  package let expression: Expression
  package let isDescending: Bool
  package let nullsFirst: Bool

  package init(_ expression: Expression, isDescending: Bool = false, nullsFirst: Bool = false) {
    self.expression = expression
    self.isDescending = isDescending
    self.nullsFirst = nullsFirst
  }
}

/// `union` or `union_all`.
package struct UnionPlan: Hashable, Sendable {
  /// One part of a union.
  package enum Member: Hashable, Sendable {
    /// Another query, or a table, by its name.
    case named(String, SourcePlace)
    case query(QueryPlan)
  }

  package let members: [Member]
  /// Whether equal rows are all kept.
  package let keepsAll: Bool
}
