import Dates
package import Diagnostics
package import Expressions
package import Frame
package import Spec

/// One entry of `parameters:`.
package struct ParameterPlan: Hashable, Sendable {
  package let name: String
  package let place: SourcePlace
  package let type: ValueType
  /// The value where the user gives none; nil where one must be given.
  package let standard: Value?
  package let minimum: Value?
  package let maximum: Value?
  /// The only values allowed; empty for any.
  package let choices: [Value]
  package let help: String?
  /// Whether the value is kept out of manifests and messages.
  package let isSecret: Bool

  /// Reads one entry: `name: {type: …}`, or `name: default` whose type shows.
  package init?(_ entry: SpecNode.Entry, problems: Problems) {
    name = entry.key
    place = entry.keyPlace
    guard case .mapping = entry.value.content else {
      guard let value = Self.inferred(entry.value), let type = value.type else {
        problems.error(
          "parameter '\(entry.key)' needs a type", at: entry.value.place,
          hints: ["write '\(entry.key): { type: text }'"])
        return nil
      }
      (self.type, standard, minimum, maximum) = (Self.valueType(type), value, nil, nil)
      (choices, help, isSecret) = ([], nil, false)
      return
    }
    let subject = "parameter '\(entry.key)'"
    let fields = FieldReader(entry.value, subject: subject, problems: problems)
    let type = fields.required("type").flatMap { _ in fields.choice("type", of: TypeName.self) }
    help = fields.string("help")
    isSecret = fields.boolean("secret") ?? false
    let kind = type?.type ?? .text
    self.type = kind
    func value(_ node: SpecNode?) -> Value? {
      node.flatMap { Self.value($0, kind, of: subject, problems: problems) }
    }
    standard = value(fields.node("default"))
    minimum = value(fields.node("minimum"))
    maximum = value(fields.node("maximum"))
    choices = (fields.list("choices") ?? []).compactMap(value)
    fields.finish()
    guard type != nil else { return nil }
    if let standard, let fault = fault(of: standard), let node = fields.node("default") {
      problems.error("the default of \(subject) \(fault)", at: node.place)
    }
  }

  /// What is wrong with a value for this parameter, as the end of a sentence; nil where it fits.
  package func fault(of value: Value) -> String? {
    let found = isSecret ? "a secret" : value.description
    if let minimum, Value.isOrdered(value, before: minimum) {
      return "must be at least \(minimum), found \(found)"
    }
    if let maximum, Value.isOrdered(maximum, before: value) {
      return "must be at most \(maximum), found \(found)"
    }
    if !choices.isEmpty, !choices.contains(value) {
      return "must be one of \(choices.map(\.description).joined(separator: ", ")), found \(found)"
    }
    return nil
  }

  /// The value that a text says, such as one typed after `-p`; nil where it says none of the type.
  package static func value(of text: String, as type: ValueType) -> Value? {
    switch type {
    case .integer: Int64(text).map { .integer($0) }
    case .double: Double(text).flatMap { $0.isFinite ? .double($0) : nil }
    case .decimal: decimal(text)
    case .boolean: text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
    case .date: CivilDate(text).map { .date($0) }
    case .timestamp: Timestamp(text).map { .timestamp($0) }
    default: .text(text)
    }
  }

  /// The words for types in a spec.
  package enum TypeName: String, CaseIterable {
    case text, integer, number, decimal, boolean, date, timestamp

    var type: ValueType {
      switch self {
      case .text: .text
      case .integer: .integer
      case .number: .double
      case .decimal: .decimal
      case .boolean: .boolean
      case .date: .date
      case .timestamp: .timestamp
      }
    }
  }

  private static func value(
    _ node: SpecNode, _ type: ValueType, of subject: String, problems: Problems
  ) -> Value? {
    guard let text = node.text("a value of \(subject)", problems: problems)?.text else {
      return nil
    }
    if let value = value(of: text, as: type) { return value }
    problems.error("\(subject) is of type \(type), found '\(text)'", at: node.place)
    return nil
  }

  private static func decimal(_ text: String) -> Value? {
    let scale = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    guard scale <= 38 else { return nil }
    return Decimals.unscaled(text, scale: scale).map { .decimal(unscaled: $0, scale: scale) }
  }

  private static func inferred(_ node: SpecNode) -> Value? {
    guard case .scalar(let scalar) = node.content, !node.isEmpty else { return nil }
    let text = scalar.text.text
    guard scalar.isPlain else { return .text(text) }
    let types: [ValueType] = [.integer, .double, .boolean, .date, .timestamp]
    return types.lazy.compactMap { value(of: text, as: $0) }.first ?? .text(text)
  }

  private static func valueType(_ type: ColumnType) -> ValueType {
    switch type {
    case .boolean: .boolean
    case .integer: .integer
    case .decimal: .decimal
    case .double: .double
    case .text: .text
    case .date: .date
    case .timestamp: .timestamp
    }
  }
}
