package import Database
package import SQL
extension DuckDBConnection {
  package func tables() async throws(DatabaseError) -> [TableName] { [] }
  package func reflect(_ table: TableName) async throws(DatabaseError) -> TableRecord? { nil }
  package func beginSnapshot(joining other: Snapshot?) async throws(DatabaseError) -> Snapshot? {
    nil
  }
}
