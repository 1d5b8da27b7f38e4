import Frame
import Statistics
import TestSupport
import Testing

/// Tests and effects of groups have no unit: squares that no double holds do not show in them.
@Suite struct UnitTests {
  static let groups: [[Double]] = [[1, 2, 3, 1.5], [2, 3.5, 3, 2.5, 4], [0, 0, 1, 2]]
  static let units = [0x1p-950, 0x1p-565, 0x1p-240, 0x1p530, 0x1p1018]

  static func samples(_ unit: Double) -> [Sample] {
    groups.map { Sample($0.map { $0 * unit }) }
  }

  static func figures(_ samples: [Sample]) throws -> [Double] {
    let (x, y) = (samples[0], samples[1])
    let (student, welch) = (try StudentTTest(x, y), try WelchTTest(x, y))
    let (anova, unequal) = (try Anova(samples), try WelchAnova(samples))
    let labelled = samples.indices.map { LabelledSample(.integer(Int64($0)), samples[$0]) }
    return [
      student.t, student.p, welch.t, welch.df, welch.p, anova.f, anova.p, unequal.f, unequal.p,
      try BrownForsythe(samples).f, try CohenD(x, y).value, try EtaSquared(samples).value,
      try OmegaSquared(samples).value, try StandardizedDifference(x, y).value,
    ] + (try TukeyHSD(labelled).pairs.compactMap { $0.adjustedP })
  }

  @Test(arguments: units)
  func noStatisticShowsTheUnitOfTheValues(_ unit: Double) throws {
    let (plain, scaled) = (try Self.figures(Self.samples(1)), try Self.figures(Self.samples(unit)))
    expectClose(scaled, plain, relative: 1e-13)
  }

  @Test(arguments: units)
  func whatHasAUnitIsInIt(_ unit: Double) throws {
    let (plain, scaled) = (Self.samples(1), Self.samples(unit))
    let (a, b) = (try WelchTTest(plain[0], plain[1]), try WelchTTest(scaled[0], scaled[1]))
    expectClose(b.meanDifference, a.meanDifference * unit)
    expectClose(b.standardError, a.standardError * unit)
    expectClose(b.interval?.low, (try #require(a.interval)).low * unit)
    let deviation = try Anova(plain).residualDeviation
    expectClose(try Anova(scaled).residualDeviation, deviation * unit)
  }
}
