import CSQLite
import Glibc

/// SQLite's result codes in words that say what to do.
enum SQLiteFailure {
  /// The last message of a connection.
  static func message(_ connection: OpaquePointer?) -> String {
    String(cString: sqlite3_errmsg(connection))
  }

  /// Why a database file cannot be opened, by SQLite's extended code.
  static func reason(code: Int32) -> String {
    switch Int(code) {
    case BS_READONLY_CANTINIT, BS_READONLY_DIRECTORY, BS_READONLY_RECOVERY, BS_CANTOPEN_DIRTYWAL:
      return """
        it is in WAL mode, and its '-wal' and '-shm' files cannot be made or read there; \
        copy it to a folder that can be written to, or run 'PRAGMA journal_mode = DELETE' on it
        """
    default: break
    }
    switch code & 0xFF {
    case SQLITE_NOTADB: return "the file is not an SQLite database, or it is encrypted"
    case SQLITE_CORRUPT: return "the database is damaged"
    case SQLITE_BUSY, SQLITE_LOCKED: return "another program keeps the database locked"
    case SQLITE_PERM, SQLITE_AUTH: return "there is no permission to read it"
    case SQLITE_READONLY, SQLITE_CANTOPEN: return "it cannot be opened for reading"
    case SQLITE_IOERR: return "the disk could not be read"
    default: return String(cString: sqlite3_errstr(code))
    }
  }
}
