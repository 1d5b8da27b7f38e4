import CSQLite
import Database
import Dates
import Expressions
import Frame
import SQL

/// A prepared statement with one owner; it is finished when the owner ends.
struct SQLiteStatement: ~Copyable {
  let pointer: OpaquePointer
  let sql: String

  deinit { sqlite3_finalize(pointer) }

  /// Goes to the next row; false at the end.
  func step() throws(DatabaseError) -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw .queryFailed(sql: sql, reason: SQLiteFailure.message(sqlite3_db_handle(pointer)))
    }
  }

  /// Reads all rows.
  func readAll(into result: inout ResultReader) throws(DatabaseError) {
    guard let batch = Batch(columns: Int(sqlite3_column_count(pointer))) else {
      throw .queryFailed(sql: sql, reason: "there is no memory for its rows")
    }
    while true {
      let code = batch.fill(from: pointer)
      try result.read(batch)
      switch code {
      case SQLITE_ROW: continue
      case SQLITE_DONE: return
      default:
        throw .queryFailed(sql: sql, reason: SQLiteFailure.message(sqlite3_db_handle(pointer)))
      }
    }
  }

  /// The text in a column of the row, nil for null.
  func text(_ column: Int32) -> String? {
    guard let bytes = sqlite3_column_text(pointer, column) else { return nil }
    let length = Int(sqlite3_column_bytes(pointer, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
  }

  /// The integer in a column of the row, 0 for null.
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

  /// Binds a value to a placeholder, from 1, in the form in which tables hold such values.
  func bind(_ value: Value, at index: Int32) {
    switch value {
    case .null: sqlite3_bind_null(pointer, index)
    case .boolean(let flag): sqlite3_bind_int(pointer, index, flag ? 1 : 0)
    case .integer(let number): sqlite3_bind_int64(pointer, index, number)
    case .decimal(let unscaled, scale: 0) where Int64(exactly: unscaled) != nil:
      sqlite3_bind_int64(pointer, index, Int64(truncatingIfNeeded: unscaled))
    case .decimal(let unscaled, let scale):
      sqlite3_bind_double(pointer, index, Decimals.double(unscaled, scale: scale))
    case .double(let number): sqlite3_bind_double(pointer, index, number)
    case .text(let text): bind(text, at: index)
    case .date(let date): bind(date.description, at: index)
    case .timestamp(let moment): bind(moment.description, at: index)
    }
  }

  private func bind(_ text: String, at index: Int32) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { letters in
        // An empty text may have no address, which would bind null.
        _ =
          letters.baseAddress.map { bs_bind_text(pointer, index, $0, Int32(letters.count)) }
          ?? bs_bind_text(pointer, index, "", 0)
      }
    }
  }
}

extension SQLiteStatement {
  /// Binds a query's values in order.
  func bind(_ values: [(value: Value, type: ValueType)]) throws(DatabaseError) {
    let places = Int(sqlite3_bind_parameter_count(pointer))
    guard places == values.count else {
      throw .queryFailed(
        sql: sql, reason: "it has \(places) placeholders and \(values.count) bound values")
    }
    for (index, bound) in values.enumerated() { bind(bound.value, at: Int32(index + 1)) }
  }
}
