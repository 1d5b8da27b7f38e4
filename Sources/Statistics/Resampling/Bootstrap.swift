/// The standard error, bias and interval of any statistic of a column, by drawing its rows again and
/// again with replacement.
///
/// The same seed gives the same digits on any machine and any number of processors; see
/// ``Resample``. The acceleration of BCa comes from leaving out each row in turn; of a statistic other
/// than the mean, beyond 1,000 rows, each of 1,000 groups of rows, to which rows are dealt at random by
/// the seed, so that the order of a sorted column does not show.
///
/// - Shape: one column of at least 2 values.
/// - Missing: absent and infinite values are left out before resampling, and counted.
/// - Source: B. Efron, *Ann. Statist.* 7 (1979), 1–26; Efron, *JASA* 82 (1987), 171–185.
package struct Bootstrap: Statistic {
  package static let name = "bootstrap"
  package static let title = "Bootstrap"
  package static let method =
    "rows drawn with replacement (Philox4x32-10); quantiles R-7 of the replicates"

  /// How a bootstrap is made.
  package struct Options: Hashable, Sendable {
    /// How many resamples, 2 to 1,000,000.
    package var resamples: Int
    /// What the draws depend on, beside the number of rows.
    package var seed: UInt64
    /// The kind of interval.
    package var kind: BootstrapInterval.Kind
    /// The level of the interval.
    package var level: Double

    /// Options, by default 2,000 resamples and BCa.
    package init(
      resamples: Int = 2000, seed: UInt64 = 1, kind: BootstrapInterval.Kind = .bca,
      level: Double = 0.95
    ) {
      (self.resamples, self.seed) = (resamples, seed)
      (self.kind, self.level) = (kind, level)
    }
  }

  /// How many values.
  package let n: Int
  /// How many rows without a value.
  package let missing: Int
  /// How many rows with an infinite value.
  package let infinite: Int
  /// How it was made.
  package let options: Options
  /// The statistic of the column.
  package let estimate: Double
  /// The statistic of each resample, ascending.
  package let replicates: [Double]
  /// The standard deviation of the replicates, divisor one less than their number.
  package let standardError: Double
  /// The mean of the replicates minus the estimate.
  package let bias: Double
  /// The interval with what it was made of.
  package let ends: BootstrapInterval

  /// The interval; nil where the estimate lies outside all replicates.
  package var interval: Interval? { ends.interval }

  /// Resamples the mean of a column's doubles, NaN being a missing value.
  package init(meanOf values: [Double], _ options: Options = Options()) throws(StatisticsError) {
    try self.init(meanOf: Sample(values), options)
  }

  /// Resamples the mean of a sample.
  package init(meanOf sample: Sample, _ options: Options = Options()) throws(StatisticsError) {
    try Bootstrap.check(options, sample)
    let moments = Moments(sample)
    let (centre, count) = (moments.offset, Double(sample.count))
    // Around the mean the sums of draws keep all digits by which they differ.
    let distances = sample.distances.map { $0 - centre.value }
    let replicates = sideBySide(options.resamples) { number in
      let sum = Resample(seed: options.seed, number: number).sum(of: distances)
      return sample.gauge.value(at: centre + DoubleDouble(sum / count))
    }
    // Leaving a row out moves the mean by its distance: the influences are the values themselves.
    let acceleration =
      moments.m2 > 0 ? moments.m3 / (6 * moments.m2 * moments.m2.squareRoot()) : nil
    try self.init(sample, options, moments.mean, replicates) { acceleration }
  }

  /// Resamples a statistic of a sample, told from values in any order; it may be nil or NaN for no
  /// resample.
  package init(
    _ sample: Sample, _ options: Options = Options(),
    of statistic: @escaping @Sendable ([Double]) -> Double?
  ) throws(StatisticsError) {
    try Bootstrap.check(options, sample)
    let values = sample.values
    guard let estimate = statistic(values) else { throw .outOfRange }
    let replicates = sideBySide(options.resamples) { number in
      let rows = Resample(seed: options.seed, number: number).rows(of: values.count)
      return statistic(rows.map { values[$0] }) ?? .nan
    }
    try self.init(sample, options, estimate, replicates) {
      let order = Resample(seed: options.seed, number: options.resamples).order(of: values.count)
      return BootstrapInterval.acceleration(
        jackknife: Bootstrap.jackknife(order.map { values[$0] }, statistic))
    }
  }

  private init(
    _ sample: Sample, _ options: Options, _ estimate: Double, _ replicates: [Double],
    acceleration: () -> Double?
  ) throws(StatisticsError) {
    guard estimate.isFinite, replicates.allSatisfy(\.isFinite) else { throw .outOfRange }
    let sorted = SortedSample(Sample(replicates))
    let spread = Moments(Sample(replicates))
    guard let deviation = spread.standardDeviation, !spread.isConstant else { throw .constant }
    n = sample.count
    (missing, infinite) = (sample.missing, sample.infinite)
    self.options = options
    self.estimate = estimate
    self.replicates = sorted.values
    (standardError, bias) = (deviation, (spread.offset - DoubleDouble(estimate)).value)
    switch options.kind {
    case .percentile: ends = BootstrapInterval(percentile: sorted, level: options.level)
    case .bca:
      guard let acceleration = acceleration() else { throw .constant }
      ends = BootstrapInterval(
        bca: sorted, estimate: estimate, acceleration: acceleration, level: options.level)
    }
  }

  private static func check(_ options: Options, _ sample: Sample) throws(StatisticsError) {
    try checkLevel(options.level)
    guard (2...1_000_000).contains(options.resamples) else {
      throw .invalidParameter("a bootstrap draws 2 to 1,000,000 resamples")
    }
    try need(2, of: sample.count)
    guard !sample.isConstant else { throw .constant }
  }

  /// The statistic without each of at most 1,000 groups of rows that follow each other; with as many
  /// rows, without each row.
  private static func jackknife(
    _ values: [Double], _ statistic: @escaping @Sendable ([Double]) -> Double?
  ) -> [Double] {
    let groups = min(values.count, 1000)
    return sideBySide(groups) { group in
      let left = values.count * group / groups..<values.count * (group + 1) / groups
      return statistic(Array(values[..<left.lowerBound] + values[left.upperBound...])) ?? .nan
    }.filter(\.isFinite)
  }
}
