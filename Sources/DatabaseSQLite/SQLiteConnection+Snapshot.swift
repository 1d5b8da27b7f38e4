import CSQLite
package import Database
import Glibc

extension SQLiteConnection {
  /// Begins to read one state of the file.
  ///
  /// Without a write-ahead log, nobody can write as long as anybody reads: whoever joins while the
  /// first reader reads sees what it sees. With one, writers go on beside readers, and the header
  /// of the log's index, which each commit changes, tells whether two readers began at the same
  /// state; where they did not, the snapshot cannot be joined.
  package func beginSnapshot(joining other: Snapshot?) async throws(DatabaseError) -> Snapshot? {
    let before = logState()
    // The snapshot is of the first read, not of BEGIN.
    try run("BEGIN; SELECT count(*) FROM main.sqlite_schema")
    let after = logState()
    guard let other else { return Snapshot(name: before == after ? after : "unknown") }
    return before == after && after == other.name ? other : nil
  }

  /// The header of the write-ahead log's index in hexadecimal digits; empty where there is none.
  private func logState() -> String {
    guard let path = sqlite3_db_filename(handle, "main") else { return "" }
    let file = Glibc.open(String(cString: path) + "-shm", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    // struct WalIndexHdr of SQLite's file format: version, change counter, frames, checksums, salts.
    var header = [UInt8](repeating: 0, count: 48)
    let count = read(file, &header, header.count)
    return count == header.count ? header.map { String($0, radix: 16) }.joined(separator: ".") : ""
  }
}
