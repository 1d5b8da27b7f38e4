import Statistics
import TestSupport
import Testing

@Suite struct MannKendallTests {
  /// Expected values: the definition in exact fractions, p by SciPy 1.17.1 `norm.sf`, tau by
  /// `kendalltau`.
  @Test(arguments: ["plain 1", "ties 1", "gaps 1", "falling 1", "long 1", "long 4"])
  func agreesWithItsDefinition(_ name: String) throws {
    let reference = try TrendReference.read()
    let expected = try #require(reference.mann_kendall[name])
    func number(_ key: String) -> Double { expected[key]?.number ?? .nan }
    let series = try #require(reference.series[expected["series"]?.text ?? ""]).map { $0 ?? .nan }
    let test = try MannKendall(series, seasons: Int(number("seasons")))
    #expect(test.s == number("s"))
    expectClose(test.variance, number("variance"))
    expectClose(test.z, number("z"))
    expectClose(test.p, number("p"))
    expectClose(test.senSlope, number("sen"))
    if expected["tau"] != nil { expectClose(test.tau, number("tau")) }
  }

  @Test func aReversedSeriesTurnsTheSign() throws {
    let values = [3.0, 1, 4, 1, 5, 9, 2, 6]
    let (one, other) = (try MannKendall(values), try MannKendall(values.reversed()))
    #expect(one.s == -other.s && one.p == other.p && one.z == -other.z)
  }

  @Test func whatHasNoTrendSaysWhy() {
    #expect(throws: StatisticsError.constant) { try MannKendall([2, 2, 2, 2]) }
    #expect(throws: StatisticsError.tooFew(needed: 3, got: 2)) { try MannKendall([1, .nan, 2]) }
    #expect(throws: StatisticsError.self) { try MannKendall([1, 2, 3], seasons: 0) }
  }
}
