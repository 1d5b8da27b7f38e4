/// What a function takes and gives.
package struct FunctionSignature: Hashable, Sendable {
  /// Over what a function computes.
  package enum Kind: Hashable, Sendable {
    /// One row at a time.
    case row
    /// All rows of a group, or of a window.
    case aggregate
    /// The rows around one row, in their order.
    case window
  }

  /// What an argument may be.
  package enum Accepted: Hashable, Sendable {
    /// A value of any type, also of a column that we do not read.
    case any
    /// A value that can be sorted: a number, text, date or timestamp.
    case comparable
    case number, integer, text
    /// Text, or an integer, which is taken as its digits.
    case printable
    /// A date or a timestamp.
    case temporal
    case timestamp
    /// A unit of time as text: `'day'`.
    case unit
    /// A number from 0 to 1, written out or a parameter.
    case fraction
    /// A whole number of at least 1, written out.
    case count
  }

  /// The type of the result.
  package enum ResultType: Hashable, Sendable {
    case always(ValueType)
    /// The type of the first argument.
    case first
    /// The type that all arguments share.
    case common
  }

  /// One argument.
  package struct Parameter: Hashable, Sendable {
    /// What messages call it.
    package let name: String
    package let accepts: Accepted
  }

  package let function: Function
  package let kind: Kind
  /// Whether only a report's own expressions know the function.
  package let isLocal: Bool
  package let parameters: [Parameter]
  /// How many arguments must be given; the others may be left out.
  package let required: Int
  /// Whether the last argument may be repeated.
  package let isVariadic: Bool
  package let result: ResultType
  /// What the function does, for messages: `cannot average text column 'gender'`.
  package let verb: String?

  /// The function with its arguments, as messages show it: `round(x[, digits])`.
  package var usage: String {
    var text = ""
    for (place, parameter) in parameters.enumerated() {
      let name = (place == 0 ? "" : ", ") + parameter.name
      text += place < required ? name : "[\(name)]"
    }
    return "\(function.rawValue)(\(text)\(isVariadic ? ", …" : ""))"
  }
}
