import CPostgres
import Database
import Dates
import Expressions
import Frame
import Glibc
import SQL

/// The values of a statement's placeholders in text format, each with PostgreSQL's number of its
/// type, so that the server need not guess.
struct BoundTexts {
  private(set) var types: [Oid]
  let texts: [String?]

  /// The values to bind to a query.
  init(_ query: CompiledQuery, _ parameters: [String: Value]) throws(DatabaseError) {
    let values = try query.values(parameters)
    types = values.map { BoundTexts.oid($0.type) }
    texts = values.map { BoundTexts.text($0.value) }
    if let place = texts.firstIndex(where: { $0?.utf8.contains(0) ?? false }) {
      throw .queryFailed(
        sql: query.sql,
        reason: "the text bound to $\(place + 1) holds a zero byte, which no text"
          + " of PostgreSQL can")
    }
  }

  /// Texts for a statement about the schema.
  init(_ texts: [String]) {
    self.texts = texts
    types = texts.map { _ in 25 }
  }

  /// The types alone, for a check without values.
  init(typesOf query: CompiledQuery) {
    types = query.bindings.map { BoundTexts.oid($0.type) }
    texts = []
  }

  /// The same with texts of no type, which the server then takes for what stands beside them: an
  /// enumeration or a `uuid` is compared with no text.
  var withoutTextTypes: BoundTexts? {
    guard types.contains(25) else { return nil }
    var other = self
    other.types = types.map { $0 == 25 ? 0 : $0 }
    return other
  }

  /// Gives the texts to libpq as C strings.
  func withPointers<R>(_ body: ([UnsafePointer<CChar>?]) -> R) -> R {
    let copies = texts.map { text in text.map { strdup($0) } ?? nil }
    defer { for copy in copies { free(copy) } }
    return body(copies.map { UnsafePointer($0) })
  }

  private static func text(_ value: Value) -> String? {
    switch value {
    case .null: nil
    case .boolean(let flag): flag ? "t" : "f"
    case .integer(let number): String(number)
    case .decimal(let unscaled, let scale): Decimals.text(unscaled, scale: scale)
    case .double(let number): "\(number)"
    case .text(let text): text
    case .date(let date): date.description
    case .timestamp(let moment): moment.description
    }
  }

  private static func oid(_ type: ValueType) -> Oid {
    switch type {
    case .boolean: 16
    case .integer: 20
    case .decimal: 1700
    case .double: 701
    case .text: 25
    case .date: 1082
    case .timestamp: 1114
    // The server finds out.
    case .null, .interval, .unsupported: 0
    }
  }
}

extension BoundValue {
  /// The type that the value will have.
  fileprivate var type: ValueType {
    switch self {
    case .parameter(_, let type): type
    case .literal(let literal):
      switch literal {
      case .null: .null
      case .boolean: .boolean
      case .integer: .integer
      case .decimal: .decimal
      case .text: .text
      case .date: .date
      case .timestamp: .timestamp
      case .interval: .interval
      }
    }
  }
}
