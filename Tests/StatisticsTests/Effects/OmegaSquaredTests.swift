import Statistics
import TestSupport
import Testing

@Suite struct OmegaSquaredTests {
  /// Expected values: numpy 2.4.6, (between − df · within / df₂) / (total + within / df₂).
  @Test(arguments: Case.all("more"))
  func agreesWithNumpy(_ set: Case) throws {
    let groups = try set.groups().map { Sample($0) }
    let omega = try OmegaSquared(groups)
    expectClose(omega.value, try set.expected()["omega"])
    #expect(try omega.interval == EtaSquared(groups).interval)
  }

  @Test func mayFallBelowZero() throws {
    #expect(try OmegaSquared([Sample([1, 5]), Sample([2, 4])]).value < 0)
  }
}
