package import Database
import Expressions
import Frame
import JSON
package import SQL

extension SparkConnection {
  package func tables() async throws(DatabaseError) -> [TableName] {
    let rows = try run(SparkStatement("SHOW TABLES"), columns: [])
    guard let names = rows["tableName"]?.texts else { return [] }
    return names.sorted().map { TableName([$0]) }
  }

  package func reflect(_ table: TableName) async throws(DatabaseError) -> TableRecord? {
    let name = table.parts.map(dialect.quoted).joined(separator: ".")
    // The names are words of SQL here, and no patterns as in the protocol's own GetColumns.
    let sql = "DESCRIBE TABLE EXTENDED \(name) AS JSON"
    let rows: DataFrame
    do throws(DatabaseError) {
      rows = try run(SparkStatement(sql), columns: [])
    } catch {
      guard case .queryFailed(_, let reason) = error else { throw error }
      if reason.saysThatNoneIsThere { return nil }
      // Older servers do not know the words AS JSON.
      guard reason.hasPrefix("[PARSE_SYNTAX_ERROR]") else { throw error }
      throw .queryFailed(sql: sql, reason: "Spark 4.0 or later is needed: \(reason)")
    }
    guard let text = rows.columns.first?.texts.first, let told = JSONValue(parsing: text),
      let record = TableRecord(table, told)
    else { throw .queryFailed(sql: sql, reason: "the server's description cannot be read") }
    return record
  }
}

extension Column {
  /// The values of a column of texts.
  fileprivate var texts: [String] {
    if case .text(let values) = values { values } else { [] }
  }
}

extension String {
  /// Whether a message says that there is no such table, schema or catalog.
  fileprivate var saysThatNoneIsThere: Bool {
    [
      "[TABLE_OR_VIEW_NOT_FOUND]", "[SCHEMA_NOT_FOUND]", "[CATALOG_NOT_FOUND]",
      "[NO_SUCH_CATALOG_EXCEPTION]", "[REQUIRES_SINGLE_PART_NAMESPACE]",
    ].contains { hasPrefix($0) }
  }
}
