import Expressions
import SQL

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
