/// What a person reads when something is wrong: message, place and next steps.
///
/// The message is lower case without a full stop and says what was found and what was expected;
/// each hint is one thing to do.
package struct Diagnostic: Error, Hashable, Sendable {
  /// How grave a diagnostic is.
  package enum Severity: String, Hashable, Sendable {
    /// The report cannot be made.
    case error
    /// The report is made, but something deserves a look.
    case warning
  }

  /// How grave it is.
  package let severity: Severity
  /// What was found and what was expected.
  package let message: String
  /// Where it is, where a place is known.
  package let place: SourcePlace?
  /// Next steps, most useful first.
  package let hints: [String]

  /// Makes a diagnostic, an error unless said otherwise.
  package init(
    _ message: String, at place: SourcePlace? = nil, hints: [String] = [],
    severity: Severity = .error
  ) {
    self.severity = severity
    self.message = message
    self.place = place
    self.hints = hints
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The diagnostic as printed: place and message, the line with a caret, the hints.
  package var description: String {
    let beginning = place.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
    var lines = ["\(beginning)\(severity.rawValue): \(message)"].map(printable)
    if let place, !place.lineText.isEmpty { lines += quotation(of: place) }
    lines += hints.map { "  hint: " + printable($0) }
    return lines.joined(separator: "\n")
  }

  /// The line of a place, with a blank for each character that cannot be shown, and the caret.
  private func quotation(of place: SourcePlace) -> [String] {
    let gutter = String(place.line)
    let blank = String(repeating: " ", count: gutter.count)
    let indent = String(repeating: " ", count: max(0, place.column - 1))
    let carets = "^" + String(repeating: "~", count: place.length - 1)
    return [
      "  \(gutter) | \(String(place.lineText.map { $0.isCommand ? " " : $0 }))",
      "  \(blank) | \(indent)\(carets)",
    ]
  }

  /// A text whose every character is seen, not obeyed; line ends stay.
  private func printable(_ text: String) -> String {
    String(text.map { $0.isCommand && $0 != "\n" ? "\u{fffd}" : $0 })
  }
}

extension Character {
  /// Whether a terminal would obey the character instead of showing it: control characters, and
  /// those that turn the writing direction.
  fileprivate var isCommand: Bool {
    unicodeScalars.contains { scalar in
      scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
    }
  }
}
