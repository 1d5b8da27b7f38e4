import Database
import Dates
import Expressions
import Frame
import SQL

/// A statement as it is sent: its text, and the values that are bound to it.
struct SparkStatement {
  /// The query as it was compiled, for messages.
  let sql: String
  let text: String
  let parameters: [NativeParameter]

  /// A statement of our own without values.
  init(_ sql: String) {
    (self.sql, text, parameters) = (sql, sql, [])
  }

  private init(sql: String, text: String, parameters: [NativeParameter]) {
    (self.sql, self.text, self.parameters) = (sql, text, parameters)
  }

  /// The most values that Databricks takes with a statement.
  private static let mostParameters = 255

  /// A compiled query with its values: bound where the server knows how, else written into it.
  init(
    _ query: CompiledQuery, _ values: [(value: Value, type: ValueType)], _ profile: Profile
  ) throws(DatabaseError) {
    guard profile.hasNativeParameters else {
      let literals = values.map { LiteralWriter.literal($0.value, as: $0.type) }
      self.init(
        sql: query.sql, text: try Placeholders.replaced(in: query.sql, by: literals),
        parameters: [])
      return
    }
    guard values.count <= SparkStatement.mostParameters else {
      throw .queryFailed(
        sql: query.sql,
        reason: "it binds \(values.count) values, and Databricks takes at most "
          + "\(SparkStatement.mostParameters); put a long list into a table")
    }
    self.init(
      sql: query.sql, text: query.sql,
      parameters: values.enumerated().map { place, bound in
        NativeParameter(name: "p\(place + 1)", bound.value, bound.type)
      })
  }

  /// The statement that tells the query's columns instead of running it.
  var describing: SparkStatement {
    SparkStatement(sql: sql, text: "DESCRIBE QUERY \(text)", parameters: parameters)
  }
}

extension NativeParameter {
  /// A value with the name of its type.
  init(name: String, _ value: Value, _ type: ValueType) {
    self.name = name
    switch value {
    // The query was compiled for doubles; beside an INT or DECIMAL it would compute something else.
    case .integer(let number) where type == .double:
      (self.type, self.value) = ("DOUBLE", String(number))
    case .decimal(let unscaled, let scale) where type == .double:
      (self.type, self.value) = ("DOUBLE", Decimals.text(unscaled, scale: scale))
    case .null: (self.type, self.value) = ("VOID", nil)
    case .boolean(let flag): (self.type, self.value) = ("BOOLEAN", flag ? "true" : "false")
    // LIMIT takes INT and nothing wider.
    case .integer(let number):
      let isShort = Int32(exactly: number) != nil
      (self.type, self.value) = (isShort ? "INT" : "BIGINT", String(number))
    case .decimal(let unscaled, let scale):
      let digits = max(scale, String(unscaled.magnitude).utf8.count)
      (self.type, self.value) = (
        "DECIMAL(\(digits),\(scale))", Decimals.text(unscaled, scale: scale)
      )
    case .double(let number): (self.type, self.value) = ("DOUBLE", NativeParameter.words(number))
    case .text(let text): (self.type, self.value) = ("STRING", text)
    case .date(let date): (self.type, self.value) = ("DATE", date.description)
    case .timestamp(let moment): (self.type, self.value) = ("TIMESTAMP", moment.description)
    }
  }

  private static func words(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    return number.isFinite ? number.description : number < 0 ? "-Infinity" : "Infinity"
  }
}

extension CompiledQuery {
  /// Values of the right types for a query that is only checked.
  var samples: [(value: Value, type: ValueType)] {
    bindings.map { binding in
      switch binding {
      case .literal(let literal): (literal.sample, .null)
      case .parameter(_, let type): (type.sample, type)
      }
    }
  }
}

extension Literal {
  fileprivate var sample: Value {
    switch self {
    case .text(let text): .text(text)
    case .date(let date): .date(date)
    case .timestamp(let moment): .timestamp(moment)
    case .integer(let number): .integer(number)
    case .boolean(let flag): .boolean(flag)
    case .decimal: .decimal(unscaled: 5, scale: 1)
    case .null, .interval: .null
    }
  }
}

extension ValueType {
  fileprivate var sample: Value {
    switch self {
    case .boolean: .boolean(true)
    case .integer: .integer(1)
    case .decimal: .decimal(unscaled: 5, scale: 1)
    case .double: .double(0.5)
    case .text: .text("")
    case .date: .date(CivilDate(days: 0))
    case .timestamp: .timestamp(Timestamp(microseconds: 0))
    case .interval, .null, .unsupported: .null
    }
  }
}
