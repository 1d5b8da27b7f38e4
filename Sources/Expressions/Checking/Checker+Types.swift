import Dates
import Diagnostics

extension ValueType {
  /// The wider of two numeric types.
  static func promoted(_ a: ValueType, _ b: ValueType) -> ValueType {
    if a == .null { return b }
    if b == .null { return a }
    if a == .double || b == .double { return .double }
    return a == .decimal || b == .decimal ? .decimal : .integer
  }
}

extension Checker {
  /// Makes two values comparable: dates beside timestamps become timestamps, text beside a date is
  /// read as one; notes an error where their types do not meet.
  func compared(
    _ a: CheckedExpression, _ b: CheckedExpression, isOrder: Bool, at place: SourcePlace
  ) -> (CheckedExpression, CheckedExpression)? {
    for side in [a, b] {
      guard case .unsupported = side.type else { continue }
      problems.error("cannot compare \(side.words)", at: side.place)
      return nil
    }
    if isOrder, a.type == .boolean || b.type == .boolean {
      problems.error(
        "cannot order true and false", at: place, hints: ["compare them with '=' or '!='"])
      return nil
    }
    guard let (x, y) = matched(a, b) else {
      if !problems.hasTold(about: a.place, b.place) { mismatch(a, b, at: place) }
      return nil
    }
    return (x, y)
  }

  private func mismatch(_ a: CheckedExpression, _ b: CheckedExpression, at place: SourcePlace) {
    problems.error(
      "cannot compare \(a.words) with \(b.words)", at: place,
      hints: a.hints(comparedWith: b) + b.hints(comparedWith: a))
  }

  /// Two values in one type, or nil where they have none in common; an unreadable date is noted.
  private func matched(_ a: CheckedExpression, _ b: CheckedExpression)
    -> (CheckedExpression, CheckedExpression)?
  {
    if a.type == b.type || a.type == .null || b.type == .null { return (a, b) }
    if a.type.isNumeric, b.type.isNumeric { return (a, b) }
    if a.type.isTemporal, b.type == .text {
      return readDate(b, beside: a).flatMap { matched(a, $0) }
    }
    if b.type.isTemporal, a.type == .text {
      return readDate(a, beside: b).flatMap { matched($0, b) }
    }
    if a.type == .date, b.type == .timestamp { return (a.asTimestamp, b) }
    if a.type == .timestamp, b.type == .date { return (a, b.asTimestamp) }
    return nil
  }

  /// A text literal read as a date or timestamp, since it stands beside one.
  private func readDate(_ text: CheckedExpression, beside other: CheckedExpression)
    -> CheckedExpression?
  {
    guard case .literal(.text(let written)) = text.node else { return nil }
    if let date = CivilDate(written) {
      return CheckedExpression(.literal(.date(date)), type: .date, at: text.place)
    }
    if let moment = Timestamp(written) {
      return CheckedExpression(.literal(.timestamp(moment)), type: .timestamp, at: text.place)
    }
    problems.error(
      "'\(written)' is no \(other.type)", at: text.place,
      hints: ["write it as '2026-01-31'" + (other.type == .date ? "" : " or '2026-01-31 12:30:00'")]
    )
    return nil
  }

  /// Values brought to one type, for `case`, `coalesce`, `least`; notes an error where they differ.
  func unified(_ values: [CheckedExpression], what: String, at place: SourcePlace)
    -> ([CheckedExpression], ValueType)?
  {
    guard var widest = values.first(where: { $0.type != .null }) else { return (values, .null) }
    for value in values {
      guard let (wide, other) = matched(widest, value) else {
        if problems.hasTold(about: value.place, widest.place) { return nil }
        problems.error(
          "\(what) both \(widest.words) and \(value.words)", at: value.place,
          hints: ["give all values one type, perhaps with cast(… as …)"])
        return nil
      }
      widest =
        ValueType.promoted(wide.type, other.type) == wide.type || !wide.type.isNumeric
        ? wide : other
    }
    let type = widest.type
    let same = values.map { matched(widest, $0)?.1 ?? $0 }
    return (same, type)
  }
}

extension Problems {
  /// Whether an error at one of the places is noted already, so that no second is heaped upon it.
  fileprivate func hasTold(about places: SourcePlace...) -> Bool {
    all.contains { told in places.contains { told.place == $0 } }
  }
}

extension CheckedExpression {
  /// The date as the moment it begins.
  var asTimestamp: CheckedExpression {
    guard type == .date else { return self }
    if case .literal(.date(let date)) = node {
      return CheckedExpression(.literal(.timestamp(Timestamp(date))), type: .timestamp, at: place)
    }
    return CheckedExpression(.cast(self, .timestamp), type: .timestamp, at: place)
  }

  /// The value as messages name it: `text column 'gender'`, `number 12`, `a date`.
  package var words: String {
    switch node {
    case .literal(.text(let text)): "text '\(text.count > 24 ? text.prefix(24) + "…" : text[...])'"
    case .literal(.null): "null"
    case .literal(let literal):
      type.isNumeric ? "number \(literal)" : type == .boolean ? "\(literal)" : literal.description
    case .column(let column):
      "\(type) column '\(column)'"
    case .parameter(let name): "\(type) parameter '\(name)'"
    case .rows(let query): "the rows of '\(query)'"
    default:
      switch type {
      case .boolean: "a condition"
      case .integer, .decimal, .double: "a number"
      case .text: "text"
      default: "a \(type)"
      }
    }
  }

  /// What to do where a number is wanted.
  var numberHints: [String] {
    switch (type, node) {
    case (.text, .literal(.text(let text))) where Double(text) != nil:
      ["write the number without quotes: \(text)"]
    case (.text, _): ["write cast(… as double) where the text holds numbers"]
    case (.boolean, _): ["write cast(… as integer) for 1 and 0"]
    default: []
    }
  }

  /// What to do with this value so that it can be compared with another.
  fileprivate func hints(comparedWith other: CheckedExpression) -> [String] {
    switch (node, other.type) {
    case (.literal(.text(let text)), .integer), (.literal(.text(let text)), .decimal),
      (.literal(.text(let text)), .double):
      Double(text) == nil ? [] : ["write the number without quotes: \(text)"]
    case (.literal(let literal), .text) where type.isNumeric:
      ["write the number as text: '\(literal)'"]
    case (.literal(.boolean(let value)), .text): ["write it as text: '\(value)'"]
    case (.literal(.integer(let value)), .boolean) where value == 0 || value == 1:
      ["write \(value == 1)"]
    default: []
    }
  }
}
