import CSQLite
import Frame

/// Collects one column of a result.
protocol ColumnReading {
  /// Adds the value of a cell; gives what is wrong where it cannot be read.
  mutating func read(_ cell: Cell) -> Trouble?

  /// The values so far.
  var column: Column { get }
}

/// Why a value cannot be read.
struct Trouble {
  let found: String
  let expected: String
}

/// One value of the row at which a statement stands.
struct Cell {
  let statement: OpaquePointer
  let column: Int32

  /// The storage class: SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT, SQLITE_BLOB or SQLITE_NULL.
  @inline(__always) var kind: Int32 { sqlite3_column_type(statement, column) }

  @inline(__always) var integer: Int64 { sqlite3_column_int64(statement, column) }

  @inline(__always) var double: Double { sqlite3_column_double(statement, column) }

  /// The bytes of the value as text; they are valid until the next step.
  @inline(__always) var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: sqlite3_column_text(statement, column),
      count: Int(sqlite3_column_bytes(statement, column)))
  }

  /// The text, nil where its bytes are not UTF-8.
  @inline(__always) var text: String? { String(validating: bytes, as: UTF8.self) }

  /// That the value is not what was expected.
  func trouble(_ expected: String) -> Trouble { Trouble(found: words, expected: expected) }

  /// The value in words.
  private var words: String {
    switch kind {
    case SQLITE_NULL: return "null"
    case SQLITE_BLOB: return "a blob of \(sqlite3_column_bytes(statement, column)) bytes"
    case SQLITE_TEXT where text == nil: return "bytes that are not UTF-8"
    case SQLITE_TEXT:
      let all = text ?? ""
      return all.count > 40 ? "'\(all.prefix(40))…'" : "'\(all)'"
    default: return String(decoding: bytes, as: UTF8.self)
    }
  }
}
