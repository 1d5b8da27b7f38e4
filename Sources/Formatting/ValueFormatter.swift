package import Dates
package import Frame

/// Words values in one locale: the only place where a value becomes text for a reader.
package struct ValueFormatter: Sendable {
  /// The language of the words.
  package let locale: ReportLocale

  /// Makes a formatter for a language.
  package init(locale: ReportLocale = .english) { self.locale = locale }

  /// What stands where there is no value.
  package static let missing = "–"

  /// A value as a reader sees it: with the format where it applies, or with a fitting default.
  ///
  /// The default shows doubles with five significant digits and their whole part in full, decimals
  /// with the digits they have, dates in the locale's usual order, moments at midnight as days.
  /// Whole numbers below 10,000 are not grouped, since they may be years. A number format leaves
  /// texts, dates and booleans to the default, and a date format all but dates.
  package func text(_ value: Value, format: ValueFormat? = nil) -> String {
    if case .double(let number) = value, !number.isFinite { return notFinite(number) }
    return formatted(value, format) ?? plain(value)
  }

  /// A number with so many significant digits, grouped, with a real minus.
  ///
  /// The whole part is always shown in full. Below a hundred-thousandth and from a quadrillion on,
  /// a power of ten is split off: `1.25 × 10⁻⁶`.
  package func number(_ number: Double, significant digits: Int) -> String {
    guard number.isFinite else { return notFinite(number) }
    return text(of: Quantity(number), significant: max(1, digits))
  }

  /// A number with at most so many significant digits, without the noughts that say nothing behind
  /// the point, else as ``number(_:significant:)``.
  package func number(_ number: Double, atMost digits: Int) -> String {
    guard number.isFinite else { return notFinite(number) }
    return text(of: Quantity(number), significant: max(1, digits), isTrimmed: true)
  }

  /// A number with so many digits after the point, grouped, with a real minus.
  package func number(_ number: Double, decimals: Int) -> String {
    guard number.isFinite else { return notFinite(number) }
    return NumberFormat(decimals: decimals).text(Quantity(number), in: locale.words)
  }

  /// A count, grouped.
  package func count(_ count: Int) -> String {
    let quantity = Quantity(unscaled: Int128(count), scale: 0)
    return NumberFormat(decimals: 0).text(quantity, in: locale.words)
  }

  /// A share as a percentage with so many digits after the point.
  package func percentage(_ share: Double, decimals: Int = 0) -> String {
    guard share.isFinite else { return notFinite(share) }
    return number(share * 100, decimals: decimals) + locale.words.percent
  }

  /// A p-value: `p < 0.001`, `p = 0.012`, `p > 0.999`.
  package func pValue(_ p: Double) -> String {
    guard (0...1).contains(p) else { return "p is not defined" }
    if p < 0.001 { return "p < " + number(0.001, decimals: 3) }
    if p > 0.999 { return "p > " + number(0.999, decimals: 3) }
    return "p = " + number(p, decimals: 3)
  }

  /// A difference with its sign: `+0.4`, `−0.4`; without one where it shows as zero.
  package func change(_ difference: Value, format: ValueFormat? = nil) -> String {
    let text = text(difference, format: format)
    let shown = text.contains { ("1"..."9").contains($0) || $0 == "∞" }
    guard shown, difference.number ?? 0 > 0, !text.hasPrefix("+") else { return text }
    return "+" + text
  }

  /// A day in the locale's usual order: `Jan 31, 2026`, `31.01.2026`.
  package func date(_ date: CivilDate) -> String {
    DateFormat.text(locale.words.date, Timestamp(date), locale.words)
  }

  private func formatted(_ value: Value, _ format: ValueFormat?) -> String? {
    switch (format?.kind, value) {
    case (.number(let format), _): Quantity(value).map { format.text($0, in: locale.words) }
    case (.date(let format), .date(let date)): format.text(Timestamp(date), in: locale.words)
    case (.date(let format), .timestamp(let moment)): format.text(moment, in: locale.words)
    default: nil
    }
  }

  private func plain(_ value: Value) -> String {
    switch value {
    case .null: ValueFormatter.missing
    case .boolean(let isTrue): locale.words.answers[isTrue ? 0 : 1]
    case .integer(let number): decimal(Quantity(unscaled: Int128(number), scale: 0), scale: 0)
    case .decimal(let unscaled, let scale):
      decimal(Quantity(unscaled: unscaled, scale: scale), scale: scale)
    case .double(let number): text(of: Quantity(number), significant: 5, isTrimmed: true)
    case .text(let text): text
    case .date(let date): self.date(date)
    case .timestamp(let moment): plain(moment)
    }
  }

  private func plain(_ moment: Timestamp) -> String {
    guard moment.microsecondOfDay > 0 else { return date(moment.date) }
    let hasSeconds = moment.microsecondOfDay % 60_000_000 >= 1_000_000
    return DateFormat.text(
      "\(locale.words.date) \(locale.words.time)\(hasSeconds ? ":%S" : "")", moment, locale.words)
  }

  private func decimal(_ quantity: Quantity, scale: Int) -> String {
    let digits = quantity.rounded(decimals: scale)
    let mayBeYear = scale == 0 && digits.exponent < 4
    return signed(quantity, digits, decimals: scale, isGrouped: !mayBeYear)
  }

  private func text(of quantity: Quantity, significant: Int, isTrimmed: Bool = false) -> String {
    let digits = quantity.rounded(significant: significant)
    if digits.digits.isEmpty { return "0" }
    if digits.exponent < -5 || digits.exponent >= 15 {
      return scientific(
        quantity, digits, significant: isTrimmed ? digits.digits.count : significant)
    }
    let decimals = max(0, significant - 1 - digits.exponent)
    let shown = quantity.rounded(decimals: decimals)
    let mayBeYear = isTrimmed && shown.decimals == 0 && shown.exponent < 4
    return signed(
      quantity, shown, decimals: isTrimmed ? shown.decimals : decimals, isGrouped: !mayBeYear)
  }

  private func signed(
    _ quantity: Quantity, _ digits: DecimalDigits, decimals: Int, isGrouped: Bool
  ) -> String {
    let sign = quantity.isNegative && !digits.digits.isEmpty ? minus : ""
    let whole = isGrouped ? locale.words.grouped(digits.whole) : digits.whole
    let fraction = decimals > 0 ? locale.words.decimal + digits.fraction(decimals) : ""
    return sign + whole + fraction
  }

  private func scientific(
    _ quantity: Quantity, _ digits: DecimalDigits, significant: Int
  ) -> String {
    let mantissa = digits.scaled(byPowerOfTen: -digits.exponent)
    return signed(quantity, mantissa, decimals: significant - 1, isGrouped: false)
      + "\u{a0}×\u{a0}" + power(ofTen: digits.exponent)
  }

  private func notFinite(_ number: Double) -> String {
    number.isNaN ? "not a number" : number < 0 ? minus + "∞" : "∞"
  }
}
