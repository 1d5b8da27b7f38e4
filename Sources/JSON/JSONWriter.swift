extension JSONValue {
  /// The value as JSON text, indented by two blanks a level; short arrays and objects on one line.
  ///
  /// Numbers are written with the fewest digits that read back to the same double.
  package func text() -> String {
    var out = ""
    write(to: &out, indent: 0)
    return out
  }

  /// The value as JSON text on one line.
  package func line() -> String {
    var out = ""
    writeLine(to: &out)
    return out
  }

  private func write(to out: inout String, indent: Int) {
    let compact = line()
    guard compact.utf8.count + indent > 100, isContainer else {
      out += compact
      return
    }
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .array(let items):
      out += "[\n"
      for (index, item) in items.enumerated() {
        out += inner
        item.write(to: &out, indent: indent + 2)
        out += index + 1 < items.count ? ",\n" : "\n"
      }
      out += outer + "]"
    case .object(let fields):
      out += "{\n"
      for (index, field) in fields.enumerated() {
        out += inner + JSONValue.quoted(field.key) + ": "
        field.value.write(to: &out, indent: indent + 2)
        out += index + 1 < fields.count ? ",\n" : "\n"
      }
      out += outer + "}"
    default: out += compact
    }
  }

  private var isContainer: Bool {
    switch self {
    case .array(let items): !items.isEmpty
    case .object(let fields): !fields.isEmpty
    default: false
    }
  }

  private func writeLine(to out: inout String) {
    switch self {
    case .null: out += "null"
    case .boolean(let value): out += value ? "true" : "false"
    case .integer(let value): out += String(value)
    case .number(let value): out += JSONValue.number(text: value)
    case .string(let value): out += JSONValue.quoted(value)
    case .array(let items):
      out += "["
      for (index, item) in items.enumerated() {
        if index > 0 { out += ", " }
        item.writeLine(to: &out)
      }
      out += "]"
    case .object(let fields):
      out += "{"
      for (index, field) in fields.enumerated() {
        if index > 0 { out += ", " }
        out += JSONValue.quoted(field.key) + ": "
        field.value.writeLine(to: &out)
      }
      out += "}"
    }
  }

  private static func number(text value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == value.rounded(), abs(value) < 1e16 { return String(Int64(value)) }
    return value.description
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _
      where scalar.value < 32 || (0x7f...0x9f).contains(scalar.value)
        || scalar.value == 0x2028 || scalar.value == 0x2029:
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
