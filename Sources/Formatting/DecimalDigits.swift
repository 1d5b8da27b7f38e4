/// A number without its sign, as its exact decimal digits.
///
/// The value is 0.d₁d₂d₃… × 10^point. There is no leading and no trailing zero; zero has no digits.
/// Formats work on digits and never on binary fractions, so every rounding sees the number that is
/// meant.
struct DecimalDigits: Hashable {
  private(set) var digits: [UInt8]
  private(set) var point: Int

  /// The exponent of the first digit: 0 for 1 to 9, 3 for thousands; 0 for zero.
  var exponent: Int { digits.isEmpty ? 0 : point - 1 }

  private init(trimming digits: [UInt8], point: Int) {
    let leading = digits.prefix { $0 == 0 }.count
    var kept = Array(digits.dropFirst(leading))
    while kept.last == 0 { kept.removeLast() }
    self.digits = kept
    self.point = kept.isEmpty ? 0 : point - leading
  }

  /// The digits of `magnitude` divided by ten to the power of `scale`.
  init(_ magnitude: UInt128, scale: Int) {
    let digits = String(magnitude).utf8.map { $0 - 48 }
    self.init(trimming: digits, point: digits.count - scale)
  }

  /// All digits of a finite double, which are many for most: a double is a binary fraction.
  init(exactly number: Double) {
    // The last bit of a subnormal, and of zero, stands for 2^-1074.
    let isNormal = number.isNormal
    let bits = isNormal ? number.significandBitPattern | 1 << 52 : number.significandBitPattern
    let shift = bits == 0 ? 0 : bits.trailingZeroBitCount
    let power = (isNormal ? Int(number.exponent) - 52 : -1074) + shift
    var expansion = Expansion(bits >> shift)
    if power >= 0 {
      expansion.multiply(by: 2, power: power, chunk: 29)
      self.init(trimming: expansion.digits, point: expansion.digits.count)
    } else {
      // m / 2^k = m·5^k / 10^k.
      expansion.multiply(by: 5, power: -power, chunk: 12)
      self.init(trimming: expansion.digits, point: expansion.digits.count + power)
    }
  }

  /// The fewest digits that name a finite double among all doubles.
  init(shortest number: Double) {
    let parts = number.magnitude.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    self.init(
      trimming: mantissa.joined().utf8.map { $0 - 48 }, point: mantissa[0].utf8.count + exponent)
  }

  /// The digits of the decimal number that a double means: the fewest that name it, without what
  /// a calculation has left in the last places, as in 45.650000000000006.
  init(naming number: Double) {
    let shortest = DecimalDigits(shortest: number)
    let clean = shortest.rounded(significant: 15)
    self = clean.digits.count <= 12 ? clean : shortest
  }

  /// The number times ten to a power.
  func scaled(byPowerOfTen power: Int) -> DecimalDigits {
    var scaled = self
    if !digits.isEmpty { scaled.point += power }
    return scaled
  }

  /// The number rounded to so many significant digits, halves away from zero.
  func rounded(significant count: Int) -> DecimalDigits {
    guard count < digits.count else { return self }
    guard count >= 0 else { return DecimalDigits(trimming: [], point: 0) }
    var kept = [0] + digits[..<count]
    if digits[count] >= 5 {
      var index = count
      while kept[index] == 9 {
        kept[index] = 0
        index -= 1
      }
      kept[index] += 1
    }
    return DecimalDigits(trimming: kept, point: point + 1)
  }

  /// The number rounded to so many digits after the point, halves away from zero.
  func rounded(decimals: Int) -> DecimalDigits { rounded(significant: point + decimals) }

  /// How many digits stand after the point.
  var decimals: Int { max(0, digits.count - point) }

  /// The whole part's digits, `0` where there is none.
  var whole: String { point <= 0 ? "0" : text(0..<point) }

  /// The digits after the point, cut or filled with zeros to a count.
  func fraction(_ count: Int) -> String { text(point..<point + count) }

  /// The first digits, filled with zeros to a count.
  func leading(_ count: Int) -> String { text(0..<count) }

  private func text(_ places: Range<Int>) -> String {
    String(
      decoding: places.map { digits.indices.contains($0) ? digits[$0] + 48 : 48 }, as: UTF8.self)
  }
}

/// A whole number of any size, in limbs of nine decimal digits, lowest first.
private struct Expansion {
  private var limbs: [UInt64]
  private static let base: UInt64 = 1_000_000_000

  init(_ number: UInt64) {
    limbs = [number % Self.base, number / Self.base % Self.base, number / Self.base / Self.base]
  }

  /// Multiplies by a small number to a power, `chunk` factors at a time (their product fits 30 bits).
  mutating func multiply(by factor: UInt64, power: Int, chunk: Int) {
    func product(_ count: Int) -> UInt64 { (0..<count).reduce(1) { power, _ in power * factor } }
    let whole = product(chunk)
    for _ in 0..<power / chunk { multiply(by: whole) }
    multiply(by: product(power % chunk))
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = limbs[index] * factor + carry
      limbs[index] = product % Self.base
      carry = product / Self.base
    }
    if carry > 0 { limbs.append(carry) }
  }

  /// The decimal digits, highest first, perhaps with zeros before them.
  var digits: [UInt8] {
    limbs.reversed().flatMap { limb -> [UInt8] in
      var rest = limb
      var nine = [UInt8](repeating: 0, count: 9)
      for place in nine.indices.reversed() {
        nine[place] = UInt8(rest % 10)
        rest /= 10
      }
      return nine
    }
  }
}
