import Frame

/// A number to be worded: its sign and its digits, wherever they come from.
struct Quantity {
  /// Where the digits come from, since a double stands for a binary fraction.
  enum Source {
    case double(Double)
    /// Integers and decimals.
    case exact(DecimalDigits)
  }

  let isNegative: Bool
  let source: Source

  private init(isNegative: Bool, _ source: Source) {
    (self.isNegative, self.source) = (isNegative, source)
  }

  /// A finite double.
  init(_ number: Double) {
    self.init(isNegative: number.sign == .minus, .double(number.magnitude))
  }

  /// An exact decimal.
  init(unscaled: Int128, scale: Int) {
    self.init(
      isNegative: unscaled < 0, .exact(DecimalDigits(unscaled.magnitude, scale: scale)))
  }

  /// A value that is a finite number; nil for all else.
  init?(_ value: Value) {
    switch value {
    case .integer(let number): self.init(unscaled: Int128(number), scale: 0)
    case .decimal(let unscaled, let scale): self.init(unscaled: unscaled, scale: scale)
    case .double(let number) where number.isFinite: self.init(number)
    default: return nil
    }
  }

  /// The number rounded to so many digits after the point, halves away from zero.
  ///
  /// A double is taken for the decimal number that it names, so that 45.65 rounds as the decimal
  /// number does, though as a binary fraction it is a little less.
  func rounded(decimals: Int) -> DecimalDigits {
    let named = namedDigits
    return digits(significant: named.point + decimals, named).rounded(decimals: decimals)
  }

  /// The number rounded to so many significant digits, as ``rounded(decimals:)`` does.
  func rounded(significant count: Int) -> DecimalDigits {
    digits(significant: count, namedDigits).rounded(significant: count)
  }

  /// The digits that a rounding to so many significant ones looks at: beyond those that a double
  /// names, those of its binary fraction.
  private func digits(significant count: Int, _ named: DecimalDigits) -> DecimalDigits {
    guard case .double(let number) = source, count > (number.isNormal ? 15 : 0),
      count >= named.digits.count
    else { return named }
    return DecimalDigits(exactly: number)
  }

  /// The digits of the decimal number that is meant.
  private var namedDigits: DecimalDigits {
    switch source {
    case .double(let number): DecimalDigits(naming: number)
    case .exact(let digits): digits
    }
  }

  /// The fewest digits that name the number.
  var shortestDigits: DecimalDigits {
    switch source {
    case .double(let number): DecimalDigits(shortest: number)
    case .exact(let digits): digits
    }
  }

  /// The digits rounded to a whole number; of a double with more than 53 bits those that it names,
  /// with zeros after them.
  var wholeDigits: DecimalDigits {
    if case .double(let number) = source, number >= 0x1p53 { return shortestDigits }
    return rounded(decimals: 0)
  }

  /// A hundred times the number.
  var timesHundred: Quantity {
    if case .double(let number) = source, (number * 100).isFinite {
      return Quantity(isNegative: isNegative, .double(number * 100))
    }
    return Quantity(isNegative: isNegative, .exact(namedDigits.scaled(byPowerOfTen: 2)))
  }
}
