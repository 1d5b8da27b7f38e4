import TestSupport
import Testing

@testable import Statistics

@Suite struct KernelDensityTests {
  /// Expected values: SciPy 1.17.1, `gaussian_kde(x, rule)(grid)`.
  @Test(arguments: Case.all("density"))
  func agreesWithSciPy(_ set: Case) throws {
    let (values, expected) = (try set.values(), try set.expected())
    for (name, rule) in [("scott", .scott), ("silverman", .silverman)]
      as [(String, KernelDensity.Bandwidth)]
    {
      let density = try KernelDensity(values, bandwidth: rule, points: 9)
      expectClose(density.bandwidth, expected["\(name) width"])
      expectClose(density.densities, expected.list(name), relative: 1e-11, name)
    }
  }

  @Test func binningChangesLittle() throws {
    var generator = SeededGenerator(seed: 3)
    let values = (0..<KernelDensity.exactLimit).map { _ in
      Double.random(in: 0...1, using: &generator) * Double.random(in: 0...1, using: &generator)
    }
    let exact = try KernelDensity(values, points: 33)
    // One value more is binned; it alone changes a density by at most one part in n.
    let binned = try KernelDensity(
      values + [values[0]], bandwidth: .width(exact.bandwidth), points: 33)
    let peak = try #require(exact.densities.max())
    expectClose(binned.densities, exact.densities, relative: 0, absolute: peak * 1e-3)
    #expect(binned.densities != exact.densities)
  }

  @Test func whatHasNoDensityIsAnError() {
    #expect(throws: StatisticsError.constant) { try KernelDensity([2, 2, 2]) }
    #expect(throws: StatisticsError.tooFew(needed: 2, got: 1)) { try KernelDensity([2, .nan]) }
    #expect(throws: StatisticsError.self) { try KernelDensity([1, 2], bandwidth: .width(0)) }
  }
}
