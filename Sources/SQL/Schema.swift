package import Expressions

/// One column of a reflected table.
package struct ColumnRecord: Hashable, Sendable {
  package let name: String
  /// Our type, or `.unsupported` with the database's name for it.
  package let type: ValueType
  /// The type as the database declares it.
  package let declaredType: String
  /// Digits after the point, for decimal columns.
  package let scale: Int?
  package let isNullable: Bool
  package let isPrimaryKey: Bool
  /// The default as SQL text.
  package let defaultValue: String?
  package let comment: String?

  package init(
    name: String, type: ValueType, declaredType: String, scale: Int? = nil,
    isNullable: Bool = true, isPrimaryKey: Bool = false, defaultValue: String? = nil,
    comment: String? = nil
  ) {
    self.name = name
    self.type = type
    self.declaredType = declaredType
    self.scale = scale
    self.isNullable = isNullable
    self.isPrimaryKey = isPrimaryKey
    self.defaultValue = defaultValue
    self.comment = comment
  }
}

/// One foreign key of a reflected table.
package struct ForeignKeyRecord: Hashable, Sendable {
  package let columns: [String]
  package let table: TableName
  package let referenced: [String]

  package init(columns: [String], table: TableName, referenced: [String]) {
    self.columns = columns
    self.table = table
    self.referenced = referenced
  }
}

/// A table's name in one to three parts: `catalog.schema.table`.
package struct TableName: Hashable, Sendable, CustomStringConvertible {
  package let parts: [String]

  package init(_ parts: [String]) { self.parts = parts }

  /// The parts with points between, as a person writes them.
  package var description: String { parts.joined(separator: ".") }
}

/// What reflection found out about a table or view.
package struct TableRecord: Hashable, Sendable {
  package let name: TableName
  package let isView: Bool
  package let columns: [ColumnRecord]
  package let foreignKeys: [ForeignKeyRecord]
  package let comment: String?

  package init(
    name: TableName, isView: Bool = false, columns: [ColumnRecord],
    foreignKeys: [ForeignKeyRecord] = [], comment: String? = nil
  ) {
    self.name = name
    self.isView = isView
    self.columns = columns
    self.foreignKeys = foreignKeys
    self.comment = comment
  }
}

/// A value bound to a statement's placeholder.
package enum BoundValue: Hashable, Sendable {
  case literal(Literal)
  /// A parameter's value is put in when the statement runs.
  case parameter(String, ValueType)
}

/// SQL text with the values bound to its placeholders, in order, and the columns it yields.
package struct CompiledQuery: Hashable, Sendable {
  package let sql: String
  package let bindings: [BoundValue]
  /// Names and types of the result; empty types for raw SQL, whose result types the driver tells.
  package let columns: [ScopeColumn]

  package init(sql: String, bindings: [BoundValue], columns: [ScopeColumn]) {
    self.sql = sql
    self.bindings = bindings
    self.columns = columns
  }
}
