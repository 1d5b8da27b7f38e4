import TestSupport
import Testing

@testable import Statistics

@Suite struct EcdfTests {
  private static let plain = [
    2.5, 3.1, 4.7, 1.2, 9.9, 6.3, 5.5, 7.1, 0.4, 3.3, 8.8, 12.6, 5.1, 2.2, 4.4,
  ]

  /// Expected values: statsmodels 0.15.0, `ECDF(v)(x)`.
  @Test func agreesWithStatsmodels() throws {
    let ecdf = try Ecdf(Self.plain)
    let shares = [0, 0.4, 3, 4.4, 12.6, 20].map { ecdf.share(atOrBelow: $0) }
    expectClose(shares, [0, 0.06666666666666667, 0.26666666666666666, 0.4666666666666667, 1, 1])
    let tied = try Ecdf([1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 5])
    #expect(tied.values == [1, 2, 3, 4, 5] && tied.counts == [1, 3, 6, 8, 12])
  }

  /// Expected values: statsmodels 0.15.0, `_conf_set(ECDF(v)(sorted(v)), alpha=0.05)`.
  @Test func bandAgreesWithStatsmodels() throws {
    let ecdf = try Ecdf(Self.plain)
    let middle = ecdf.band(around: ecdf.share(7))
    expectClose(middle.lowerBound, 0.1826730298051687)
    expectClose(middle.upperBound, 0.883993636861498)
    #expect(ecdf.band(around: ecdf.share(0)).lowerBound == 0)
    #expect(ecdf.band(around: 1).upperBound == 1)
  }

  @Test func bandHoldsTheTrueCurveAtItsLevel() throws {
    var random = SeededGenerator(seed: 11)
    var held = 0
    for _ in 0..<1000 {
      let ecdf = try Ecdf((0..<40).map { _ in Double.random(in: 0..<1, using: &random) })
      let inside = ecdf.values.indices.allSatisfy { place in
        let before = place == 0 ? 0 : ecdf.share(place - 1)
        return ecdf.share(place) - ecdf.values[place] <= ecdf.halfWidth
          && ecdf.values[place] - before <= ecdf.halfWidth
      }
      if inside { held += 1 }
    }
    // At least 95 %; the bound is nearly sharp at n = 40.
    #expect((940...990).contains(held))
  }

  @Test func whatIsNoNumberIsCountedAndLeftOut() throws {
    let ecdf = try Ecdf([1, .nan, .infinity, 2])
    #expect(ecdf.n == 2 && ecdf.missing == 1 && ecdf.infinite == 1)
    #expect(throws: StatisticsError.tooFew(needed: 1, got: 0)) { try Ecdf([.nan]) }
    #expect(throws: StatisticsError.self) { try Ecdf([1], level: 1) }
  }
}
