import TestSupport
import Testing

@testable import Statistics

@Suite struct QuantileQuantileTests {
  private static let plain = [
    2.5, 3.1, 4.7, 1.2, 9.9, 6.3, 5.5, 7.1, 0.4, 3.3, 8.8, 12.6, 5.1, 2.2, 4.4,
  ]

  /// What others compute of the first so many values.
  struct Expected: Sendable {
    let reference: QuantileQuantile.Reference
    let n: Int
    let theoretical: [Double]
    let slope: Double
    let intercept: Double
    /// The band at the first value, the one at place n/2 and the last.
    let band: [Double]
  }

  /// Expected values: statsmodels 0.15.0, `ProbPlot(v, dist, a=0.5 or 0.375).theoretical_quantiles` at
  /// 0, 4 and −1; line through `numpy.percentile(v, [25, 75])`; SciPy 1.17.1, `beta.ppf(q, k, n + 1 - k)`.
  private static let expected = [
    Expected(
      reference: .normal, n: 15,
      theoretical: [-1.8339146358159146, -0.5244005127080409, 1.8339146358159146],
      slope: 2.8910743260859233, intercept: 4.75,
      band: [
        -3.7252997081625576, 2.4981426877083415, 2.445228442512844, 6.07899479933825,
        7.001857312291658, 13.225299708162542,
      ]),
    Expected(
      reference: .normal, n: 10,
      theoretical: [-1.54663527139923, -0.12258084388880242, 1.54663527139923],
      slope: 2.557488826922163, intercept: 4.375,
      band: [
        -2.7945881775798274, 3.095961878085933, 2.102196434358363, 6.001642425858969,
        5.654038121914066, 11.544588177579836,
      ]),
    Expected(
      reference: .exponential, n: 15,
      theoretical: [0.033901551675681346, 0.35667494393873245, 3.4011973816621555],
      slope: 3.549932983844666, intercept: 1.7787479221426319,
      band: [
        1.7847396902521035, 2.6517662453150295, 2.627549858400873, 5.7919693036768845,
        7.185904345653139, 24.44557151339273,
      ]),
    Expected(
      reference: .uniform, n: 10,
      theoretical: [0.06097560975609756, 0.45121951219512196, 0.9390243902439024],
      slope: 6.8999999999999995, intercept: 0.925,
      band: [
        0.9424471919567864, 3.0536300439494486, 2.21589359628705, 6.014591271412078,
        5.69636995605055, 7.807552808043213,
      ]),
  ]

  @Test(arguments: expected)
  func agreesWithStatsmodelsAndSciPy(_ expected: Expected) throws {
    let qq = try QuantileQuantile(
      Array(Self.plain.prefix(expected.n)), against: expected.reference)
    let places = [0, 4, expected.n - 1]
    expectClose(places.map(qq.theoretical), expected.theoretical, relative: 1e-11)
    expectClose(qq.slope, expected.slope)
    expectClose(qq.intercept, expected.intercept)
    let band = [0, expected.n / 2 - 1, expected.n - 1].map(qq.band)
    expectClose(band.flatMap { [$0.lowerBound, $0.upperBound] }, expected.band, relative: 1e-9)
  }

  @Test func valuesOfTheDistributionLieInTheBandAtItsLevel() throws {
    var random = SeededGenerator(seed: 5)
    var inside = 0
    for _ in 0..<200 {
      let qq = try QuantileQuantile(
        (0..<50).map { _ in
          NormalDistribution.quantile(Double.random(in: 1e-12..<1, using: &random))
        })
      inside += qq.values.indices.count { qq.band($0).contains(qq.values[$0]) }
    }
    // The line is estimated from the values, which draws it a little nearer to them.
    #expect((0.93...0.99).contains(Double(inside) / 10_000))
  }

  @Test func bandOfAMillionValuesIsFinite() throws {
    let qq = try QuantileQuantile((0..<1_000_000).map { Double($0 * 7919 % 1_000_003) })
    for place in [0, 1, 500_000, 999_999] {
      let band = qq.band(place)
      #expect(band.lowerBound.isFinite && band.upperBound.isFinite)
      #expect(band.lowerBound < band.upperBound)
    }
  }

  @Test func whatHasNoLineIsAnError() {
    #expect(throws: StatisticsError.constant) { try QuantileQuantile([2, 2, 2]) }
    #expect(throws: StatisticsError.mostlyEqual) { try QuantileQuantile([2, 2, 2, 2, 9]) }
    #expect(throws: StatisticsError.tooFew(needed: 2, got: 1)) {
      try QuantileQuantile([2, .infinity])
    }
  }
}
