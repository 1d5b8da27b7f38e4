/// Ticks of a symmetric logarithmic axis: zero, and the powers of ten on both sides from the
/// constant on, at even strides.
///
/// Powers of ten are counted from the constant, not from zero as in d3-scale, whose ticks crowd
/// around zero (d3/d3-scale issue 162).
struct SymlogTicks {
  let domain: ClosedRange<Double>
  let constant: Double

  /// The numbers to label, finest sets first.
  var candidates: [[Double]] {
    let first = magnitude(constant) + (powerOfTen(magnitude(constant)) < constant ? 1 : 0)
    let largest = max(domain.lowerBound.magnitude, domain.upperBound.magnitude)
    guard largest > 0, magnitude(largest) >= first else { return [] }
    let last = magnitude(largest)
    func set(_ digits: [Double], from start: Int? = nil, every: Int = 1) -> [Double] {
      let sizes = stride(from: start ?? first, through: last, by: every).flatMap { exponent in
        digits.map { $0 * powerOfTen(exponent) }
      }
      return (sizes.reversed().map { -$0 } + [0] + sizes).filter(domain.contains)
    }
    let fine = last - first < 2 ? [set([1, 2, 5]), set([1, 3])] : []
    // Without the constant itself where it has no room beside zero.
    let even = [1, 2, 3, 5, 10, 20, 50, 100, 200].flatMap { every -> [[Double]] in
      let start = Int((Double(first) / Double(every)).rounded(.up)) * every
      return [set([1], from: start, every: every), set([1], from: start + every, every: every)]
    }
    return fine + even
  }

  /// The domain widened to numbers of one round digit, on the sides that are logarithmic.
  var nice: ClosedRange<Double> {
    func wide(_ end: Double) -> Double {
      let size = end.magnitude
      guard size > constant else { return end }
      let rounded = LogTicks.upper(size, [1, 2, 5, 10])
      return rounded.isFinite ? (end < 0 ? -rounded : rounded) : end
    }
    let low = domain.lowerBound < 0 ? wide(domain.lowerBound) : domain.lowerBound
    let high = domain.upperBound > 0 ? wide(domain.upperBound) : domain.upperBound
    return low...high
  }
}
