import Frame

/// A `numeric` as PostgreSQL sends it: groups of four decimal digits
/// (`numeric_send` in `src/backend/utils/adt/numeric.c`).
enum Numeric: Equatable {
  case exact(unscaled: Int128, scale: Int)
  /// NaN or infinite.
  case special(Double)
  /// A number that 38 digits do not hold; its double.
  case tooLong(Double)
  /// Bytes that are no numeric.
  case malformed

  init(_ cell: Cell) {
    guard let header = NumericHeader(cell.bytes) else {
      self = .malformed
      return
    }
    switch header.sign {
    case 0x0000, 0x4000: self = header.value(cell.bytes)
    case 0xC000: self = .special(.nan)
    case 0xD000: self = .special(.infinity)
    case 0xF000: self = .special(-.infinity)
    default: self = .malformed
    }
  }

  /// The nearest double; nil for malformed bytes.
  var double: Double? {
    switch self {
    case .exact(let unscaled, let scale): Decimals.double(unscaled, scale: scale)
    case .special(let number), .tooLong(let number): number
    case .malformed: nil
    }
  }

  /// The whole number, nil where it is none of 64 bits.
  var integer: Int64? {
    guard case .exact(let unscaled, let scale) = self else { return nil }
    let (whole, rest) = unscaled.quotientAndRemainder(dividingBy: Decimals.power(scale))
    return rest == 0 ? Int64(exactly: whole) : nil
  }
}

/// What stands before the groups: their number, the first group's power of 10,000, sign, scale.
private struct NumericHeader {
  let groups: Int
  let weight: Int
  let sign: UInt16
  let scale: Int

  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 8 else { return nil }
    func word(_ place: Int) -> UInt16 {
      UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: place * 2, as: UInt16.self))
    }
    groups = Int(word(0))
    weight = Int(Int16(bitPattern: word(1)))
    sign = word(2)
    scale = Int(word(3))
    guard bytes.count == 8 + groups * 2, scale < 0x4000 else { return nil }
  }

  func value(_ bytes: UnsafeRawBufferPointer) -> Numeric {
    exact(bytes) ?? text(bytes).map { .tooLong(Double($0) ?? .nan) } ?? .malformed
  }

  private func group(_ place: Int, _ bytes: UnsafeRawBufferPointer) -> Int? {
    let group = UInt16(
      bigEndian: bytes.loadUnaligned(fromByteOffset: 8 + place * 2, as: UInt16.self))
    return group < 10_000 ? Int(group) : nil
  }

  /// The exact number; nil where 38 digits do not hold it.
  private func exact(_ bytes: UnsafeRawBufferPointer) -> Numeric? {
    guard scale <= 38 else { return nil }
    // The zeros that the last group lacks (or has too many) for the scale.
    let zeros = (weight - groups + 1) * 4 + scale
    guard zeros > -4, zeros <= 38 else { return groups == 0 ? zero : nil }
    var total: Int128 = 0
    for place in 0..<groups {
      guard var digits = group(place, bytes) else { return .malformed }
      var factor = 10_000
      if place == groups - 1, zeros < 0 {
        let cut = smallPowers[-zeros]
        (digits, factor) = (digits / cut, factor / cut)
      }
      let (product, productOverflows) = total.multipliedReportingOverflow(by: Int128(factor))
      let (sum, sumOverflows) = product.addingReportingOverflow(Int128(digits))
      if productOverflows || sumOverflows { return nil }
      total = sum
    }
    if zeros > 0 {
      let (product, overflows) = total.multipliedReportingOverflow(by: Decimals.power(zeros))
      if overflows { return nil }
      total = product
    }
    return .exact(unscaled: sign == 0x4000 ? -total : total, scale: scale)
  }

  private var zero: Numeric { .exact(unscaled: 0, scale: scale) }

  /// The number as text with an exponent; nil where a group is none.
  private func text(_ bytes: UnsafeRawBufferPointer) -> String? {
    var digits = sign == 0x4000 ? "-0" : "0"
    for place in 0..<groups {
      guard let group = group(place, bytes) else { return nil }
      digits += String(group + 10_000).dropFirst()
    }
    return "\(digits)e\((weight - groups + 1) * 4)"
  }
}

private let smallPowers = [1, 10, 100, 1000]
