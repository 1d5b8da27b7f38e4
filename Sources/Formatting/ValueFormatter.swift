package import Frame

// CONTRACT: the Formatting module's owner implements this file's types fully.

/// How numbers and dates are worded in one language: the only place where a value becomes text.
package struct ReportLocale: Hashable, Sendable {
  /// The language tag, such as `en`, `de-CH`.
  package let tag: String

  /// The locale of a tag, nil where it is not known.
  package init?(_ tag: String) { self.tag = tag }

  /// English as in the United States.
  package static let english = ReportLocale(tag: "en")

  private init(tag: String) { self.tag = tag }
}

/// A d3-format (`,.1f`, `.0%`, `~s`) or a strftime format (`%d %b %Y`), parsed.
package struct ValueFormat: Hashable, Sendable {
  /// The format as written.
  package let text: String

  /// Reads a format; nil where it is neither.
  package init?(_ text: String) { self.text = text }
}

/// Words values in one locale.
package struct ValueFormatter: Sendable {
  package let locale: ReportLocale

  package init(locale: ReportLocale = .english) { self.locale = locale }

  /// A value as a reader sees it: with the format, or with a fitting default (`–` for null).
  package func text(_ value: Value, format: ValueFormat? = nil) -> String { value.description }

  /// A number with so many significant digits, grouped, with a real minus.
  package func number(_ number: Double, significant digits: Int) -> String { "\(number)" }

  /// A number with so many digits after the point, grouped, with a real minus.
  package func number(_ number: Double, decimals: Int) -> String { "\(number)" }

  /// A p-value: `p < 0.001`, else `p = 0.012`.
  package func pValue(_ p: Double) -> String { "p = \(p)" }
}
