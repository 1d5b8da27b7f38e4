extension NumberFormat {
  /// A number in this format, as d3-format words it, with the locale's marks.
  func text(_ quantity: Quantity, in locale: LocaleWords) -> String {
    var numeral = Numeral(quantity, as: kind, precision: precision)
    if isTrimmed { numeral.trim() }
    // A number that rounds to zero shows no minus, unless signs are asked for.
    let isNegative = quantity.isNegative && (sign == .plus || !numeral.isZero)
    let prefix = signText(isNegative) + symbolText
    let fraction = numeral.fraction.isEmpty ? "" : locale.decimal + numeral.fraction
    let suffix =
      fraction + numeral.tail + unit(in: locale)
      + (isNegative && sign == .parentheses ? ")" : "")
    return padded(prefix, numeral.whole, suffix, in: locale)
  }

  private func signText(_ isNegative: Bool) -> String {
    switch sign {
    case .parentheses: isNegative ? "(" : ""
    case .minusOnly: isNegative ? minus : ""
    case .none: ""
    case .plus, .blank: isNegative ? minus : String(sign.rawValue)
    }
  }

  /// What stands between sign and digits.
  ///
  /// The dollar sign is a unit of the data, not a matter of language, so no locale changes it.
  private var symbolText: String {
    switch (symbol, kind) {
    case (.currency, _): "$"
    case (.radix, .binary): "0b"
    case (.radix, .octal): "0o"
    case (.radix, .hexadecimal), (.radix, .capitalHexadecimal): "0x"
    default: ""
    }
  }

  private func unit(in locale: LocaleWords) -> String {
    (kind == .percent || kind == .roundedPercent) && symbol != .currency ? locale.percent : ""
  }

  private func padded(
    _ prefix: String, _ whole: String, _ suffix: String, in locale: LocaleWords
  ) -> String {
    let canGroup = isGrouped && kind != .character
    let grouped = canGroup && !isZeroFilled ? locale.grouped(whole) : whole
    let missing = max(0, width - prefix.count - grouped.count - suffix.count)
    let padding = String(repeating: fill, count: missing)
    switch alignment {
    case .left: return prefix + grouped + suffix + padding
    case .right: return padding + prefix + grouped + suffix
    case .center:
      let left = padding.prefix(missing / 2)
      return left + prefix + grouped + suffix + padding.dropFirst(missing / 2)
    case .afterSign where isZeroFilled && canGroup:
      let room = missing > 0 ? width - suffix.count : nil
      return prefix + locale.grouped(padding + grouped, within: room) + suffix
    case .afterSign: return prefix + padding + grouped + suffix
    }
  }
}

/// The minus of typography, as wide as a plus.
let minus = "\u{2212}"

/// A formatted magnitude in parts: the whole part can be grouped, the rest cannot.
private struct Numeral {
  var whole: String
  var fraction = ""
  /// The exponent or the metric prefix.
  var tail = ""

  var isZero: Bool { (whole + fraction).allSatisfy { $0 == "0" } }

  mutating func trim() {
    while fraction.last == "0" { fraction.removeLast() }
  }

  init(_ quantity: Quantity, as kind: NumberFormat.Kind, precision: Int) {
    switch kind {
    case .fixed: self.init(fixed: quantity, precision)
    case .percent: self.init(fixed: quantity.timesHundred, precision)
    case .exponent: self.init(exponential: quantity, significant: precision + 1)
    case .general: self.init(general: quantity, significant: precision)
    case .significant: self.init(quantity, significant: precision)
    case .roundedPercent: self.init(quantity.timesHundred, significant: precision)
    case .prefixed: self.init(prefixed: quantity, significant: precision)
    case .integer: self.init(quantity.wholeDigits, decimals: 0)
    case .binary: self.init(quantity, bitsADigit: 1)
    case .octal: self.init(quantity, bitsADigit: 3)
    case .hexadecimal: self.init(quantity, bitsADigit: 4)
    case .capitalHexadecimal:
      self.init(quantity, bitsADigit: 4)
      whole = whole.uppercased()
    case .character: self.init(plain: quantity.shortestDigits)
    }
  }

  /// With so many digits after the point.
  init(_ digits: DecimalDigits, decimals: Int) {
    let rounded = digits.rounded(decimals: decimals)
    whole = rounded.whole
    fraction = rounded.fraction(decimals)
  }

  /// With so many digits after the point; a double of 22 digits or more, whose last digits mean
  /// nothing, in plain notation.
  init(fixed quantity: Quantity, _ decimals: Int) {
    if case .double(let number) = quantity.source, number >= 1e21 {
      self.init(plain: quantity.shortestDigits)
    } else {
      self.init(quantity.rounded(decimals: decimals), decimals: decimals)
    }
  }

  /// With so many significant digits, never with an exponent.
  init(_ quantity: Quantity, significant: Int) {
    let rounded = quantity.rounded(significant: significant)
    self.init(rounded, decimals: max(0, significant - 1 - rounded.exponent))
  }

  /// One digit before the point and an exponent.
  init(exponential quantity: Quantity, significant: Int) {
    self.init(exponential: quantity.rounded(significant: significant), significant: significant)
  }

  private init(exponential rounded: DecimalDigits, significant: Int) {
    let all = rounded.leading(significant)
    whole = String(all.prefix(1))
    fraction = String(all.dropFirst())
    tail = "e" + (rounded.exponent < 0 ? "-" : "+") + String(rounded.exponent.magnitude)
  }

  /// With so many significant digits, and an exponent for the very small and very large.
  init(general quantity: Quantity, significant: Int) {
    let exponent = quantity.rounded(significant: significant).exponent
    if exponent < -6 || exponent >= significant {
      self.init(exponential: quantity, significant: significant)
    } else {
      self.init(quantity, significant: significant)
    }
  }

  /// With so many significant digits and a metric prefix.
  init(prefixed quantity: Quantity, significant: Int) {
    let rounded = quantity.rounded(significant: significant)
    let thousands = max(-8, min(8, Int((Double(rounded.exponent) / 3).rounded(.down))))
    let shifted = rounded.scaled(byPowerOfTen: -3 * thousands)
    // Below the smallest prefix the digits are cut to the same last place.
    let places = significant - 1 - shifted.exponent
    if shifted.exponent >= 0 {
      self.init(shifted, decimals: max(0, places))
    } else {
      let kept = significant + shifted.exponent
      let exact = kept > 0 ? quantity.rounded(significant: kept) : quantity.shortestDigits
      let again = exact.scaled(byPowerOfTen: -3 * thousands)
      self.init(again, decimals: kept > 0 ? significant - 1 : again.decimals)
    }
    let prefixes = [
      "y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y",
    ]
    tail = prefixes[thousands + 8]
  }

  /// As a whole number in a radix of two, eight or sixteen.
  init(_ quantity: Quantity, bitsADigit: Int) {
    let rounded = quantity.rounded(decimals: 0)
    if let number = UInt128(rounded.whole) {
      whole = String(number, radix: 1 << bitsADigit)
    } else {
      // Larger than 128 bits only a double can be: its 53 bits and zeros.
      let number = Double(rounded.whole) ?? 0
      let zeros = Int(number.exponent) - 52
      let bits =
        String(number.significandBitPattern | 1 << 52, radix: 2)
        + String(repeating: "0", count: zeros)
      whole = Numeral.regrouped(bits, by: bitsADigit)
    }
  }

  private static func regrouped(_ bits: String, by size: Int) -> String {
    let lead = (size - bits.count % size) % size
    let filled = Array(String(repeating: "0", count: lead) + bits)
    return stride(from: 0, to: filled.count, by: size)
      .map { start in
        String(Int(String(filled[start..<start + size]), radix: 2) ?? 0, radix: 1 << size)
      }
      .joined()
  }

  /// As JavaScript prints a number: an exponent only from 22 digits or below a millionth.
  init(plain digits: DecimalDigits) {
    if (-6..<21).contains(digits.exponent) {
      self.init(digits, decimals: digits.decimals)
    } else {
      self.init(exponential: digits, significant: max(1, digits.digits.count))
    }
  }
}
