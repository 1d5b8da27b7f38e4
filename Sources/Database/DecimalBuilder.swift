package import Frame

/// Collects exact decimals in one scale, which grows to keep the digits of each value.
///
/// More than 38 digits in all are refused, and doubles of more than 18 after the point.
package struct DecimalBuilder {
  private var values = ColumnBuilder<Int128>(filler: 0)
  private var scale: Int

  /// The most digits after the point.
  package static let mostDigits = 38
  /// The most digits after the point that are looked for in a double.
  private static let mostDigitsOfDoubles = 18

  /// An empty column of a scale.
  package init(scale: Int) { self.scale = min(max(0, scale), DecimalBuilder.mostDigits) }

  /// How many rows there are.
  package var count: Int { values.count }

  /// Adds a missing value.
  package mutating func appendMissing() { values.appendMissing() }

  /// Adds `unscaled` divided by ten to the power of `scale`; false where it does not fit.
  package mutating func append(_ unscaled: Int128, scale: Int) -> Bool {
    if scale > self.scale, !widen(to: scale) { return false }
    guard let value = scaled(unscaled, by: self.scale - scale) else { return false }
    values.append(value)
    return true
  }

  /// Adds a whole number; false where it does not fit.
  package mutating func append(_ number: Int64) -> Bool { append(Int128(number), scale: 0) }

  /// Adds the shortest decimal that is this double, or within `slack` units in its last place of
  /// it; false where it has none of up to 18 digits after the point.
  package mutating func append(_ number: Double, slack: Double) -> Bool {
    guard scale <= DecimalBuilder.mostDigitsOfDoubles else { return false }
    for digits in scale...DecimalBuilder.mostDigitsOfDoubles {
      let power = powers[digits]
      let unscaled = (number * power).rounded()
      // Beyond 2^53 a double's digits are not its own.
      guard abs(unscaled) < 0x1p53 else { return false }
      if abs(unscaled / power - number) <= slack * number.ulp {
        return append(Int128(unscaled), scale: digits)
      }
    }
    return false
  }

  /// Adds decimal text such as `-12.50`; false where it is none or does not fit.
  package mutating func append(_ text: String) -> Bool {
    let fraction = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let digits = fraction.count == 2 ? fraction[1].utf8.count : 0
    guard digits <= DecimalBuilder.mostDigits, let unscaled = Decimals.unscaled(text, scale: digits)
    else { return false }
    return append(unscaled, scale: digits)
  }

  /// The column.
  package var column: Column { values.column { .decimal($0, scale: scale) } }

  /// The values as doubles, for a column that turns out to hold other numbers too.
  package var doubles: ColumnBuilder<Double> {
    values.mapping(filler: 0) { Decimals.double($0, scale: scale) }
  }

  private mutating func widen(to scale: Int) -> Bool {
    guard scale <= DecimalBuilder.mostDigits else { return false }
    var fits = true
    let by = scale - self.scale
    let widened = values.mapping(filler: Int128(0)) { value in
      let wide = scaled(value, by: by)
      fits = fits && wide != nil
      return wide ?? 0
    }
    if fits { (values, self.scale) = (widened, scale) }
    return fits
  }
}

private let powers: [Double] = (0...18).map { exponent in
  (0..<exponent).reduce(1.0) { power, _ in power * 10 }
}

/// A number with so many more zeros; nil where it has more than 38 digits then.
private func scaled(_ number: Int128, by zeros: Int) -> Int128? {
  if zeros == 0 { return number }
  let (product, overflows) = number.multipliedReportingOverflow(by: Decimals.power(zeros))
  return overflows ? nil : product
}
