package import Drawing

/// One thing in a drawing that a reader would stumble over.
package struct Finding: Hashable, Sendable {
  /// The rule that found it, such as `words-overlap`.
  package let rule: String
  /// The groups that hold the element, from the outermost: `panel-2/axis-x`.
  package let role: String
  /// The element in words: `'Mar 2026'`, `a line`.
  package let element: String
  /// Where the element lies in the drawing; nil for words beside it.
  package let place: Rectangle?
  /// What is wrong, and by how much.
  package let fault: String
  /// What an author can do about it.
  package let remedy: String
  /// What is the same wherever the element is drawn again: the rule and the element, which may be
  /// one of a colour.
  package let kind: String

  init(
    rule: any FitnessRule.Type, role: String, element: String, in color: String = "",
    place: Rectangle?, fault: String
  ) {
    self.rule = rule.name
    self.role = role
    self.element = element
    self.place = place
    self.fault = fault
    remedy = rule.remedy
    kind = "\(rule.name) \(element) \(color)"
  }
}

extension Finding: CustomStringConvertible {
  /// Such as `'Mar' (axis-x) at 120, 80 overlaps 'Apr' (axis-x) by 2.4 pt`.
  package var description: String {
    let role = role.isEmpty ? "" : " (\(role))"
    let place = place.map { " at \($0.x.short), \($0.y.short)" } ?? ""
    return "\(element)\(role)\(place) \(fault)"
  }
}

/// The paper that a drawing is read on.
enum Paper: String, CaseIterable {
  case light, dark

  /// The paint's colour on this paper.
  func color(_ paint: Paint) -> Color { self == .light ? paint.light : paint.dark }
}

extension String {
  /// The text on one line between quotes, shortened.
  var quoted: String {
    let text = PrintableText.oneLine(self)
    return "'\(text.count > 40 ? text.prefix(39) + "…" : text)'"
  }
}

extension Points {
  /// The length without needless digits, at most one after the point.
  var short: String { value.short }
}

extension Double {
  /// The number without needless digits, at most one after the point.
  package var short: String {
    guard isFinite, magnitude < 1e15 else { return "\(self)" }
    let tenths = Int64((self * 10).rounded())
    let (whole, rest) = (tenths.magnitude / 10, tenths.magnitude % 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }

  /// A measured ratio with two digits after the point, rounded down: 4.498 is below 4.5.
  package var ratio: String {
    let hundredths = Int((self * 100).rounded(.down))
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest):1"
  }
}
