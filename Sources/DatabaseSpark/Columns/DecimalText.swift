import Frame

/// A decimal number read from its digits, without the zeros at the end that its scale does not need.
struct DecimalText: Hashable {
  private(set) var unscaled: Int128
  private(set) var scale: Int

  /// A whole number.
  init(_ whole: Int64) { (unscaled, scale) = (Int128(whole), 0) }

  /// Reads `-12.50`; nil for all else, and for more than 38 digits.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let isNegative = bytes.first == UInt8(ascii: "-")
    var digits = 0
    var fraction: Int?
    // Two machine words are many times slower than one, which holds most numbers.
    var low: UInt64 = 0
    var high: Int128 = 0
    for byte in bytes.dropFirst(isNegative ? 1 : 0) {
      if byte == UInt8(ascii: "."), fraction == nil {
        fraction = 0
        continue
      }
      guard (48...57).contains(byte), digits < 57 else { return nil }
      if let places = fraction { fraction = places + 1 }
      if digits < 18 {
        low = low * 10 + UInt64(byte - 48)
      } else {
        if digits == 18 { high = Int128(low) }
        let (times, overflows) = high.multipliedReportingOverflow(by: 10)
        if overflows { return nil }
        let (sum, isTooLarge) = times.addingReportingOverflow(Int128(byte - 48))
        if isTooLarge { return nil }
        high = sum
      }
      digits += 1
    }
    guard digits > 0 else { return nil }
    let magnitude = digits <= 18 ? Int128(low) : high
    (unscaled, scale) = (isNegative ? -magnitude : magnitude, fraction ?? 0)
  }

  /// Reads digits from text.
  init?(_ text: String) {
    var text = text
    guard let read = text.withUTF8({ DecimalText($0) }) else { return nil }
    self = read
  }

  /// The shortest decimal that is a double; nil where that has more than 38 digits.
  init?(shortest number: Double) {
    // Small and large ones are written as `1.5e-07`.
    let parts = number.description.split(separator: "e", maxSplits: 1)
    guard let digits = parts.first, var read = DecimalText(String(digits)) else { return nil }
    if parts.count == 2 {
      guard let exponent = Int(parts[1]), read.shift(by: exponent) else { return nil }
    }
    self = read
  }

  /// Multiplies by a power of ten; false where it would have more than 38 digits.
  private mutating func shift(by exponent: Int) -> Bool {
    scale -= exponent
    guard scale < 0 else { return true }
    guard scale >= -38 else { return false }
    let (product, overflows) = unscaled.multipliedReportingOverflow(by: Decimals.power(-scale))
    (unscaled, scale) = (product, 0)
    return !overflows
  }

  /// The number without needless zeros after the point.
  var shortest: DecimalText {
    var short = self
    while short.scale > 0, short.unscaled % 10 == 0 {
      short.unscaled /= 10
      short.scale -= 1
    }
    return short
  }

  /// The number where it is a whole one of 64 bits.
  var whole: Int64? {
    let short = shortest
    return short.scale == 0 ? Int64(exactly: short.unscaled) : nil
  }

  /// The digits.
  var description: String { Decimals.text(unscaled, scale: scale) }
}
