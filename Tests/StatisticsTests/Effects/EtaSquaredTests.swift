import Statistics
import TestSupport
import Testing

@Suite struct EtaSquaredTests {
  /// Expected values: numpy 2.4.6, 1 − within / total; limits by `brentq` on SciPy 1.17.1 `ncf`.
  @Test(arguments: Case.all("more"))
  func agreesWithSciPy(_ set: Case) throws {
    let (groups, expected) = (try set.groups().map { Sample($0) }, try set.expected())
    let eta = try EtaSquared(groups)
    expectClose(eta.value, expected["eta"])
    expectClose(eta.interval?.low, expected["eta low"], relative: 1e-8, absolute: 1e-12)
    expectClose(eta.interval?.high, expected["eta high"], relative: 1e-8)
  }
}
