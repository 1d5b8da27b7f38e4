import Expressions
import JSON
import SQL

extension TableRecord {
  /// The record of a table, as `DESCRIBE TABLE EXTENDED … AS JSON` describes it; nil where the
  /// description has no columns.
  init?(_ name: TableName, _ told: JSONValue) {
    guard case .array(let columns)? = told["columns"] else { return nil }
    self.init(
      name: name, isView: told["type"]?.text?.contains("VIEW") ?? false,
      columns: columns.compactMap { ColumnRecord($0) }, comment: told["comment"]?.text)
  }
}

extension ColumnRecord {
  fileprivate init?(_ told: JSONValue) {
    guard let name = told["name"]?.text, let type = told["type"].flatMap(DescribedType.init) else {
      return nil
    }
    var isNullable = true
    if case .boolean(false)? = told["nullable"] { isNullable = false }
    self.init(
      name: name, type: type.valueType, declaredType: type.words, scale: type.scale,
      isNullable: isNullable, defaultValue: told["default"]?.text, comment: told["comment"]?.text)
  }
}

/// A type as the description writes it: its name, and what it is made of.
struct DescribedType {
  /// The type in SQL.
  let words: String
  let scale: Int?
  let valueType: ValueType

  init?(_ told: JSONValue) {
    guard let name = told["name"]?.text else { return nil }
    var scale: Int?
    if name == "decimal", case .integer(let digits)? = told["scale"] { scale = Int(digits) }
    self.scale = scale
    words = DescribedType.words(name, told)
    valueType = DescribedType.types[name] ?? .unsupported(words)
  }

  private static let types: [String: ValueType] = [
    "boolean": .boolean, "tinyint": .integer, "smallint": .integer, "int": .integer,
    "bigint": .integer, "float": .double, "double": .double, "decimal": .decimal,
    "string": .text, "varchar": .text, "char": .text, "date": .date, "timestamp": .timestamp,
    "timestamp_ltz": .timestamp, "timestamp_ntz": .timestamp,
  ]

  private static func words(_ name: String, _ told: JSONValue) -> String {
    func inner(_ key: String) -> String { told[key].flatMap(DescribedType.init)?.words ?? "?" }
    switch name {
    case "decimal": return "decimal(\(told.number("precision")),\(told.number("scale")))"
    case "varchar", "char": return "\(name)(\(told.number("length")))"
    case "array": return "array<\(inner("element_type"))>"
    case "map": return "map<\(inner("key_type")),\(inner("value_type"))>"
    case "struct":
      guard case .array(let fields)? = told["fields"] else { return name }
      let words = fields.map { field in
        "\(field["name"]?.text ?? "?"):\(field["type"].flatMap(DescribedType.init)?.words ?? "?")"
      }
      return "struct<\(words.joined(separator: ","))>"
    case "interval":
      let units = ["start_unit", "end_unit"].compactMap { told[$0]?.text }
      return ["interval", units.joined(separator: " to ")].filter { !$0.isEmpty }
        .joined(separator: " ")
    default: return name
    }
  }
}

extension JSONValue {
  /// The text; nil where it is none.
  var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The digits of an object's whole number.
  fileprivate func number(_ key: String) -> String {
    if case .integer(let number)? = self[key] { String(number) } else { "?" }
  }
}
