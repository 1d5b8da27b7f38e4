import Foundation
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

  /// The exact sum is that of R and SciPy; more than ``KernelDensity/exactLimit`` values are binned.
  @Test(arguments: 0..<6 as Range<UInt64>, [9, 512])
  func binningChangesLessThanItSays(_ seed: UInt64, _ points: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let values = (0...KernelDensity.exactLimit).map { row in
      Double.random(in: 0...1, using: &generator) * Double.random(in: 0...1, using: &generator)
        + (row % 5 == 0 ? 2 : 0)
    }
    let binned = try KernelDensity(values, points: points, cut: Double(seed) / 2)
    let peak = try #require(binned.densities.max())
    for place in stride(from: 0, to: points, by: max(points / 9, 1)) {
      let exact = values.reduce(0.0) { sum, value in
        let z = (binned.positions[place] - value) / binned.bandwidth
        return sum + exp(-0.5 * z * z)
      }
      let scale = Double(values.count) * binned.bandwidth * (2 * Double.pi).squareRoot()
      expectClose(binned.densities[place], exact / scale, relative: 0, absolute: peak * 2e-5)
    }
  }

  @Test func aFarValueBinsNothingAway() throws {
    let values = (0..<6000).map { Double($0 % 100) / 100 } + [1e12]
    let density = try KernelDensity(values, bandwidth: .width(0.1), points: 3, cut: 0)
    expectClose(density.densities[2], 1 / (6001 * 0.1 * (2 * Double.pi).squareRoot()))
    #expect(density.densities[1] == 0)
  }

  /// The area under straight lines between the places.
  private func area(_ density: KernelDensity) -> Double {
    zip(density.positions, density.positions.dropFirst()).enumerated().reduce(0) { sum, step in
      let (place, ends) = step
      return sum
        + (ends.1 - ends.0) * (density.densities[place] / 2 + density.densities[place + 1] / 2)
    }
  }

  /// One far value must not move the places away from all others, nor a narrow kernel fall between
  /// them.
  @Test(arguments: [1000, 20_000], [1e5, 1e12])
  func aFarValueLeavesTheCurveWhole(_ count: Int, _ far: Double) throws {
    var random = SeededGenerator(seed: 7)
    let bulk = (0..<count).map { _ in
      (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0...1, using: &random) }
    }
    let density = try KernelDensity(bulk + [far], bandwidth: .robust)
    #expect(density.isClose && density.positions.count <= 5000)
    expectClose(area(density), 1, relative: 0.01)
    let peak = try #require(
      density.densities.indices.max { density.densities[$0] < density.densities[$1] })
    #expect(abs(density.positions[peak]) < 0.3 && density.densities[peak] > 0.36)
    #expect(zip(density.positions, density.positions.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: [1.0, 0.01, 0.001, 1e-6])
  func aNarrowKernelIsToldAtEveryValue(_ width: Double) throws {
    let values = (0..<2000).map { Double($0 * 7919 % 2003) + ($0 == 9 ? 40_000 : 0) }
    let density = try KernelDensity(values, bandwidth: .width(width))
    #expect(density.isClose)
    expectClose(area(density), 1, relative: 0.01)
  }

  @Test func boundsAreReflectedBesideAFarValueToo() throws {
    let values = (0..<8000).map { Double($0 * 7919 % 8009) / 8009 } + [1e6]
    let density = try KernelDensity(values, bandwidth: .width(0.02), within: 0...(.infinity))
    #expect(density.positions.first == 0)
    expectClose(area(density), 1, relative: 0.01)
    expectClose(density.densities[0], 1, relative: 0.02)
  }

  @Test func kernelsTooNarrowForAnyCurveAreToldAsSuch() throws {
    let values = (0..<40_000).map(Double.init)
    #expect(try !KernelDensity(values, bandwidth: .width(1e-9)).isClose)
  }

  @Test func whatHasNoDensityIsAnError() {
    #expect(throws: StatisticsError.constant) { try KernelDensity([2, 2, 2]) }
    #expect(throws: StatisticsError.tooFew(needed: 2, got: 1)) { try KernelDensity([2, .nan]) }
    #expect(throws: StatisticsError.self) { try KernelDensity([1, 2], bandwidth: .width(0)) }
  }

  /// Expected values: SciPy 1.17.1, `mean(norm.pdf(t, x, 0.3) + norm.pdf(t, -x, 0.3))`.
  @Test func densityWithinBoundsIsReflected() throws {
    let values = [0.1, 0.2, 0.35, 0.5, 0.9, 1.4, 2.2]
    let density = try KernelDensity(
      values, bandwidth: .width(0.3), points: 5, cut: 0, within: 0...(.infinity))
    let whole = try KernelDensity(
      values + [0], bandwidth: .width(0.3), points: 5, cut: 0, within: 0...(.infinity))
    #expect(density.positions[0] == 0.1 && whole.positions[0] == 0)
    let wide = try KernelDensity(
      values, bandwidth: .width(0.3), points: 32, cut: 3, within: 0...(.infinity))
    expectClose(wide.densities[0], 0.954996525734095)
    expectClose(wide.positions[5], 0.5)
    expectClose(wide.densities[5], 0.6735233586234293)
    expectClose(wide.densities[10], 0.33124585783119576)
  }

  @Test func areaWithinBoundsIsOneForManyValuesToo() throws {
    let values = (0..<20_000).map { row in Double(row * 7919 % 20_011) / 20_011 }
    let density = try KernelDensity(values, bandwidth: .width(0.05), points: 513, within: 0...1)
    let step = density.positions[1] - density.positions[0]
    let area =
      density.densities.dropFirst().dropLast().reduce(0, +) * step
      + (density.densities[0] + density.densities[512]) * step / 2
    expectClose(area, 1, relative: 1e-3)
    #expect(density.densities.allSatisfy { abs($0 - 1) < 0.01 })
    #expect(throws: StatisticsError.self) { try KernelDensity([1, 2, -1], within: 0...9) }
  }
}
