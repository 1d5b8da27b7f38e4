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
}
