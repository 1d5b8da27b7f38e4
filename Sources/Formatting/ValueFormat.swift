/// Why a text is no format.
package enum FormatError: Error, Hashable, Sendable {
  /// A percent sign is followed by what is no directive of a date format, such as `%Ö`.
  case unknownDirective(String)
  /// The text is neither in the grammar of numbers nor of dates.
  case notAFormat
}

/// A d3-format (`,.1f`, `.0%`, `~s`) or a strftime format (`%d %b %Y`), parsed.
package struct ValueFormat: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case number(NumberFormat)
    case date(DateFormat)
  }

  /// The format as written.
  package let text: String
  let kind: Kind

  /// Reads a format; nil where it is neither.
  package init?(_ text: String) {
    guard let format = try? ValueFormat.reading(text) else { return nil }
    self = format
  }

  /// Reads a format, or says why it is none.
  ///
  /// A text is a number format where that grammar fits, as `.0%` and `%` do; else it is a date
  /// format if it has at least one directive.
  package static func reading(_ text: String) throws(FormatError) -> ValueFormat {
    if let number = NumberFormat(text) { return ValueFormat(text, .number(number)) }
    guard text.contains("%") else { throw .notAFormat }
    return ValueFormat(text, .date(try DateFormat(text)))
  }

  private init(_ text: String, _ kind: Kind) {
    (self.text, self.kind) = (text, kind)
  }

  /// Whether the format is for days and moments; else it is for numbers.
  package var isForDates: Bool {
    if case .date = kind { true } else { false }
  }

  /// The smallest difference of numbers that it tells: 0.1 of `.1f`, 0.01 of `.0%`; nil where that is
  /// not the same for all.
  package var smallestStep: Double? {
    guard case .number(let format) = kind else { return nil }
    switch format.kind {
    case .integer: return 1
    case .fixed: return pow10(-format.precision)
    case .percent: return pow10(-format.precision - 2)
    default: return nil
    }
  }

  private func pow10(_ power: Int) -> Double { Double("1e\(power)") ?? 1 }

  /// Whether the format tells weeks and nothing shorter.
  package var tellsWeeks: Bool {
    guard case .date(let format) = kind else { return false }
    let told = format.letters
    return !told.isDisjoint(with: "UVW") && told.isDisjoint(with: "aAcdDefFHIjklMnpqQRsStTuwxXz")
  }

  /// Whether its weeks begin on Sunday and not on Monday.
  package var weeksBeginOnSunday: Bool {
    if case .date(let format) = kind { format.letters.contains("U") } else { false }
  }
}
