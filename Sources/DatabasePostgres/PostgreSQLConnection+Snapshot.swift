package import Database

extension PostgreSQLConnection {
  package func beginSnapshot(joining other: Snapshot?) async throws(DatabaseError) -> Snapshot? {
    try run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    let snapshot: Snapshot? = if let other { try join(other) } else { try export() }
    // A query that fails goes back to here, and the snapshot stays.
    try run("SAVEPOINT broadsheet")
    holdsSnapshot = true
    return snapshot
  }

  /// Reads what the other connection reads; nil where that cannot be, such as through a balancer
  /// that gave us another server.
  private func join(_ other: Snapshot) throws(DatabaseError) -> Snapshot? {
    guard other.name.allSatisfy({ $0.isHexDigit || $0 == "-" }), !other.name.isEmpty else {
      return nil
    }
    do throws(DatabaseError) {
      try run("SET TRANSACTION SNAPSHOT '\(other.name)'")
      return other
    } catch .queryFailed {
      try startAgain()
      return nil
    }
  }

  /// A name for what this connection reads; empty where the server gives none, as some replicas do.
  private func export() throws(DatabaseError) -> Snapshot {
    do throws(DatabaseError) {
      return Snapshot(
        name: try rows("SELECT pg_export_snapshot()").first?.first.flatMap(\.self) ?? "")
    } catch .queryFailed {
      try startAgain()
      return Snapshot(name: "")
    }
  }

  private func startAgain() throws(DatabaseError) {
    try run("ROLLBACK")
    try run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    // The snapshot is of the first statement, not of BEGIN.
    try run("SELECT 1")
  }
}
