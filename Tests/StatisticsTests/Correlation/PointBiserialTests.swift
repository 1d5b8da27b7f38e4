import Frame
import Statistics
import TestSupport
import Testing

@Suite struct PointBiserialTests {
  /// Expected values: mpmath 1.4.1 with 60 digits, SciPy 1.17.1 `pointbiserialr` agreeing; limits from
  /// SciPy's `nct` and `brentq`, as exact as these.
  @Test(arguments: Case.all("point_biserial", in: "assoc"))
  func agreesWithTheReference(_ set: Case) throws {
    let (x, codes) = try set.pair()
    let result = try PointBiserial(Measured(x), Categories(Column(codes: codes)))
    let expected = try set.expected()
    #expect(Double(result.n) == expected["n"])
    expectClose(result.r, expected["r"], relative: 1e-13)
    expectClose(result.t, expected["t"])
    expectClose(result.p, expected["p"])
    expectClose(result.interval?.low, expected["low"], relative: 1e-8, absolute: 1e-10)
    expectClose(result.interval?.high, expected["high"], relative: 1e-8, absolute: 1e-10)
  }

  @Test func itsSquareIsEtaSquared() throws {
    let groups = [[5.1, 4.9, 6.2], [6.9, 7.2, 5.8, 8.1]]
    let result = try PointBiserial(
      Measured(groups.flatMap(\.self)),
      Categories(Column(texts: ["a", "a", "a", "b", "b", "b", "b"])))
    let eta = try EtaSquared(groups.map { Sample($0) })
    expectClose(result.r * result.r, eta.value, relative: 1e-13)
    let high = try #require(result.interval).high
    expectClose(high * high, try #require(eta.interval).high, relative: 1e-2)
  }

  @Test func theCategoriesOrderGivesTheSign() throws {
    let rising = try PointBiserial(
      Measured([1, 2, 3, 4]), Categories(Column(booleans: [false, true, false, true])))
    let falling = try PointBiserial(
      Measured([1, 2, 3, 4]), Categories(Column(booleans: [true, false, true, false])))
    #expect(rising.r > 0 && falling.r == -rising.r)
  }

  @Test(
    arguments: [
      ([1, 2, 3], ["a", "a", "a"], .tooFewGroups(needed: 2, got: 1)),
      ([2, 2, 2], ["a", "b", "a"], .constant),
      ([1, .nan, 3], ["a", "b", nil], .tooFew(needed: 2, got: 1)),
      ([1, 2, 3], ["a", "b", "c"], .tooManyGroups(allowed: 2, got: 3)),
      ([1, 2], ["a"], .lengthsDiffer(2, 1)), ([], [], .tooFew(needed: 2, got: 0)),
    ] as [([Double], [String?], StatisticsError)])
  func whatIsUndefinedSaysWhy(_ x: [Double], _ y: [String?], _ error: StatisticsError) {
    #expect(throws: error) { try PointBiserial(Measured(x), Categories(Column(texts: y))) }
  }
}

extension Column {
  /// Categories named by numbers, NaN being a missing value.
  init(codes: [Double]) {
    self.init(texts: codes.map { $0.isNaN ? nil : "c\(Int($0))" })
  }
}
