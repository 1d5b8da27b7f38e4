import CSQLite
package import Database
import Glibc
import Synchronization

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
    guard after != "unreadable" else { return nil }
    return before == after && after == other.name ? other : nil
  }

  /// The header of the write-ahead log's index in hexadecimal digits; empty where there is none.
  private func logState() -> String {
    guard let path = sqlite3_db_filename(handle, "main") else { return "" }
    return LogIndex.header(of: String(cString: path) + "-shm")
  }
}

/// The indexes of write-ahead logs, which SQLite shares between processes.
private enum LogIndex {
  /// A file by its device and number.
  private struct File: Hashable {
    let device: UInt
    let number: UInt
  }

  /// A descriptor of each file that was looked at; it is never closed.
  ///
  /// Closing any descriptor of a file drops all locks that the process has on it, those of SQLite's
  /// own descriptors too; then another program's checkpoint would write into what we read.
  private static let descriptors = Mutex<[File: Int32]>([:])

  /// The first 48 bytes of an index, `struct WalIndexHdr` of SQLite's file format: version, change
  /// counter, frames, checksums, salts.
  static func header(of path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return "" }
    let file = File(device: UInt(status.st_dev), number: UInt(status.st_ino))
    let descriptor = descriptors.withLock { known in
      if let descriptor = known[file] { return descriptor }
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      if descriptor >= 0 { known[file] = descriptor }
      return descriptor
    }
    guard descriptor >= 0 else { return "unreadable" }
    var header = [UInt8](repeating: 0, count: 48)
    let count = pread(descriptor, &header, header.count, 0)
    return count == header.count ? header.map { String($0, radix: 16) }.joined(separator: ".") : ""
  }
}
