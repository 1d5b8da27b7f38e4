import CSQLite
import Frame

/// Collects one column of a result.
protocol ColumnReading {
  /// Adds the value of a cell; gives what is wrong where it cannot be read.
  mutating func read(_ cell: Cell) -> Trouble?

  /// Adds values of a batch in one go, where they are all of the kind that the reader keeps;
  /// returns whether it did.
  mutating func take(_ column: Int, of batch: borrowing Batch) -> Bool

  /// The values so far.
  var column: Column { get }
}

/// Why a value cannot be read.
struct Trouble {
  let found: String
  let expected: String
}

extension ColumnReading {
  mutating func take(_ column: Int, of batch: borrowing Batch) -> Bool { false }

  /// Adds a column's values of a batch; gives the first that cannot be read, with its row from 0.
  ///
  /// In the protocol's extension it is compiled for each reader, so that a value costs no look-up.
  mutating func read(_ column: Int, of batch: borrowing Batch) -> (row: Int, trouble: Trouble)? {
    if take(column, of: batch) { return nil }
    for row in 0..<batch.rowCount {
      if let trouble = read(batch.cell(row: row, column: column)) { return (row, trouble) }
    }
    return nil
  }
}

/// One value of a batch; valid until the batch is filled anew.
struct Cell {
  /// The storage class: SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT, SQLITE_BLOB or SQLITE_NULL.
  let kind: Int32
  /// The integer, a double's bits, or how many bytes a blob has.
  let integer: Int64
  /// The bytes of a text.
  let bytes: UnsafeBufferPointer<UInt8>

  @inline(__always) var double: Double { Double(bitPattern: UInt64(bitPattern: integer)) }

  /// The text, nil where its bytes are not UTF-8.
  ///
  /// Swift's own `String(validating:)` looks up a generic type at each call, which took a quarter of
  /// the time of a fetch.
  @inline(__always) var text: String? {
    guard bs_is_utf8(bytes.baseAddress, Int32(truncatingIfNeeded: bytes.count)) != 0 else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// That the value is not what was expected.
  func trouble(_ expected: String) -> Trouble { Trouble(found: words, expected: expected) }

  /// The value in words.
  private var words: String {
    switch kind {
    case SQLITE_NULL: return "null"
    case SQLITE_BLOB: return "a blob of \(integer) bytes"
    case SQLITE_TEXT where text == nil: return "bytes that are not UTF-8"
    case SQLITE_TEXT:
      let all = text ?? ""
      return all.count > 40 ? "'\(all.prefix(40))…'" : "'\(all)'"
    case SQLITE_FLOAT: return "\(double)"
    default: return "\(integer)"
    }
  }
}
