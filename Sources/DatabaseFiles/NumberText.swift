/// A number in plain decimal or exponent form, taken apart.
///
/// `-12.50` and `.5` are numbers; `007` and `+49` are not, as they are rather codes and telephone
/// numbers, whose zeros and signs count.
struct NumberText {
  enum Form { case integer, decimal, exponent }

  let form: Form
  /// Digits before the point without leading zeros, and after it.
  let whole: Int
  let scale: Int

  /// Reads all bytes as a number; nil where they are none.
  @inline(__always) init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var at = 0
    let end = bytes.count
    if at < end, bytes[at] == .minus { at += 1 }
    let begin = at
    while at < end, bytes[at].isDigit { at += 1 }
    var whole = at - begin
    if whole > 0, bytes[begin] == .zero {
      guard whole == 1 else { return nil }
      whole = 0
    }
    let hasWhole = at > begin
    if at == end {
      guard hasWhole else { return nil }
      (form, self.whole, scale) = (.integer, whole, 0)
      return
    }
    var scale = 0
    if bytes[at] == .point {
      at += 1
      let point = at
      while at < end, bytes[at].isDigit { at += 1 }
      scale = at - point
    }
    guard hasWhole || scale > 0 else { return nil }
    (self.whole, self.scale) = (whole, scale)
    if at == end {
      form = .decimal
      return
    }
    guard bytes[at] | 0x20 == UInt8(ascii: "e") else { return nil }
    at += 1
    if at < end, bytes[at] == .minus || bytes[at] == .plus { at += 1 }
    let exponent = at
    while at < end, bytes[at].isDigit { at += 1 }
    guard at == end, at > exponent else { return nil }
    form = .exponent
  }
}

extension NumberText {
  /// The integer that digits with a sign are; nil beyond 64 bits.
  @inline(__always) static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    let isNegative = bytes.first == .minus
    var value: Int64 = 0
    for byte in bytes.dropFirst(isNegative ? 1 : 0) {
      let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
      let digit = Int64(byte &- 48)
      let (sum, carries) =
        isNegative
        ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
      if overflows || carries { return nil }
      value = sum
    }
    return value
  }

  /// The unscaled integer of a decimal of at most 38 digits at a scale that keeps all of them.
  static func unscaled(_ bytes: UnsafeBufferPointer<UInt8>, scale: Int) -> Int128 {
    var value: Int128 = 0
    var missing: Int?
    for byte in bytes where byte != .minus {
      if byte == .point {
        missing = scale
        continue
      }
      value = value &* 10 &+ Int128(byte &- 48)
      missing = missing.map { $0 - 1 }
    }
    for _ in 0..<(missing ?? scale) { value = value &* 10 }
    return bytes.first == .minus ? -value : value
  }

  /// The same for at most 15 digits, several times as fast.
  @inline(__always) static func shortUnscaled(
    _ bytes: UnsafeBufferPointer<UInt8>, scale: Int
  ) -> Int64 {
    var value: Int64 = 0
    var missing = scale
    var step = 0
    for byte in bytes where byte != .minus {
      if byte == .point {
        step = 1
        continue
      }
      value = value &* 10 &+ Int64(byte &- 48)
      missing -= step
    }
    value = value &* power(missing)
    return bytes.first == .minus ? -value : value
  }

  /// Ten to the power of 0 to 18.
  @inline(__always) static func power(_ exponent: Int) -> Int64 { powers[exponent] }

  /// The nearest double of a number's text, or of the words `nan` and `inf`.
  static func double(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    if let number = NumberText(bytes), number.form != .exponent,
      number.whole + number.scale <= 15
    {
      // Both are whole numbers that a double holds, so the quotient is rounded once.
      let unscaled = shortUnscaled(bytes, scale: number.scale)
      // Minus zero has no integer.
      if unscaled != 0 { return Double(unscaled) / Double(power(number.scale)) }
    }
    return Double(String(decoding: bytes, as: UTF8.self))
  }

  /// Whether the text is what programs write for a double: the shortest that means it.
  static func isShortestDouble(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let number = double(bytes), number.isFinite else { return false }
    var shortest = number.description
    let digits = shortest.withUTF8 { significant($0) }
    return digits != nil && significant(bytes) == digits
  }

  /// The digits from the first to the last that is not zero, as one number; nil beyond 19 or so,
  /// which no double needs.
  private static func significant(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    var zeros = 0
    for byte in bytes where byte != .point && byte != .minus {
      guard byte.isDigit else { break }
      if byte == .zero {
        zeros += value == 0 ? 0 : 1
        continue
      }
      guard zeros < 18, value <= .max / 10 / UInt64(power(zeros + 1)) else { return nil }
      value = value * UInt64(power(zeros + 1)) + UInt64(byte - 48)
      zeros = 0
    }
    return value
  }
}

private let powers: [Int64] = (0...18).map { exponent in
  (0..<exponent).reduce(1) { power, _ in power * 10 }
}
