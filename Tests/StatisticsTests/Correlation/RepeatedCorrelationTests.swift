import Frame
import Statistics
import TestSupport
import Testing

@Suite struct RepeatedCorrelationTests {
  /// Expected values: mpmath 1.4.1 with 60 digits, pingouin 0.7.0 `rm_corr` agreeing as far as its own
  /// digits reach.
  @Test(arguments: Case.all("repeated", in: "assoc"))
  func agreesWithTheReference(_ set: Case) throws {
    let columns = try set.groups()
    let result = try RepeatedCorrelation(
      subjects: Column(codes: columns[0]), Measured(columns[1]), Measured(columns[2]))
    let expected = try set.expected()
    #expect(Double(result.n) == expected["n"])
    #expect(Double(result.degreesOfFreedom) == expected["df"])
    expectClose(result.r, expected["r"], relative: 1e-14)
    expectClose(result.p, expected["p"])
    expectClose(result.interval?.low, expected["low"])
    expectClose(result.interval?.high, expected["high"])
  }

  @Test func aSubjectsHeightDoesNotMatter() throws {
    let subjects = Column(texts: ["a", "a", "a", "b", "b", "b"])
    let (x, y) = ([1.0, 2, 4, 3, 1, 2], [2.0, 1, 3, 2, 0, 4])
    let raised = zip(x, [0, 0, 0, 100, 100, 100]).map(+)
    let first = try RepeatedCorrelation(subjects: subjects, Measured(x), Measured(y))
    let second = try RepeatedCorrelation(subjects: subjects, Measured(raised), Measured(y))
    expectClose(second.r, first.r, relative: 1e-14)
  }

  @Test func whatIsUndefinedSaysWhy() {
    let once = Column(texts: ["a", "b", "c"])
    #expect(throws: StatisticsError.tooFew(needed: 5, got: 3)) {
      try RepeatedCorrelation(subjects: once, Measured([1, 2, 3]), Measured([1, 3, 2]))
    }
    let twice = Column(texts: ["a", "a", "b", "b"])
    #expect(throws: StatisticsError.constantGroups) {
      try RepeatedCorrelation(subjects: twice, Measured([1, 1, 5, 5]), Measured([1, 3, 2, 4]))
    }
  }
}
