package import Database

extension DuckDBConnection {
  /// All connections to a file read one state of it for as long as any of them is open.
  ///
  /// DuckDB locks a file that it reads, so that no other program may write to it; within this
  /// program it is open for reading only. A transaction would add nothing, and one failed query
  /// would end it for all that follow. A database in memory has no other connection, and changes
  /// only between its own queries.
  package func beginSnapshot(joining other: Snapshot?) async throws(DatabaseError) -> Snapshot? {
    let snapshot = Snapshot(name: database.place)
    return other == nil || other == snapshot ? snapshot : nil
  }
}
