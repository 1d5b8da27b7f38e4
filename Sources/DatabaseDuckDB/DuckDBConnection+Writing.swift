import CDuckDB
package import Database
package import Frame
import SQL

extension DuckDBConnection {
  /// Runs a statement of any kind, such as one that makes a table; its rows are thrown away.
  package func execute(_ sql: String) async throws(DatabaseError) {
    try await interruptibly(sql) { interruption throws(DatabaseError) in
      let statement = try self.prepareAny(sql)
      var result = try StreamedResult(statement, interruption)
      while try result.next() != nil {}
    }
  }

  /// Makes a table with a frame's columns and rows.
  ///
  /// Decimals keep their scale and have up to 38 digits.
  package func create(_ table: String, from frame: DataFrame) async throws(DatabaseError) {
    let columns = zip(frame.names, frame.columns).map { name, column in
      "\(dialect.quoted(name)) \(column.values.storedType)"
    }
    try await execute("CREATE TABLE \(dialect.quoted(table)) (\(columns.joined(separator: ", ")))")
    try await append(frame, to: table)
  }

  /// Adds a frame's rows to a table that has just such columns, in that order.
  package func append(_ frame: DataFrame, to table: String) async throws(DatabaseError) {
    let sql = "INSERT INTO \(dialect.quoted(table))"
    try await interruptibly(sql) { interruption throws(DatabaseError) in
      var writer = try TableWriter(table, frame, self)
      while try writer.writeChunk() {
        guard interruption.cause == nil else { throw .interrupted }
      }
    }
  }
}
