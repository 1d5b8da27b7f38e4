/// Ticks of a logarithmic axis: powers of ten, with 2 and 5 between them while they are few.
enum LogTicks {
  /// The numbers to label inside a positive domain, finest sets first; the caller takes the first
  /// set that fits.
  static func candidates(_ domain: ClosedRange<Double>) -> [[Double]] {
    let (low, high) = (magnitude(domain.lowerBound), magnitude(domain.upperBound))
    func multiples(_ digits: [Double], every: Int = 1) -> [Double] {
      stride(from: low, through: high, by: every).flatMap { exponent in
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

  /// The domain widened to the nearest labelled numbers: decades, or 1, 2, 5 in a short range.
  static func nice(_ data: ClosedRange<Double>) -> ClosedRange<Double> {
    let isLong = data.upperBound / data.lowerBound > 100
    let digits: [Double] = isLong ? [1, 10] : [1, 2, 5, 10]
    let (low, high) = (magnitude(data.lowerBound), magnitude(data.upperBound))
    let lower = digits.last { $0 * powerOfTen(low) <= data.lowerBound } ?? 1
    let upper = digits.first { $0 * powerOfTen(high) >= data.upperBound } ?? 10
    let (start, end) = (lower * powerOfTen(low), upper * powerOfTen(high))
    guard start > 0, end.isFinite, start < end else { return data }
    return start...end
  }
}
