import Frame
import Statistics
import TestSupport
import Testing

@Suite struct ChiSquareTests {
  /// Expected values: SciPy 1.17.1, `chi2_contingency(counts, correction=False)`.
  @Test(arguments: Case.all("table"))
  func agreesWithSciPy(_ set: Case) throws {
    let (test, expected) = (try ChiSquare(set.table()), try set.expected())
    expectClose(test.chiSquared, expected["chi"])
    #expect(test.degreesOfFreedom == [expected["df"]])
    expectClose(test.p, expected["p"])
  }

  @Test func smallExpectedCountsAreCounted() throws {
    let table = Crosstab(
      rows: [.text("a"), .text("b")], columns: [.text("c"), .text("d")],
      counts: [[1, 2], [3, 40]])
    #expect(try ChiSquare(table).smallExpected == 3)
  }

  @Test func aRowOfZerosIsNoRow() throws {
    let with = Crosstab(
      rows: [.integer(1), .integer(2), .integer(3)], columns: [.integer(1), .integer(2)],
      counts: [[4, 2], [0, 0], [1, 5]])
    #expect(try ChiSquare(with).degreesOfFreedom == [1])
  }

  /// Expected values: SciPy 1.17.1, `chi2_contingency(counts, correction=True)`.
  @Test(arguments: RiskEffectsTests.fourfold)
  func yatessCorrectionAgreesWithSciPy(_ set: Case) throws {
    let (test, expected) = (try ChiSquare(set.table(), yates: true), try set.expected())
    expectClose(test.chiSquared, expected["yates"])
    expectClose(test.p, expected["yates p"])
  }

  /// Expected values: R 4.2.2, `chisq.test(x, correct = FALSE)$stdres`; Bergsma's V by its formula.
  @Test(arguments: Case.all("table", in: "groups"))
  func residualsAgreeWithR(_ set: Case) throws {
    let (table, expected) = (try set.table(), try set.expected())
    let residuals = try ChiSquare(table).residuals.joined().compactMap(\.self)
    expectClose(residuals, expected.list("residual"), relative: 1e-10)
    expectClose(
      try CramersV(table).corrected, expected["v corrected"], relative: 1e-10, absolute: 1e-12)
  }
}
