import Frame
import Statistics
import TestSupport
import Testing

@Suite struct CramersVTests {
  /// Expected values: SciPy 1.17.1, `contingency.association(counts, method="cramer")`; limits by
  /// `brentq` on `ncx2`.
  @Test(arguments: Case.all("table"))
  func agreesWithSciPy(_ set: Case) throws {
    let (v, expected) = (try CramersV(set.table()), try set.expected())
    expectClose(v.value, expected["v"])
    expectClose(v.interval?.low, expected["v low"], relative: 1e-9, absolute: 1e-9)
    expectClose(v.interval?.high, min(1, expected["v high"]), relative: 1e-9)
    #expect(v.corrected >= 0 && v.corrected <= v.value)
  }

  @Test func independenceIsZeroAndIdentityOne() throws {
    let (a, b): (Value, Value) = (.text("a"), .text("b"))
    let independent = Crosstab(rows: [a, b], columns: [a, b], counts: [[4, 8], [3, 6]])
    let identical = Crosstab(rows: [a, b], columns: [a, b], counts: [[7, 0], [0, 9]])
    expectClose(try CramersV(independent).value, 0, absolute: 1e-12)
    expectClose(try CramersV(identical).value, 1)
  }
}
