import Expressions

/// A column's type as declared in SQLite, where any word may be a type, read as ours.
///
/// SQLite's own rules know five affinities and neither dates nor booleans; this reads the words that
/// people and other databases use, and leaves what it does not know to the values themselves.
struct DeclaredType: Hashable {
  /// Our type; nil where the declaration does not tell.
  let type: ValueType?
  /// Digits after the point, where a decimal's declaration gives them.
  let scale: Int?

  /// Reads a declaration such as `DECIMAL(10,2)`.
  init(_ declared: String) {
    let words = declared.uppercased()
    let name = words.prefix { $0 != "(" }.split(separator: " ").joined(separator: " ")
    let arguments = words.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
      .split(separator: ",").map { Int($0.filter { $0 != " " }) }
    type = DeclaredType.type(named: name)
    scale = type == .decimal && !arguments.isEmpty ? arguments.dropFirst().first ?? 0 : nil
  }

  private static func type(named name: String) -> ValueType? {
    if name.hasPrefix("TIMESTAMP") || name.hasPrefix("DATETIME") { return .timestamp }
    if let exact = exact[name] { return exact }
    // SQLite's order of rules, save that FLOATING POINT is no INT.
    if name.contains("REAL") || name.contains("FLOA") || name.contains("DOUB") { return .double }
    if name.contains("INT") { return .integer }
    if ["CHAR", "CLOB", "TEXT"].contains(where: name.contains) { return .text }
    return name.isEmpty ? nil : .unsupported(name)
  }

  private static let exact: [String: ValueType?] = [
    "ANY": nil, "BLOB": .unsupported("BLOB"), "BOOL": .boolean, "BOOLEAN": .boolean,
    "DATE": .date, "DEC": .decimal, "DECIMAL": .decimal, "ENUM": .text,
    "INTERVAL": .unsupported("INTERVAL"), "JSON": .text, "MONEY": .decimal, "NUMBER": .decimal,
    "NUMERIC": .decimal, "POINT": .unsupported("POINT"), "STRING": .text, "UUID": .text,
  ]
}
