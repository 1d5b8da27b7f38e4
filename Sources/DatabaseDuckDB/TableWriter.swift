import CDuckDB
import Database
import Dates
import Frame
import SQL

/// Writes a frame into a table chunk by chunk.
struct TableWriter: ~Copyable {
  private let functions: UnsafePointer<bs_duckdb>
  private let sql: String
  private let frame: DataFrame
  private let appender: OpaquePointer
  private let chunk: OpaquePointer
  private let mostRows: Int
  private var written = 0

  /// Begins to write into a table that has just the frame's columns.
  init(_ table: String, _ frame: DataFrame, _ connection: DuckDBConnection) throws(DatabaseError) {
    functions = connection.functions
    sql = "INSERT INTO \(connection.dialect.quoted(table))"
    self.frame = frame
    let duck = functions.pointee
    mostRows = Int(duck.vector_size())
    var appender: OpaquePointer?
    let state = duck.appender_create(connection.database.connection, nil, table, &appender)
    guard state == 0, let opened = appender else {
      let reason = DuckDBFailure.reason(duck.appender_error(appender))
      _ = duck.appender_destroy(&appender)
      throw .queryFailed(sql: sql, reason: reason)
    }
    guard let chunk = TableWriter.chunk(for: frame, duck) else {
      _ = duck.appender_destroy(&appender)
      throw .queryFailed(sql: sql, reason: "there is no memory left")
    }
    (self.appender, self.chunk) = (opened, chunk)
  }

  deinit {
    var (appender, chunk): (OpaquePointer?, OpaquePointer?) = (appender, chunk)
    functions.pointee.destroy_data_chunk(&chunk)
    _ = functions.pointee.appender_destroy(&appender)
  }

  private static func chunk(for frame: DataFrame, _ duck: bs_duckdb) -> OpaquePointer? {
    var types = frame.columns.map { column -> OpaquePointer? in
      if case .decimal(_, let scale) = column.values {
        return duck.create_decimal_type(38, UInt8(clamping: scale))
      }
      return duck.create_logical_type(column.values.storedTypeID)
    }
    let chunk = duck.create_data_chunk(&types, UInt64(types.count))
    for index in types.indices { duck.destroy_logical_type(&types[index]) }
    return chunk
  }

  /// Writes the next rows; false once all are in the table.
  mutating func writeChunk() throws(DatabaseError) -> Bool {
    let duck = functions.pointee
    let rows = written..<min(written + mostRows, frame.rowCount)
    guard !rows.isEmpty else {
      guard duck.appender_close(appender) == 0 else { throw failure }
      return false
    }
    duck.data_chunk_reset(chunk)
    for (index, column) in frame.columns.enumerated() {
      guard let vector = duck.data_chunk_get_vector(chunk, UInt64(index)) else { continue }
      guard column.fitsDuckDB(rows) else {
        throw .queryFailed(sql: sql, reason: "a decimal in it has more than 38 digits")
      }
      fill(vector, column, rows)
    }
    duck.data_chunk_set_size(chunk, UInt64(rows.count))
    guard duck.append_data_chunk(appender, chunk) == 0 else { throw failure }
    written = rows.upperBound
    return true
  }

  private var failure: DatabaseError {
    .queryFailed(
      sql: sql, reason: DuckDBFailure.reason(functions.pointee.appender_error(appender)))
  }

  private func fill(_ vector: OpaquePointer, _ column: Column, _ rows: Range<Int>) {
    markMissing(vector, column, rows)
    switch column.values {
    case .boolean(let values): copy(values[rows], to: vector)
    case .integer(let values): copy(values[rows], to: vector)
    case .decimal(let values, _): copy(values[rows], to: vector)
    case .double(let values): copy(values[rows], to: vector)
    // Both are one number, as DuckDB's are.
    case .date(let values): copy(values[rows], to: vector)
    case .timestamp(let values): copy(values[rows], to: vector)
    case .text(let values):
      for (place, row) in rows.enumerated() { write(values[row], to: vector, at: UInt64(place)) }
    }
  }

  private func copy<Element>(_ values: ArraySlice<Element>, to vector: OpaquePointer) {
    guard let data = functions.pointee.vector_get_data(vector) else { return }
    values.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { data.copyMemory(from: start, byteCount: bytes.count) }
    }
  }

  private func write(_ text: String, to vector: OpaquePointer, at place: UInt64) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { letters in
        guard let start = letters.baseAddress else {
          return functions.pointee.vector_assign_string_element_len(vector, place, "", 0)
        }
        functions.pointee.vector_assign_string_element_len(
          vector, place, start, UInt64(letters.count))
      }
    }
  }

  private func markMissing(_ vector: OpaquePointer, _ column: Column, _ rows: Range<Int>) {
    guard let presence = column.presence else { return }
    functions.pointee.vector_ensure_validity_writable(vector)
    guard let validity = functions.pointee.vector_get_validity(vector) else { return }
    for (place, row) in rows.enumerated() where !presence[row] {
      validity[place >> 6] &= ~(1 << UInt64(place & 63))
    }
  }
}

extension Column {
  /// Whether decimals have at most DuckDB's 38 digits, which it does not look after itself.
  fileprivate func fitsDuckDB(_ rows: Range<Int>) -> Bool {
    guard case .decimal(let values, _) = values else { return true }
    let most = Decimals.power(38)
    return values[rows].allSatisfy { -most < $0 && $0 < most }
  }
}

extension ColumnValues {
  /// DuckDB's type for the values.
  var storedType: String {
    switch self {
    case .boolean: "BOOLEAN"
    case .integer: "BIGINT"
    case .decimal(_, let scale): "DECIMAL(38, \(scale))"
    case .double: "DOUBLE"
    case .text: "VARCHAR"
    case .date: "DATE"
    case .timestamp: "TIMESTAMP"
    }
  }

  /// DuckDB's number of the type, for all but decimals.
  fileprivate var storedTypeID: Int32 {
    let number =
      switch self {
      case .boolean: BS_DUCK_BOOLEAN
      case .integer: BS_DUCK_BIGINT
      case .decimal: BS_DUCK_DECIMAL
      case .double: BS_DUCK_DOUBLE
      case .text: BS_DUCK_VARCHAR
      case .date: BS_DUCK_DATE
      case .timestamp: BS_DUCK_TIMESTAMP
      }
    return Int32(number)
  }
}
