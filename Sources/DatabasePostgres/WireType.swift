import CPostgres
import Frame
import SQL

/// How the server sends the values of a column, by PostgreSQL's numbers of types
/// (`src/include/catalog/pg_type.dat`).
enum WireType: Hashable {
  case boolean, int2, int4, int8, oid, float4, float8, numeric
  /// Bytes that are text: `text` and its like, or any type in text format.
  case text
  case uuid, jsonb, date, timestamp
  /// A type that only the server itself can word.
  case unknown(Oid)

  init(_ type: Oid) {
    self =
      switch type {
      case 16: .boolean
      case 20: .int8
      case 21: .int2
      case 23: .int4
      case 26: .oid
      case 700: .float4
      case 701: .float8
      case 1700: .numeric
      // "char", name, text, json, xml, unknown, bpchar, varchar.
      case 18, 19, 25, 114, 142, 705, 1042, 1043: .text
      case 2950: .uuid
      case 3802: .jsonb
      case 1082: .date
      // With and without time zone: both are microseconds, the session's zone is UTC.
      case 1114, 1184: .timestamp
      default: .unknown(type)
      }
  }

  /// The type of our column where nobody asks for another.
  var columnType: ColumnType {
    switch self {
    case .boolean: .boolean
    case .int2, .int4, .int8, .oid: .integer
    case .float4, .float8: .double
    case .numeric: .decimal
    case .text, .uuid, .jsonb, .unknown: .text
    case .date: .date
    case .timestamp: .timestamp
    }
  }

  /// The type in messages.
  var words: String {
    switch self {
    case .unknown(let type): "a type of the number \(type)"
    case .text, .uuid, .jsonb: "text"
    default: "\(columnType)"
    }
  }
}

/// Digits before and after the point that a `numeric(p, s)` declares.
enum NumericModifier {
  /// The scale; nil where none is declared, or it is below zero.
  static func scale(_ modifier: Int) -> Int? {
    guard modifier >= 4 else { return nil }
    let bits = (modifier - 4) & 0x7FF
    // Eleven bits with a sign.
    return bits < 1024 ? bits : nil
  }
}
