import Statistics
import TestSupport
import Testing

@Suite struct SheatherJonesTests {
  /// Expected values: R 4.2.2, `bw.SJ(x, nb = 1000, tol = 1e-14)`.
  @Test(arguments: Case.all("bandwidth", in: "kernels"))
  func agreesWithR(_ set: Case) throws {
    let density = try KernelDensity(try set.values(), bandwidth: .sheatherJones, points: 5)
    expectClose(density.bandwidth, try set.expected()["width"], relative: 1e-9)
  }

  @Test func subnormalValuesStayInTheirBins() {
    let ends = [0, 1480 * Double.leastNonzeroMagnitude, Double.leastNonzeroMagnitude]
    // Whether they have a bandwidth is a matter of rounding.
    #expect(throws: StatisticsError.self) {
      try KernelDensity(ends, bandwidth: .sheatherJones, points: 5)
    }
  }

  @Test(arguments: [0, 1, 2] as [UInt64])
  func followsTheUnit(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<200).map { _ in Double.random(in: 0...1, using: &generator) }
    let plain = try KernelDensity(values, bandwidth: .sheatherJones, points: 5).bandwidth
    let scaled = try KernelDensity(
      values.map { 1024 * $0 }, bandwidth: .sheatherJones, points: 5
    ).bandwidth
    expectClose(scaled, 1024 * plain, relative: 1e-9)
  }
}
