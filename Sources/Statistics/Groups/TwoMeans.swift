/// What the two t-tests share: the moments of two samples, in one measure.
struct TwoMeans {
  /// The moments of the first sample, in ``unit``.
  let first: Moments
  /// The moments of the second sample, in ``unit``.
  let second: Moments
  /// A power of two in which squares keep in range; 1 for values of ordinary size.
  let unit: Double
  private let level: Double

  /// The mean of the first sample minus that of the second.
  var difference: Double { distance * unit }

  /// The difference of the means in ``unit``.
  private var distance: Double {
    // Of the offsets, so that a small difference of large means keeps all its digits.
    first.gauge.length((first.offset - second.offset).value)
  }

  init(_ x: Sample, _ y: Sample, needing: Int, level: Double) throws(StatisticsError) {
    try checkLevel(level)
    try need(needing, of: x.count)
    try need(needing, of: y.count)
    self.level = level
    let (samples, unit) = Sample.comparable([x, y])
    self.unit = unit
    first = Moments(samples[0])
    second = Moments(samples[1])
  }

  /// A sample's squared standard error of the mean, in ``unit``².
  func squaredError(_ sample: KeyPath<TwoMeans, Moments>) -> Double {
    let moments = self[keyPath: sample]
    return (moments.variance ?? 0) / Double(moments.count)
  }

  /// Tests the difference by its standard error in ``unit``.
  func test(standardError: Double, _ df: Double) throws(StatisticsError) -> (t: Double, p: Double) {
    guard !first.isConstant || !second.isConstant else { throw .constantGroups }
    let t = distance / standardError
    guard t.isFinite, df.isFinite, difference.isFinite else { throw .outOfRange }
    return (t, StudentTDistribution(df).twoSided(t))
  }

  /// The interval of the difference by its standard error in ``unit``.
  func interval(standardError: Double, _ df: Double) -> Interval? {
    let reach = StudentTDistribution(df).critical(level: level) * standardError
    return Interval(
      low: (distance - reach) * unit, high: (distance + reach) * unit, level: level, method: "t")
  }
}
