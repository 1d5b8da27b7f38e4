/// Where a link may lead: a web page, a mail address, or a place in the report.
package enum LinkTarget: Hashable, Sendable {
  case external(String)
  /// The anchor without its `#`.
  case anchor(String)

  /// Reads a target; nil for every other scheme, such as `javascript:`, and for a relative path,
  /// which a self-contained report cannot follow.
  package init?(_ text: String) {
    if text.hasPrefix("#"), text.utf8.count > 1 {
      self = .anchor(String(text.dropFirst()))
      return
    }
    let lowered = text.lowercased()
    let isAllowed = ["https://", "http://", "mailto:"].contains { lowered.hasPrefix($0) }
    guard isAllowed, !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7f })
    else { return nil }
    self = .external(text)
  }
}
