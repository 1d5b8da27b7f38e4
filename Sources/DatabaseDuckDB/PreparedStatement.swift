import CDuckDB
import Database
import Dates
import Expressions
import Frame

/// A prepared statement with one owner.
struct PreparedStatement: ~Copyable {
  let functions: UnsafePointer<bs_duckdb>
  let pointer: OpaquePointer
  let sql: String

  deinit {
    var pointer: OpaquePointer? = pointer
    functions.pointee.destroy_prepare(&pointer)
  }

  /// Binds a query's values in order.
  func bind(_ values: [(value: Value, type: ValueType)]) throws(DatabaseError) {
    let places = Int(functions.pointee.nparams(pointer))
    guard places == values.count else {
      throw .queryFailed(
        sql: sql, reason: "it has \(places) placeholders and \(values.count) bound values")
    }
    for (index, bound) in values.enumerated() {
      guard bind(bound.value, as: bound.type, at: UInt64(index + 1)) == 0 else {
        throw .queryFailed(sql: sql, reason: "value \(index + 1) cannot be bound")
      }
    }
  }

  private func bind(_ value: Value, as type: ValueType, at place: UInt64) -> bs_duck_state {
    let duck = functions.pointee
    switch value {
    case .null: return duck.bind_null(pointer, place)
    case .boolean(let flag): return duck.bind_boolean(pointer, place, flag)
    case .integer(let number) where type == .double:
      return duck.bind_double(pointer, place, Double(number))
    case .integer(let number): return duck.bind_int64(pointer, place, number)
    case .decimal(let unscaled, let scale):
      guard let decimal = bs_duck_decimal(unscaled, scale: scale) else { return 1 }
      return duck.bind_decimal(pointer, place, decimal)
    case .double(let number): return duck.bind_double(pointer, place, number)
    case .text(let text): return bind(text, at: place)
    case .date(let date):
      return duck.bind_date(pointer, place, bs_duck_date(days: date.days))
    case .timestamp(let moment):
      return duck.bind_timestamp(
        pointer, place, bs_duck_timestamp(microseconds: moment.microseconds))
    }
  }

  private func bind(_ text: String, at place: UInt64) -> bs_duck_state {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { letters in
        // An empty text may have no address.
        letters.baseAddress.map {
          functions.pointee.bind_varchar_length(pointer, place, $0, UInt64(letters.count))
        } ?? functions.pointee.bind_varchar_length(pointer, place, "", 0)
      }
    }
  }
}

extension bs_duck_decimal {
  /// A decimal just as wide as its digits, so that arithmetic with it has room; nil where it has
  /// more than 38, which ends the program within DuckDB.
  fileprivate init?(_ unscaled: Int128, scale: Int) {
    let width = max(String(unscaled.magnitude).utf8.count, scale)
    guard width <= 38 else { return nil }
    self.init(
      width: UInt8(width), scale: UInt8(scale),
      value: bs_duck_hugeint(
        lower: UInt64(truncatingIfNeeded: unscaled),
        upper: Int64(truncatingIfNeeded: unscaled >> 64)))
  }
}
