package import Diagnostics
package import Expressions
package import SQL

/// A query whose names are resolved and whose types are right.
package struct CheckedQuery: Hashable, Sendable {
  package let name: String
  package let place: SourcePlace
  /// The source it reads; nil for the spec's only one.
  package let source: String?
  package let statement: Statement
  /// Every parameter that it reads, also through the queries it reads from.
  package let parameters: [String]

  package init(
    name: String, at place: SourcePlace, source: String?, statement: Statement,
    parameters: [String]
  ) {
    self.name = name
    self.place = place
    self.source = source
    self.statement = statement
    self.parameters = parameters
  }

  /// Names and types of the result; empty for raw SQL, whose columns only the database knows.
  package var columns: [ScopeColumn] { statement.columns }

  /// Whether the result differs between cohorts, so that the query is run for each.
  package var dependsOnCohort: Bool { parameters.contains { $0.hasPrefix("cohort.") } }

  /// Words the query for a database; nil where an error was noted.
  package func compiled(for dialect: any Dialect, problems: Problems) -> CompiledQuery? {
    Compiler.compile(statement, for: dialect, problems: problems)
  }
}

/// A table as a query names it, with the source in which it is looked for.
package struct TableKey: Hashable, Sendable {
  package let source: String?
  package let table: TableName

  package init(source: String?, table: TableName) {
    self.source = source
    self.table = table
  }
}

/// What reflection found: the tables that queries name, and the names of all others for hints.
package struct Catalog: Hashable, Sendable {
  /// The tables that were found.
  package var tables: [TableKey: TableRecord]
  /// The names of all tables by source, for hints at a misspelt one.
  package var names: [String?: [TableName]]

  package init(tables: [TableKey: TableRecord], names: [String?: [TableName]] = [:]) {
    self.tables = tables
    self.names = names
  }
}
