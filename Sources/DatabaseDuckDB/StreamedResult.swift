import CDuckDB
import Database
import Expressions

/// The rows of a running query with one owner, chunk by chunk as DuckDB computes them.
struct StreamedResult: ~Copyable {
  private let functions: UnsafePointer<bs_duckdb>
  private let sql: String
  private let interruption: Interruption
  private var result: bs_duck_result
  private var isAtEnd = false

  /// Begins to run a statement.
  init(
    _ statement: borrowing PreparedStatement, _ interruption: Interruption
  ) throws(DatabaseError) {
    functions = statement.functions
    sql = statement.sql
    self.interruption = interruption
    let duck = functions.pointee
    var pending: OpaquePointer?
    result = bs_duck_result()
    let state = duck.pending_prepared_streaming(statement.pointer, &pending)
    defer { duck.destroy_pending(&pending) }
    guard state == 0, let pending else {
      throw .queryFailed(sql: sql, reason: DuckDBFailure.reason(duck.pending_error(pending)))
    }
    guard interruption.cause == nil else {
      interruption.abandon()
      throw .interrupted
    }
    guard duck.execute_pending(pending, &result) == 0 else {
      let reason = DuckDBFailure.reason(duck.result_error(&result))
      duck.destroy_result(&result)
      throw .queryFailed(sql: sql, reason: reason)
    }
  }

  deinit {
    var result = result
    if !isAtEnd { interruption.abandon() }
    functions.pointee.destroy_result(&result)
  }

  /// The columns of the rows.
  var columns: [ResultColumn] {
    mutating get {
      let duck = functions.pointee
      return (0..<duck.column_count(&result)).map { index in
        let name = duck.column_name(&result, index).map { String(cString: $0) } ?? ""
        guard let pointer = duck.column_logical_type(&result, index) else {
          return ResultColumn(name: name)
        }
        return ResultColumn(name, LogicalType(functions: functions, pointer: pointer))
      }
    }
  }

  /// The next rows; nil at the end.
  mutating func next() throws(DatabaseError) -> DataChunk? {
    guard interruption.cause == nil else { throw .interrupted }
    if let chunk = functions.pointee.fetch_chunk(result) {
      return DataChunk(functions: functions, pointer: chunk)
    }
    if let message = functions.pointee.result_error(&result), message.pointee != 0 {
      throw .queryFailed(sql: sql, reason: DuckDBFailure.reason(message))
    }
    isAtEnd = true
    return nil
  }
}

/// A column of a result.
struct ResultColumn {
  /// The database's name for it.
  let name: String
  /// Our type; nil for a type that only DuckDB can word.
  let type: ValueType?
  /// Digits after the point of a decimal.
  let scale: Int?
  /// Whether the values are whole numbers that an `Int64` may not hold.
  let isLongInteger: Bool
  /// What reads its values; nil for a type that only DuckDB can word.
  let reader: (any VectorReading)?

  /// A column of an unknown type.
  init(name: String) {
    self.name = name
    (type, scale, isLongInteger, reader) = (nil, nil, false, nil)
  }

  init(_ name: String, _ logical: borrowing LogicalType) {
    self.name = name
    type = logical.type
    scale = type == .decimal ? logical.scale : nil
    isLongInteger = logical.isLongInteger
    reader = logical.reader
  }
}

/// Some thousand rows with one owner, a vector a column.
struct DataChunk: ~Copyable {
  let functions: UnsafePointer<bs_duckdb>
  let pointer: OpaquePointer

  deinit {
    var pointer: OpaquePointer? = pointer
    functions.pointee.destroy_data_chunk(&pointer)
  }

  /// How many rows there are.
  var count: Int { Int(functions.pointee.data_chunk_get_size(pointer)) }

  /// The values of a column; they are valid as long as the chunk.
  func vector(_ column: Int) -> Vector? {
    guard let vector = functions.pointee.data_chunk_get_vector(pointer, UInt64(column)),
      let data = functions.pointee.vector_get_data(vector)
    else { return nil }
    return Vector(
      data: data, validity: functions.pointee.vector_get_validity(vector), count: count)
  }
}

/// The type of a column with one owner.
struct LogicalType: ~Copyable {
  let functions: UnsafePointer<bs_duckdb>
  let pointer: OpaquePointer

  deinit {
    var pointer: OpaquePointer? = pointer
    functions.pointee.destroy_logical_type(&pointer)
  }

  /// DuckDB's number of the type.
  var id: Int { Int(functions.pointee.get_type_id(pointer)) }

  /// Digits after the point of a decimal; 0 for other types.
  var scale: Int { Int(functions.pointee.decimal_scale(pointer)) }

  /// The type of whole number that a decimal is held in.
  var decimalStorage: Int { Int(functions.pointee.decimal_internal_type(pointer)) }

  /// The type of whole number that an enumeration's value is held in.
  var enumStorage: Int { Int(functions.pointee.enum_internal_type(pointer)) }

  /// The words of an enumeration, in its order.
  var words: [String] {
    (0..<UInt64(functions.pointee.enum_dictionary_size(pointer))).map { index in
      guard let word = functions.pointee.enum_dictionary_value(pointer, index) else { return "" }
      defer { functions.pointee.free(word) }
      return String(cString: word)
    }
  }
}
