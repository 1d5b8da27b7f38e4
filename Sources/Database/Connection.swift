package import Frame
package import SQL

/// An open database: reflects tables and runs queries.
///
/// A connection is owned by the task that opened it and is not shared.
package protocol Connection: AnyObject {
  /// How this database words SQL and what it can do.
  var dialect: any Dialect { get }

  /// The tables and views that can be seen, by name.
  func tables() async throws(DatabaseError) -> [TableName]

  /// What is known of one table; nil where there is none of that name.
  func reflect(_ table: TableName) async throws(DatabaseError) -> TableRecord?

  /// The rows of a query, with its parameters' values by name.
  func fetch(_ query: CompiledQuery, parameters: [String: Value]) async throws(DatabaseError)
    -> DataFrame

  /// Begins reading one consistent snapshot, where the database can; says whether it could.
  func beginSnapshot() async throws(DatabaseError) -> Bool
}
