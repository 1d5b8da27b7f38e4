import Diagnostics
import Expressions
import SQL

/// A checked expression over a table `t`: x double, n integer, m decimal, s and r text, d date, at
/// timestamp, b boolean; parameters `p` integer and `since` date.
func checked(_ text: String) -> CheckedExpression? {
  let place = SourcePlace(file: "t", line: 1, column: 1)
  let problems = Problems()
  let scope = Scope(
    tables: [
      (
        alias: "t",
        columns: [
          ScopeColumn(name: "x", type: .double), ScopeColumn(name: "y", type: .double),
          ScopeColumn(name: "n", type: .integer), ScopeColumn(name: "m", type: .decimal),
          ScopeColumn(name: "s", type: .text), ScopeColumn(name: "r", type: .text),
          ScopeColumn(name: "d", type: .date), ScopeColumn(name: "at", type: .timestamp),
          ScopeColumn(name: "b", type: .boolean),
        ]
      )
    ], parameters: ["p": .integer, "since": .date])
  return Expression(parsing: SourceText(text, at: place), problems: problems)?
    .check(in: scope, problems: problems)
}

/// A dialect that numbers its placeholders, quotes with backticks and lacks much.
struct OddDialect: Dialect {
  let name = "odd"
  let capabilities: Capabilities = []
  let placeholders: PlaceholderStyle = .numbered(prefix: "$")

  func quoted(_ name: String) -> String { "`\(name)`" }

  func wording(of call: WordedCall) -> String? {
    switch call.function {
    case .median: call.text("mid")
    case .skewness: call.text("skew")
    case .upper: "\(call.arguments[0]) COLLATE upper"
    case .contains: call.text("has")
    default: StandardWording.wording(of: call, in: self)
    }
  }

  func wording(casting value: Worded, to type: ValueType) -> String {
    type == .boolean ? "\(value) <> 0" : "\(value)::\(typeName(type))"
  }
}

/// SQL without the quotes and the table's name, which would hide what a test is about.
func plain(_ sql: String) -> String {
  sql.replacing("\"t\".", with: "").replacing("\"", with: "")
}
