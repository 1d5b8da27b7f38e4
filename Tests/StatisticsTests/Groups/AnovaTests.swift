import Statistics
import TestSupport
import Testing

@Suite struct AnovaTests {
  /// Expected values: SciPy 1.17.1, `f_oneway(*groups)`.
  @Test(arguments: Case.all("more"))
  func agreesWithSciPy(_ set: Case) throws {
    let (groups, expected) = (try set.groups(), try set.expected())
    let test = try Anova(groups.map { Sample($0) })
    expectClose(test.f, expected["anova f"])
    expectClose(test.p, expected["anova p"])
  }

  /// The right digits of F, squares between and squares within that exact arithmetic on the values
  /// read as doubles reaches (mpmath 1.4.1, 60 digits); 0.3 less is asked for, and no more than 15.
  static let ceilings = [
    ("SiRstv", [13.06, 14.03, 13.12]), ("AtmWtAg", [10.15, 10.24, 10.90]),
    ("SmLs01", [16, 15.21, 15.27]), ("SmLs04", [10.43, 10.05, 10.29]),
    ("SmLs07", [4.41, 4.03, 4.26]),
  ]

  @Test(arguments: ceilings)
  func reachesTheCertifiedF(_ name: String, _ ceiling: [Double]) throws {
    let nist = try NIST("anova", name)
    let labels = Set(nist.rows.map { $0[0] }).sorted()
    let groups = labels.map { label in Sample(nist.rows.filter { $0[0] == label }.map { $0[1] }) }
    let test = try Anova(groups)
    #expect(try nist.digits(test.f, "F") >= min(15, ceiling[0] - 0.3))
    #expect(try nist.digits(test.betweenSquares, "ssBetween") >= min(15, ceiling[1] - 0.3))
    #expect(try nist.digits(test.withinSquares, "ssWithin") >= min(15, ceiling[2] - 0.3))
  }

  @Test(
    arguments: [
      ([[1, 2]], .tooFewGroups(needed: 2, got: 1)), ([[], []], .tooFewGroups(needed: 2, got: 0)),
      ([[1], [2]], .tooFew(needed: 3, got: 2)), ([[1, 1], [2, 2]], .constantGroups),
    ] as [([[Double]], StatisticsError)])
  func whatCannotBeComparedSaysWhy(_ groups: [[Double]], _ error: StatisticsError) {
    #expect(throws: error) { try Anova(groups.map { Sample($0) }) }
  }

  @Test func twoGroupsGiveTheSquareOfStudentsT() throws {
    let (x, y) = ([1.0, 4, 2, 8], [3.0, 9, 7])
    let (anova, t) = (try Anova([Sample(x), Sample(y)]), try StudentTTest(x, y))
    expectClose(anova.f, t.t * t.t)
    expectClose(anova.p, t.p)
  }
}
