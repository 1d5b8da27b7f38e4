package import Frame
package import SQL

/// An open database: reflects tables and runs queries.
///
/// A connection is owned by the task that opened it and is not shared. Its calls may block their
/// thread; they end soon after their task is cancelled, with ``DatabaseError/interrupted``.
package protocol Connection: AnyObject {
  /// How this database words SQL and what it can do.
  var dialect: any Dialect { get }

  /// The tables and views that can be seen, by name.
  func tables() async throws(DatabaseError) -> [TableName]

  /// What is known of one table; nil where there is none of that name.
  func reflect(_ table: TableName) async throws(DatabaseError) -> TableRecord?

  /// Holds a query against the database without running it; throws `queryFailed` where it would
  /// not run.
  func check(_ query: CompiledQuery) async throws(DatabaseError)

  /// The rows of a query, with its parameters' values by name.
  ///
  /// The columns have the names of `query.columns` and their types; where the query has none (raw
  /// SQL), the database's own. A type that we do not know comes as text in the database's words.
  func fetch(_ query: CompiledQuery, parameters: [String: Value]) async throws(DatabaseError)
    -> DataFrame

  /// Begins reading one consistent snapshot, where the database can: that of another connection
  /// where one is given; nil where it cannot.
  ///
  /// A snapshot can be joined as long as the connection that began it is open.
  func beginSnapshot(joining other: Snapshot?) async throws(DatabaseError) -> Snapshot?
}

/// One state of a database, as a connection sees it.
package struct Snapshot: Hashable, Sendable {
  /// The database's own name for it; empty where it has none.
  package let name: String

  package init(name: String) { self.name = name }
}
