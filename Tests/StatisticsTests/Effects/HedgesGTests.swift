import Statistics
import TestSupport
import Testing

@Suite struct HedgesGTests {
  /// Expected values: SciPy's d times Γ(m/2) / (√(m/2) Γ((m − 1)/2)) by mpmath 1.4.1.
  @Test(arguments: Case.all("two"))
  func agreesWithTheReference(_ set: Case) throws {
    let (groups, expected) = (try set.groups().map { Sample($0) }, try set.expected())
    let g = try HedgesG(groups[0], groups[1])
    expectClose(g.value, expected["g"])
    expectClose(g.factor, expected["j"], relative: 1e-13)
    expectClose(g.interval?.low, expected["d low"] * expected["j"], relative: 1e-9)
  }
}
