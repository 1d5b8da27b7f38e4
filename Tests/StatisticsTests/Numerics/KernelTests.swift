import CKernels
import TestSupport
import Testing

@testable import Statistics

/// The C kernels against the same figures made plainly, at lengths around their four lanes.
@Suite struct KernelTests {
  static func values(_ count: Int) -> [Double] {
    var generator = SeededGenerator(seed: UInt64(count) + 1)
    return (0..<count).map { _ in Double.random(in: -1e3...1e3, using: &generator) }
  }

  @Test(arguments: [0, 1, 3, 4, 5, 131, 2000])
  func sumsHaveTheBitsThatTheirTextSays(_ count: Int) {
    let values = Self.values(count)
    // Four lanes of compensated sums, added up lane by lane.
    var lanes = [CompensatedSum](repeating: CompensatedSum(), count: 4)
    for (row, value) in values.enumerated() { lanes[row & 3].add(value * 0.25) }
    var total = CompensatedSum()
    for lane in lanes {
      total.add(lane.high)
      total.add(lane.low)
    }
    #expect(CompensatedSum(bs_sum(values, count, 0.25)) == total)
  }

  @Test(arguments: [1, 3, 4, 5, 131])
  func powersAreThoseOfDeviations(_ count: Int) {
    let values = Self.values(count)
    var sums = [bs_pair](repeating: bs_pair(), count: 4)
    bs_power_sums(values, count, 0.5, 7, &sums)
    let deviations = values.map { $0 * 0.5 - 7 }
    for power in 1...4 {
      let powers = deviations.map { d in (1..<power).reduce(d) { product, _ in product * d } }
      expectClose(
        sums[power - 1].high, powers.reduce(0, +),
        absolute: 1e-13 * powers.reduce(0) { $0 + abs($1) })
    }
  }

  @Test(arguments: [0, 1, 3, 4, 9, 130])
  func aSurveyCountsWhatIsNotFinite(_ count: Int) {
    let values = Self.values(count)
    let mixed = values + [.nan, .infinity, -.infinity, .nan] + values + [.nan]
    let survey = bs_survey_values(mixed, mixed.count)
    #expect(survey.low == values.min() ?? .infinity)
    #expect(survey.high == values.max() ?? -.infinity)
    #expect((survey.missing, survey.infinite) == (3, 2))
    #expect(Sample(mixed).distances == values + values)
  }

  @Test(arguments: [1, 2, 4, 5, 700, 5000])
  func distinctValuesAreCounted(_ count: Int) {
    let values = Self.values(count).map { ($0 / 50).rounded() }.sorted()
    #expect(bs_count_distinct(values, count) == Set(values).count)
  }

  @Test(arguments: [([1.0, -3], true), ([0x1p53], true), ([0x1p54], false), ([1, 0.5], false)])
  func wholeNumbersAreTold(_ values: [Double], _ isWhole: Bool) {
    #expect((bs_is_whole(values, values.count) != 0) == isWhole)
  }

  @Test(arguments: [1, 2, 3, 7, 9], [1, 127, 128, 129, 300])
  func productsAreThoseOfDeviations(_ columns: Int, _ rows: Int) {
    let values = (0..<columns).map { column in
      Self.values(rows + column).suffix(rows).map { ($0 * 1e6).rounded() }
    }
    let products = CrossProducts(values.map { Measured($0) })
    for i in 0..<columns {
      for j in 0...i {
        var (x, y, xy) = (DoubleDouble(0), DoubleDouble(0), DoubleDouble(0))
        for row in 0..<rows {
          x = x + DoubleDouble(values[i][row])
          y = y + DoubleDouble(values[j][row])
          xy = xy + DoubleDouble(product: values[i][row], values[j][row])
        }
        let expected = xy - x * y / Double(rows)
        // Whole numbers: the products are exact, and so is this sum to 30 digits.
        expectClose(
          (products.moments(i, j).products - expected).value, 0, absolute: 1e-30 * xy.high.magnitude
        )
      }
    }
  }
}
