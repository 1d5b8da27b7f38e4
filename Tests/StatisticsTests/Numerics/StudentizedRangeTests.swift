import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct StudentizedRangeTests {
  /// Expected values: both integrals by panels of Gauss and Legendre's rule in numpy 2.4.6 and SciPy's
  /// `log_ndtr`, which `studentized_range.sf` confirms to its own accuracy; keys are q, groups, degrees
  /// of freedom.
  @Test func tailsHoldTwelveDigits() throws {
    let expected = try Case(
      statistic: "distributions", name: "studentized range", file: "groups"
    ).expected().values
    #expect(expected.count >= 7)
    for (key, tail) in expected {
      let numbers = key.split(separator: " ").compactMap { Double($0) }
      let range = StudentizedRangeDistribution(
        groups: Int(numbers[1]), degreesOfFreedom: numbers[2])
      expectClose(range.survival(numbers[0]), tail, relative: 1e-12, key)
    }
  }

  /// The range of two is √2 |t|.
  @Test(arguments: [1, 2.5, 7, 30, 250, 1e5, 1e9], [0.01, 0.7, 3, 9, 40])
  func theRangeOfTwoIsStudentsT(_ freedom: Double, _ q: Double) {
    let range = StudentizedRangeDistribution(groups: 2, degreesOfFreedom: freedom)
    let tail = StudentTDistribution(freedom).twoSided(q / 2.0.squareRoot())
    expectClose(range.survival(q), tail, relative: 1e-12, absolute: 1e-290)
  }

  @Test(arguments: [(3, 12.0), (10, 4.5), (40, 1000), (2, 1)])
  func criticalValuesHaveTheirTail(_ groups: Int, _ freedom: Double) {
    let range = StudentizedRangeDistribution(groups: groups, degreesOfFreedom: freedom)
    for level in [0.5, 0.95, 0.999] {
      expectClose(range.survival(range.critical(level: level)), 1 - level, relative: 1e-11)
    }
  }
}
