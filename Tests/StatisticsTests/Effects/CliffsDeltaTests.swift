import Statistics
import TestSupport
import Testing

@Suite struct CliffsDeltaTests {
  /// Expected values: numpy 2.4.6, all pairs' signs, with the consistent variance and the interval of
  /// Feng and Cliff.
  @Test(arguments: Case.all("two"))
  func agreesWithAllPairs(_ set: Case) throws {
    let (groups, expected) = (try set.groups().map { Sample($0) }, try set.expected())
    let delta = try CliffsDelta(groups[0], groups[1])
    expectClose(delta.value, expected["delta"])
    expectClose(delta.interval?.low, expected["delta low"], relative: 1e-11)
    expectClose(delta.interval?.high, expected["delta high"], relative: 1e-11)
  }

  @Test func completeSeparationHasNoInterval() throws {
    let delta = try CliffsDelta(Sample([5, 6, 7]), Sample([1, 2]))
    #expect(delta.value == 1 && delta.interval == nil)
  }
}
