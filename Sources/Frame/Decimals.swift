/// Exact decimal numbers as an unscaled 128-bit integer and a scale of 0 to 38.
package enum Decimals {
  /// Ten to the power of 0 to 38.
  package static func power(_ exponent: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  /// The nearest double.
  ///
  /// One rounding only while the digits fit 53 bits and the scale is at most 22; otherwise through
  /// the decimal text, which rounds correctly too.
  package static func double(_ unscaled: Int128, scale: Int) -> Double {
    if scale <= 22, unscaled.magnitude < 1 << 53 {
      return Double(Int64(unscaled)) / exactPowers[scale]
    }
    return Double(text(unscaled, scale: scale)) ?? .nan
  }

  /// The number as text with exactly `scale` digits after the point.
  package static func text(_ unscaled: Int128, scale: Int) -> String {
    guard scale > 0 else { return String(unscaled) }
    var digits = String(unscaled.magnitude)
    if digits.count <= scale {
      digits = String(repeating: "0", count: scale + 1 - digits.count) + digits
    }
    let sign = unscaled < 0 ? "-" : ""
    return sign + digits.dropLast(scale) + "." + digits.suffix(scale)
  }

  /// Reads decimal text such as `-12.50` at a scale; nil where it is no number, has more digits
  /// than the scale keeps, or more than 38 in all.
  package static func unscaled(_ text: some StringProtocol, scale: Int) -> Int128? {
    var magnitude: Int128 = 0
    var digits = 0
    var fraction: Int?
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let signed = isNegative || text.utf8.first == UInt8(ascii: "+")
    for byte in text.utf8.dropFirst(signed ? 1 : 0) {
      if byte == UInt8(ascii: "."), fraction == nil {
        fraction = 0
        continue
      }
      guard (48...57).contains(byte) else { return nil }
      digits += 1
      if let places = fraction {
        if places >= scale, byte != 48 { return nil }
        if places >= scale { continue }
        fraction = places + 1
      }
      let (times, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      magnitude = times + Int128(byte - 48)
    }
    guard digits > 0 else { return nil }
    for _ in 0..<(scale - (fraction ?? 0)) {
      let (times, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      magnitude = times
    }
    return isNegative ? -magnitude : magnitude
  }

  private static let exactPowers: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }
}
