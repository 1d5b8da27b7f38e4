/// How many digits after the point an estimate deserves: as many as its uncertainty lets a reader use.
///
/// The uncertainty has two significant digits; the estimate and both ends of its interval are told to
/// the same place, so that they can be compared. The whole part is always told in full.
///
/// Source: GUM (JCGM 100:2008), 7.2.6: "it usually suffices to quote u_c(y) and U [as well as the
/// standard uncertainties of the input estimates] to at most two significant digits", and estimates
/// "should be rounded to be consistent with their uncertainties".
package struct EstimateDigits: Hashable, Sendable {
  /// How many digits stand after the point.
  package let decimals: Int

  /// Digits for a standard error or half an interval's width; nil where it is missing, zero or not
  /// finite, since then nothing is known of how far the estimate holds.
  package init?(uncertainty: Double?) {
    guard let uncertainty, uncertainty > 0, uncertainty.isFinite else { return nil }
    let exponent = DecimalDigits(shortest: uncertainty).rounded(significant: 2).exponent
    decimals = max(0, 1 - exponent)
  }

  /// Digits for an estimate with an interval alone: by the shorter of its arms, which are unlike for
  /// ratios; by half the width where the interval begins or ends at the estimate or misses it.
  package init?(_ estimate: Double, low: Double, high: Double) {
    let arm = min(estimate - low, high - estimate)
    // Halves, because the difference of two huge numbers may be infinite.
    self.init(uncertainty: arm > 0 ? arm : high / 2 - low / 2)
  }
}

extension ValueFormatter {
  /// Numbers beside each other: `1.2, 1.5`, and where a comma is the decimal mark `1,2; 1,5`.
  package func list(_ numbers: [String]) -> String {
    numbers.joined(separator: locale.words.decimal == "," ? "; " : ", ")
  }

  /// The ends of an interval in brackets: `[1.2, 1.5]`, `[1,2; 1,5]`.
  package func interval(_ low: String, _ high: String) -> String { "[\(list([low, high]))]" }

  /// An estimate, or an end of its interval, to the place that its uncertainty reaches.
  ///
  /// Numbers that would need more than six digits after the point, or more than fifteen before it,
  /// have their power of ten split off where they are small or large enough: `1.25 × 10⁻⁶`.
  package func number(_ number: Double, to digits: EstimateDigits) -> String {
    guard number.isFinite else { return self.number(number, decimals: 0) }
    let exponent = DecimalDigits(shortest: number).exponent
    if exponent >= 15 { return self.number(number, significant: 3) }
    guard digits.decimals > 6 else { return self.number(number, decimals: digits.decimals) }
    let significant = exponent + 1 + digits.decimals
    return significant > 0 ? self.number(number, significant: significant) : "0"
  }
}
