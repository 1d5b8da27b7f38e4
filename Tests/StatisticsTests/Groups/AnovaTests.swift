import Frame
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

  /// The very F of small numbers, whatever is added to all of them.
  @Test(arguments: [6, 12, 17, 30])
  func anOffsetOfDecimalsCostsNoDigit(_ zeros: Int) throws {
    let tenths: [[Int128]] = [[4, 3, 5, 3, 5], [4, 2, 6, 4, 4], [5, 7, 6, 8, 7]]
    func test(_ offset: Int128) throws -> Anova {
      let moved = tenths.joined().map { $0 + offset }
      let column = Measured(Column(.decimal(moved, scale: 1)))
      return try Anova(
        [0, 5, 10].map { start in Sample(column.picking(Array(start..<start + 5))) })
    }
    let (near, far) = (try test(0), try test(Decimals.power(zeros)))
    expectClose(far.f, near.f, relative: 1e-15)
    expectClose(far.betweenSquares, near.betweenSquares, relative: 1e-15)
    expectClose(far.residualDeviation, near.residualDeviation, relative: 1e-15)
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
