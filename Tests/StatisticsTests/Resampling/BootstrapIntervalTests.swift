import Statistics
import TestSupport
import Testing

@Suite struct BootstrapIntervalTests {
  static func statistic(_ name: String) -> @Sendable ([Double]) -> Double? {
    switch name {
    case "mean": { Describe($0).mean }
    case "median": { Describe($0).median }
    default: { Describe($0).standardDeviation }
    }
  }

  /// A statistic's replicates on the stored resamples, ascending, and its jackknife.
  static func replicates(_ set: Case, _ statistic: ([Double]) -> Double?) throws -> (
    replicates: SortedSample, estimate: Double, acceleration: Double
  ) {
    let values = try set.values()
    let rows = try Case(statistic: "", name: "rows \(set.name)", file: set.file).values().map {
      Int($0)
    }
    let replicates = try stride(from: 0, to: rows.count, by: values.count).map { start in
      try #require(statistic(rows[start..<start + values.count].map { values[$0] }))
    }
    let leftOut = try values.indices.map { row in
      try #require(statistic(Array(values[..<row] + values[(row + 1)...])))
    }
    return (
      SortedSample(Sample(replicates)), try #require(statistic(values)),
      try #require(BootstrapInterval.acceleration(jackknife: leftOut))
    )
  }

  /// Expected values: SciPy 1.17.1, `_bca_interval` and `percentile` on the stored resamples.
  @Test(arguments: Case.all("bootstrap", in: "kernels"), ["mean", "median", "sd"])
  func agreesWithSciPy(_ set: Case, _ name: String) throws {
    let expected = try set.expected()
    let (replicates, estimate, acceleration) = try Self.replicates(set, Self.statistic(name))
    // The influences of the mean of values near 1e8 keep eight digits less.
    let relative = set.name == "far" ? 1e-6 : 1e-12
    expectClose(acceleration, expected["\(name) acceleration"], relative: relative, absolute: 1e-7)
    let bca = BootstrapInterval(
      bca: replicates, estimate: estimate, acceleration: acceleration, level: 0.95)
    expectClose(bca.probabilities?[0], expected["\(name) p low"], relative: relative)
    expectClose(bca.probabilities?[1], expected["\(name) p high"], relative: relative)
    expectClose(bca.interval?.low, expected["\(name) low"], relative: relative)
    expectClose(bca.interval?.high, expected["\(name) high"], relative: relative)
    let percentile = BootstrapInterval(percentile: replicates, level: 0.95)
    expectClose(percentile.interval?.low, expected["\(name) percentile low"])
    expectClose(percentile.interval?.high, expected["\(name) percentile high"])
  }

  /// Expected values: R 4.2.2, boot 1.3, `boot.ci` on the stored resamples.
  ///
  /// Its ends are order statistics at (R + 1)·p, which is R-6 where that is whole; its z₀ counts
  /// replicates below the estimate only, so that it agrees where none equals it.
  @Test(arguments: Case.all("bootstrap", in: "kernels"), ["mean", "median", "sd"])
  func agreesWithR(_ set: Case, _ name: String) throws {
    let expected = try set.expected()
    let (replicates, estimate, acceleration) = try Self.replicates(set, Self.statistic(name))
    let percentile = BootstrapInterval(percentile: replicates, level: 0.95, quantile: .r6)
    expectClose(percentile.interval?.low, expected["\(name) r low"])
    expectClose(percentile.interval?.high, expected["\(name) r high"])
    guard !replicates.values.contains(estimate) else { return }
    let bca = BootstrapInterval(
      bca: replicates, estimate: estimate, acceleration: acceleration, level: 0.95)
    // R rounds (R + 1)·p to two decimals.
    let absolute = 0.00501 / Double(replicates.count + 1)
    expectClose(bca.probabilities?[0], expected["\(name) r p low"], relative: 0, absolute: absolute)
    expectClose(
      bca.probabilities?[1], expected["\(name) r p high"], relative: 0, absolute: absolute)
  }

  @Test func anEstimateOutsideAllReplicatesHasNoCorrection() {
    let replicates = SortedSample(Sample([1, 2, 3]))
    let ends = BootstrapInterval(bca: replicates, estimate: 9, acceleration: 0, level: 0.95)
    #expect(ends.interval == nil)
    #expect(BootstrapInterval.acceleration(jackknife: [2, 2, 2]) == nil)
  }
}
