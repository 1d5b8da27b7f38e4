import Expressions
import Frame

/// Writes values into SQL, for Apache Spark has no way to bind them: the one place where a value
/// becomes text of a statement.
///
/// A text cannot leave its quotes, since nothing that means anything to a parser stands in them:
/// quotes, backslashes, control characters and the beginnings of comments and variables are written
/// as `\u` and four digits. Numbers are made of their own digits, never of a text.
enum LiteralWriter {
  /// A value as a literal of a type.
  static func literal(_ value: Value, as type: ValueType) -> String {
    switch value {
    case .null: type == .null ? "NULL" : "CAST(NULL AS \(SparkTypes.name(type)))"
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .integer(let number): integer(number, as: type)
    case .decimal(let unscaled, let scale): decimal(unscaled, scale)
    case .double(let number): double(number)
    case .text(let text): quoted(text)
    case .date(let date): "DATE '\(date)'"
    case .timestamp(let moment): "TIMESTAMP '\(moment)'"
    }
  }

  /// Whole numbers stay bare, since LIMIT takes no other; where a minus stands beside one it would
  /// begin a comment.
  private static func integer(_ number: Int64, as type: ValueType) -> String {
    // The smallest number has no literal: the digits after its minus are one too many.
    if number == .min { return "(-9223372036854775807 - 1)" }
    let digits = number < 0 ? "(\(number))" : String(number)
    return type == .double ? "CAST(\(digits) AS DOUBLE)" : digits
  }

  /// Bare digits with a point are an exact decimal of just so many digits.
  private static func decimal(_ unscaled: Int128, _ scale: Int) -> String {
    let digits = Decimals.text(unscaled, scale: scale)
    let whole = scale == 0 ? "\(digits)BD" : digits
    return unscaled < 0 ? "(\(whole))" : whole
  }

  private static func double(_ number: Double) -> String {
    guard number.isFinite else {
      return number.isNaN ? "double('NaN')" : "double('\(number < 0 ? "-" : "")Infinity')"
    }
    return number.sign == .minus ? "(\(number)D)" : "\(number)D"
  }

  /// A text in quotes.
  static func quoted(_ text: String) -> String {
    var sql = "'"
    for scalar in text.unicodeScalars {
      if isPlain(scalar) {
        sql.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16)
        sql += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return sql + "'"
  }

  /// Whether a character may stand for itself: letters, digits, blank, the harmless signs, and all
  /// beyond Latin but the separators of lines.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", "_", ":", "@", "+", "(", ")", "=", "<",
      ">", "!", "?", "%", "&", "|", "#":
      true
    case "\u{2028}", "\u{2029}": false
    default: scalar.value >= 0xA0
    }
  }
}

/// The names of types in SQL.
enum SparkTypes {
  static func name(_ type: ValueType) -> String {
    switch type {
    case .boolean: "BOOLEAN"
    case .integer: "BIGINT"
    case .decimal: "DECIMAL(38, 18)"
    case .double: "DOUBLE"
    case .date: "DATE"
    case .timestamp: "TIMESTAMP"
    case .text, .interval, .null, .unsupported: "STRING"
    }
  }
}
