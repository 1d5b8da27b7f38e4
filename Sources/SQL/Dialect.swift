package import Expressions

/// How one database words SQL, and what it can do.
///
/// A dialect is the list of its differences: every requirement but ``name`` has a default, the
/// wording of ``StandardWording``. To word a function otherwise, override ``wording(of:)-call`` for
/// it and pass the rest on:
/// ```swift
/// func wording(of call: WordedCall) -> String? {
///   switch call.function {
///   case .median: call.text("my_median")
///   default: StandardWording.wording(of: call, in: self)
///   }
/// }
/// ```
package protocol Dialect: Sendable {
  /// The name users give, such as `sqlite`.
  var name: String { get }

  /// What the database can do.
  var capabilities: Capabilities { get }

  /// How a bound value is marked in the text.
  var placeholders: PlaceholderStyle { get }

  /// A name in the database's quotes, with quotes inside doubled.
  func quoted(_ name: String) -> String

  /// The name of a type in `CAST`.
  func typeName(_ type: ValueType) -> String

  /// A boolean, null or number written into the text; text and dates are always bound.
  func literal(_ literal: Literal) -> String?

  /// A function call; nil where the database cannot compute it.
  func wording(of call: WordedCall) -> String?

  /// `+ - * / % ||`, comparisons, `and`, `or`; the operands carry their parentheses.
  func wording(of sign: BinaryOperator, _ left: Worded, _ right: Worded) -> String

  /// `[not] between`, which asks for an order as `<` does.
  func wording(placing value: Worded, between low: Worded, and high: Worded, negated: Bool)
    -> String

  /// A cast between two types.
  func wording(casting value: Worded, to type: ValueType) -> String

  /// `like` (minds case) and `ilike` (does not); `%` and `_` are the only special characters.
  func wording(matching value: Worded, with pattern: Worded, caseSensitive: Bool, negated: Bool)
    -> String

  /// One key of an order (without parentheses), with the place of nulls; texts go by code points.
  ///
  /// A key that is the name of a column of the result comes as of type null: it may stand in no
  /// expression, and is ordered as ``wording(selecting:)`` gave it.
  func wording(ordering key: Worded, isDescending: Bool, nullsFirst: Bool) -> String

  /// A column of the result, as it is selected; here a database makes readable what it would send
  /// in a form of its own, such as a type that we do not know.
  func wording(selecting value: Worded) -> String

  /// `LIMIT` and `OFFSET`; at least one is given.
  func wording(limit: String?, offset: String?) -> String
}

/// How a bound value is marked in SQL text.
package enum PlaceholderStyle: Hashable, Sendable {
  /// `?`, once for each use, in order.
  case question
  /// A prefix and the value's number from 1: `?1`, `$1`. Equal values share one number, so that an
  /// expression with a bound value is the same text in `SELECT` and in `GROUP BY`.
  case numbered(prefix: String)

  /// The mark of a value by its number from 1.
  package func mark(_ number: Int) -> String {
    switch self {
    case .question: "?"
    case .numbered(let prefix): "\(prefix)\(number)"
    }
  }
}

/// A piece of SQL text with its type.
package struct Worded: Hashable, Sendable, CustomStringConvertible {
  /// The text; with parentheses where an operator beside it could tear it apart.
  package let sql: String
  package let type: ValueType
  /// The value, where the text is one number written out.
  package let literal: Literal?

  package init(_ sql: String, type: ValueType, literal: Literal? = nil) {
    self.sql = sql
    self.type = type
    self.literal = literal
  }

  /// The text.
  package var description: String { sql }
}

/// A function call whose arguments are worded.
package struct WordedCall: Hashable, Sendable {
  package let function: Function
  /// The arguments; a unit of time comes as plain lower-case letters without quotes.
  package let arguments: [Worded]
  /// The type of the result.
  package let type: ValueType
  package let isDistinct: Bool
  /// ` FILTER (WHERE …) OVER (…)`, or nothing: belongs right after the aggregate's parenthesis.
  package let tail: String
  /// Whether the call is computed over a window.
  package let isWindowed: Bool

  /// The call under a database's own name: `name([DISTINCT] arguments)` and the tail.
  package func text(_ name: String) -> String { text(name, arguments) }

  /// The call under a database's own name, with other arguments.
  package func text(_ name: String, _ arguments: [Worded]) -> String {
    let list = arguments.map(\.sql).joined(separator: ", ")
    return "\(name)(\(isDistinct ? "DISTINCT " : "")\(list))\(tail)"
  }
}
