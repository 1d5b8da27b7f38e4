/// The base whose powers a logarithmic axis shows.
package enum LogBase: String, Hashable, Sendable, CaseIterable {
  case two = "2"
  case e
  case ten = "10"
}

/// Ticks of a logarithmic axis: powers of its base, of ten also numbers between while they are few.
enum LogTicks {
  /// The numbers to label inside a positive domain, finest sets first; the caller takes the first
  /// set that fits.
  static func candidates(_ domain: ClosedRange<Double>) -> [[Double]] {
    let (low, high) = (magnitude(domain.lowerBound), magnitude(domain.upperBound))
    func multiples(_ digits: [Double], every: Int = 1) -> [Double] {
      // Multiples of the stride, so that 1 is among them.
      let first = Int((Double(low) / Double(every)).rounded(.down)) * every
      return stride(from: first, through: high, by: every).flatMap { exponent in
        digits.map { $0 * powerOfTen(exponent) }
      }
      .filter { domain.contains($0) && $0.isFinite }
    }
    var sets = [
      multiples([1, 2, 3, 5, 7]), multiples([1, 2, 5]), multiples([1, 3]), multiples([1]),
    ]
    if high - low >= 3 { sets.removeFirst(3) }
    for every in [2, 3, 5, 10, 20, 50, 100] where high - low >= 2 * every {
      sets.append(multiples([1], every: every))
    }
    return sets.filter { $0.count >= 2 } + [[domain.lowerBound, domain.upperBound]]
  }

  /// The exponents of a base inside a positive domain, finest sets first.
  static func exponents(_ domain: ClosedRange<Double>, base: LogBase) -> [[Int]] {
    let unit = base == .two ? naturalLogarithm(2) : 1
    let low = Int((naturalLogarithm(domain.lowerBound) / unit - 1e-9).rounded(.up))
    let high = Int((naturalLogarithm(domain.upperBound) / unit + 1e-9).rounded(.down))
    guard low < high else { return [] }
    return [1, 2, 3, 4, 5, 10, 20, 50, 100, 200, 500].compactMap { every in
      let first = Int((Double(low) / Double(every)).rounded(.up)) * every
      let set = Array(stride(from: first, through: high, by: every))
      return set.count >= 2 ? set : nil
    }
  }

  /// A power of a base.
  static func power(_ exponent: Int, base: LogBase) -> Double {
    switch base {
    case .two: Double(sign: .plus, exponent: exponent, significand: 1)
    case .e: exponential(Double(exponent))
    case .ten: powerOfTen(exponent)
    }
  }

  /// The numbers 1 to 9 of each decade of a domain; none where decades are too many to tell apart.
  static func minor(_ domain: ClosedRange<Double>) -> [Double] {
    let (low, high) = (magnitude(domain.lowerBound), magnitude(domain.upperBound))
    guard high - low <= 40 else { return [] }
    return (low...high).flatMap { exponent in (1...9).map { Double($0) * powerOfTen(exponent) } }
      .filter(domain.contains)
  }

  /// The powers of ten of a domain.
  static func decades(_ domain: ClosedRange<Double>) -> [Double] {
    (magnitude(domain.lowerBound)...magnitude(domain.upperBound)).map(powerOfTen)
      .filter(domain.contains)
  }

  /// The domain widened to the nearest labelled numbers: decades, or 1, 2, 5 in a short range.
  static func nice(_ data: ClosedRange<Double>, base: LogBase = .ten) -> ClosedRange<Double> {
    if base != .ten { return powers(around: data, base) }
    let isLong = data.upperBound / data.lowerBound > 100
    let digits: [Double] = isLong ? [1, 10] : [1, 2, 5, 10]
    let start = lower(data.lowerBound, digits)
    let end = upper(data.upperBound, digits)
    guard start > 0, end.isFinite, start < end else { return data }
    return start...end
  }

  /// The greatest number with one of some first digits that is not above a positive number.
  static func lower(_ value: Double, _ digits: [Double]) -> Double {
    let power = powerOfTen(magnitude(value))
    return (digits.last { $0 * power <= value } ?? 1) * power
  }

  /// The smallest number with one of some first digits that is not below a positive number.
  static func upper(_ value: Double, _ digits: [Double]) -> Double {
    let power = powerOfTen(magnitude(value))
    return (digits.first { $0 * power >= value } ?? 10) * power
  }

  private static func powers(around data: ClosedRange<Double>, _ base: LogBase)
    -> ClosedRange<Double>
  {
    let unit = base == .two ? naturalLogarithm(2) : 1
    let low = Int((naturalLogarithm(data.lowerBound) / unit + 1e-9).rounded(.down))
    let high = Int((naturalLogarithm(data.upperBound) / unit - 1e-9).rounded(.up))
    let (start, end) = (power(low, base: base), power(high, base: base))
    guard start.isNormal, end.isFinite, start < end else { return data }
    return min(start, data.lowerBound)...max(end, data.upperBound)
  }
}
