package import Diagnostics

/// Reads the fields of one YAML mapping strictly.
///
/// Each asked-for field is checked for its type, and ``finish()`` notes every field that nobody
/// asked for, with the nearest known name. A class, because the readers of a block's parts share
/// the record of what was asked for.
package final class FieldReader {
  /// What is being read, in words such as `a chart`, `query 'people'`.
  package let subject: String
  /// The mapping.
  package let node: SpecNode
  /// Where errors go.
  package let problems: Problems
  private let entries: [SpecNode.Entry]
  private var asked: [String] = []

  /// Begins to read a node; a node that is no mapping is noted as an error and reads as empty.
  package init(_ node: SpecNode, subject: String, problems: Problems) {
    self.node = node
    self.subject = subject
    self.problems = problems
    entries = node.entries(subject, problems: problems) ?? []
  }

  /// The keys that are given, in order.
  package var keys: [String] { entries.map(\.key) }

  /// The places of the fields' values, by their keys.
  package var places: [String: SourcePlace] {
    Dictionary(entries.map { ($0.key, $0.value.place) }) { first, _ in first }
  }

  /// The place of a field's key where the field is given, else of the whole mapping.
  package func place(of key: String) -> SourcePlace {
    entries.first { $0.key == key }?.keyPlace ?? node.place
  }

  /// Whether the field is given.
  package func has(_ key: String) -> Bool { node(key) != nil }

  /// A field's node as it stands.
  package func node(_ key: String) -> SpecNode? {
    if !asked.contains(key) { asked.append(key) }
    return entries.first { $0.key == key }?.value
  }

  /// A field's node; its absence is an error.
  package func required(_ key: String) -> SpecNode? {
    if let node = node(key) { return node }
    problems.error("\(subject) needs '\(key)'", at: node.place, hints: ["add '\(key): …'"])
    return nil
  }

  /// Text; a plain number or boolean is taken as its text.
  package func text(_ key: String) -> SourceText? {
    node(key)?.text("'\(key)'", problems: problems)
  }

  /// Text as a plain string.
  package func string(_ key: String) -> String? { text(key)?.text }

  /// A whole number, perhaps within a range.
  package func integer(_ key: String, in range: ClosedRange<Int>? = nil) -> Int? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let scalar) = node.content, scalar.isPlain,
      let value = Int(scalar.text.text.replacing("_", with: ""))
    else { return refuse(node, key, expected: "a whole number") }
    if let range, !range.contains(value) {
      return refuse(
        node, key, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// A finite number, perhaps within a range.
  package func number(_ key: String, in range: ClosedRange<Double>? = nil) -> Double? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let scalar) = node.content, scalar.isPlain,
      let value = Double(scalar.text.text), value.isFinite
    else { return refuse(node, key, expected: "a number") }
    if let range, !range.contains(value) {
      return refuse(node, key, expected: "a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// `true` or `false`.
  package func boolean(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    if case .scalar(let scalar) = node.content, scalar.isPlain {
      switch scalar.text.text {
      case "true", "True", "TRUE": return true
      case "false", "False", "FALSE": return false
      default: break
      }
    }
    return refuse(
      node, key, expected: "true or false", automatic: "\(key): true, or leave it out")
  }

  /// One of a few words.
  package func choice<T: RawRepresentable & CaseIterable>(_ key: String, of type: T.Type) -> T?
  where T.RawValue == String {
    guard let node = node(key) else { return nil }
    guard let text = node.text("'\(key)'", problems: problems)?.text else { return nil }
    if let value = T(rawValue: text) { return value }
    let words = T.allCases.map(\.rawValue)
    problems.error(
      "'\(key)' of \(subject) cannot be '\(text)', expected \(listed(words))", at: node.place,
      hints: meantName(by: text, in: words).map { ["did you mean '\($0)'?"] } ?? [])
    return nil
  }

  /// A sequence's nodes; a single node counts as a sequence of one where `orSingle`.
  package func list(_ key: String, orSingle: Bool = false) -> [SpecNode]? {
    guard let node = node(key) else { return nil }
    if orSingle {
      if case .sequence(let items) = node.content { return items }
      return [node]
    }
    return node.items("'\(key)'", problems: problems)
  }

  /// A mapping's entries in order.
  package func entries(_ key: String) -> [SpecNode.Entry]? {
    node(key)?.entries("'\(key)'", problems: problems)
  }

  /// A nested mapping to read.
  package func fields(_ key: String, subject: String) -> FieldReader? {
    node(key).map { FieldReader($0, subject: subject, problems: problems) }
  }

  /// Notes every field that was given but never asked for.
  ///
  /// Call once, last.
  package func finish() {
    for entry in entries where !asked.contains(entry.key) {
      problems.error(
        "\(subject) has no key '\(entry.key)'", at: entry.keyPlace,
        hints: entry.isRestOfCall
          ? [hintToQuote] : hints(forUnknown: entry.key, among: asked, listing: 100))
    }
  }

  private func refuse<T>(
    _ node: SpecNode, _ key: String, expected: String,
    automatic: String = "leave it out for the automatic choice"
  ) -> T? {
    problems.error(
      "'\(key)' of \(subject) must be \(expected), found \(node.summary)", at: node.place,
      hints: node.numberMeant.map { ["\(key): \($0)"] }
        ?? (node.isAutomatic ? [automatic] : []))
    return nil
  }

  private func listed(_ words: [String]) -> String {
    words.count < 2
      ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
  }
}

extension SpecNode {
  /// The scalar's text, noting an error where the node is no scalar.
  package func text(_ what: String, problems: Problems) -> SourceText? {
    if case .scalar(let scalar) = content { return scalar.text }
    problems.error("\(what) must be text, found \(summary)", at: place)
    return nil
  }

  /// The mapping's entries, noting an error where the node is no mapping.
  ///
  /// Nothing (`key:` alone) counts as an empty mapping.
  package func entries(_ what: String, problems: Problems) -> [Entry]? {
    if case .mapping(let entries) = content { return entries }
    if isEmpty { return [] }
    problems.error("\(what) must be a mapping (`key: value`), found \(summary)", at: place)
    return nil
  }

  /// The sequence's nodes, noting an error where the node is no sequence.
  ///
  /// Nothing counts as empty.
  package func items(_ what: String, problems: Problems) -> [SpecNode]? {
    if case .sequence(let items) = content { return items }
    if isEmpty { return [] }
    problems.error("\(what) must be a list, found \(summary)", at: place)
    return nil
  }

  /// Whether the node is nothing: an empty plain scalar, `~` or `null`.
  package var isEmpty: Bool {
    guard case .scalar(let scalar) = content, scalar.isPlain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.text.text)
  }

  /// Whether the node is a list.
  package var isList: Bool {
    if case .sequence = content { true } else { false }
  }

  /// The number that is meant by one with a unit of other tools, `400px` or `50%`.
  fileprivate var numberMeant: String? {
    guard case .scalar(let scalar) = content else { return nil }
    let text = scalar.text.text
    for unit in ["px", "pt", "%"] where text.hasSuffix(unit) {
      guard let number = Double(text.dropLast(unit.count)), number.isFinite else { return nil }
      return unit == "%" ? "\(number / 100)" : String(text.dropLast(unit.count))
    }
    return nil
  }

  /// Whether the node is the word of other tools for a choice that is made where a key is left out.
  fileprivate var isAutomatic: Bool {
    guard case .scalar(let scalar) = content else { return false }
    return ["auto", "default"].contains(scalar.text.text.lowercased())
  }

  /// What the node is, in words for a message.
  package var summary: String {
    switch content {
    case .scalar(let scalar):
      let text = scalar.text.text
      return isEmpty ? "nothing" : "'\(text.count > 40 ? text.prefix(40) + "…" : text)'"
    case .sequence: return "a list"
    case .mapping: return "a mapping"
    }
  }
}
