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
    guard let place else {
      return ([("\(severity.rawValue): \(message)")] + hints.map { "  hint: \($0)" })
        .joined(separator: "\n")
    }
    var lines = ["\(place.file):\(place.line):\(place.column): \(severity.rawValue): \(message)"]
    if !place.lineText.isEmpty {
      let gutter = String(place.line)
      lines.append("  \(gutter) | \(printable(place.lineText))")
      let blank = String(repeating: " ", count: gutter.count)
      let indent = String(repeating: " ", count: max(0, place.column - 1))
      let carets = "^" + String(repeating: "~", count: place.length - 1)
      lines.append("  \(blank) | \(indent)\(carets)")
    }
    lines += hints.map { "  hint: \($0)" }
    return lines.joined(separator: "\n")
  }

  /// The line with tabs and control characters as single blanks, so that the caret stands right.
  private func printable(_ line: String) -> String {
    String(
      line.map { $0.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 } ? $0 : " " })
  }
}
