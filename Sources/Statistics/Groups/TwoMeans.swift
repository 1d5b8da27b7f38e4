/// What the two t-tests share: the moments of two samples, in one measure.
struct TwoMeans {
  let first: Moments
  let second: Moments
  private let level: Double

  /// The mean of the first sample minus that of the second.
  var difference: Double {
    // Of the offsets, so that a small difference of large means keeps all its digits.
    first.gauge.length((first.offset - second.offset).value)
  }

  init(_ x: Sample, _ y: Sample, needing: Int, level: Double) throws(StatisticsError) {
    try checkLevel(level)
    try need(needing, of: x.count)
    try need(needing, of: y.count)
    self.level = level
    let samples = Sample.aligned([x, y])
    first = Moments(samples[0])
    second = Moments(samples[1])
  }

  /// A sample's squared standard error of the mean.
  func squaredError(_ sample: KeyPath<TwoMeans, Moments>) -> Double {
    let moments = self[keyPath: sample]
    return (moments.variance ?? 0) / Double(moments.count)
  }

  func test(standardError: Double, _ df: Double) throws(StatisticsError) -> (t: Double, p: Double) {
    guard standardError > 0 else { throw .constantGroups }
    let t = difference / standardError
    guard t.isFinite, df.isFinite else { throw .outOfRange }
    return (t, StudentTDistribution(df).twoSided(t))
  }

  func interval(standardError: Double, _ df: Double) -> Interval? {
    let reach = StudentTDistribution(df).critical(level: level) * standardError
    return Interval(low: difference - reach, high: difference + reach, level: level, method: "t")
  }
}
