import Frame
import Statistics
import TestSupport
import Testing

/// What holds for every sample: tests of groups do not see units, offsets or the order of rows.
@Suite struct GroupPropertiesTests {
  static let seeds = 0..<8 as Range<UInt64>

  /// Three groups of values on a grid, with ties.
  static func groups(_ seed: UInt64) -> [[Double]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<3).map { group in
      (0..<Int.random(in: 5...12, using: &generator)).map { _ in
        Double(Int.random(in: 0...20, using: &generator) + 2 * group) / 4
      }
    }
  }

  static func labelled(_ groups: [[Double]]) -> [LabelledSample] {
    groups.enumerated().map { LabelledSample(.integer(Int64($0.offset)), Sample($0.element)) }
  }

  /// Every p-value of the tests of three groups and of pairs of them.
  static func pValues(_ groups: [[Double]]) throws -> [Double] {
    let labelled = labelled(groups)
    let samples = labelled.map(\.sample)
    let pairs =
      try TukeyHSD(labelled).pairs + GamesHowell(labelled).pairs + DunnTest(labelled).pairs
    return [
      try BrownForsythe(samples).p, try MannWhitney(samples[0], samples[1]).p,
      try PairedTTest(groups[0].firstFive, groups[1].firstFive).p,
      try Wilcoxon(groups[0].firstFive, groups[1].firstFive).p,
    ] + pairs.compactMap(\.adjustedP)
  }

  @Test(arguments: seeds)
  func unitsAndOffsetsDoNotMatter(_ seed: UInt64) throws {
    let groups = Self.groups(seed)
    // Powers of two, so that the values stay exact.
    let other = groups.map { $0.map { $0 * 1024 + 65536 } }
    expectClose(try Self.pValues(other), try Self.pValues(groups), relative: 1e-10)
  }

  @Test(arguments: seeds)
  func theOrderOfRowsDoesNotMatter(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed + 100)
    let groups = Self.groups(seed)
    let shuffled = groups.map { $0.shuffled(using: &generator) }
    let labelled = (Self.labelled(groups), Self.labelled(shuffled))
    expectClose(
      try TukeyHSD(labelled.1).pairs.compactMap(\.adjustedP),
      try TukeyHSD(labelled.0).pairs.compactMap(\.adjustedP), relative: 1e-11)
    #expect(
      try DunnTest(labelled.1).pairs.map(\.adjustedP)
        == DunnTest(labelled.0).pairs.map(\.adjustedP))
  }

  @Test(arguments: seeds)
  func aTurnedTableHasTheSameTests(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let counts = (0..<3).map { _ in (0..<2).map { _ in Int.random(in: 1...9, using: &generator) } }
    let turned = (0..<2).map { column in counts.map { $0[column] } }
    let (table, other) = (FisherExactTests.table(counts), FisherExactTests.table(turned))
    expectClose(try FisherExact(table).p, try FisherExact(other).p, relative: 1e-11)
    expectClose(try ChiSquare(table).p, try ChiSquare(other).p, relative: 1e-11)
  }

  @Test(arguments: seeds)
  func exchangedGroupsTurnTheRatiosRound(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let counts = (0..<2).map { _ in (0..<2).map { _ in Int.random(in: 1...30, using: &generator) } }
    let (table, other) = (
      FisherExactTests.table(counts), FisherExactTests.table(counts.reversed())
    )
    expectClose(try OddsRatio(table).value, 1 / (try OddsRatio(other).value))
    expectClose(try RiskRatio(table).value, 1 / (try RiskRatio(other).value))
    expectClose(
      try RiskDifference(table).value, -(try RiskDifference(other).value), absolute: 1e-15)
    let (exact, turned) = (try FisherExact(table), try FisherExact(other))
    expectClose(exact.p, turned.p, relative: 1e-11)
    expectClose(exact.oddsRatio, 1 / (turned.oddsRatio ?? .nan), relative: 1e-11)
    expectClose(exact.interval?.low, 1 / (turned.interval?.high ?? .nan), relative: 1e-11)
  }

  /// What no test may crash on.
  @Test(
    arguments: [
      [], [[]], [[], []], [[1]], [[1], [2]], [[1, 1], [1, 1]], [[.nan], [.infinity]],
      [[1e300, -1e300], [1e300, 2e300]], [[1e-300, 2e-300], [3e-300, 5e-300, 4e-300]],
    ] as [[[Double]]])
  func oddGroupsNeitherCrashNorGiveNaN(_ groups: [[Double]]) throws {
    let values = groups.flatMap(\.self)
    let labels = Column(
      integers: groups.enumerated().flatMap { group in
        group.element.map { _ in Int64(group.offset) }
      }
    )
    let result = try GroupComparison(
      values, by: labels,
      GroupComparison.Options(tests: GroupTest.allCases, effects: GroupEffect.allCases))
    #expect(result.tests.allSatisfy { ($0.p != nil || $0.reason != nil) && $0.p?.isNaN != true })
    #expect(result.effects.allSatisfy { $0.interval?.isBounded == true || $0.reason != nil })
    #expect(result.effects.allSatisfy { $0.value?.isNaN != true })
  }

  @Test func aThousandGroupsAreCompared() throws {
    let values = (0..<3000).map { Double(($0 * 7919) % 1009) }
    let labels = Column(integers: (0..<3000).map { Int64($0 % 1000) })
    let result = try GroupComparison(values, by: labels)
    #expect(
      result.tests.allSatisfy { $0.p != nil }
        && result.pairs?.reason == .tooManyGroups(allowed: 40, got: 1_000))
  }
}

extension [Double] {
  /// The first five values.
  fileprivate var firstFive: [Double] { Array(prefix(5)) }
}
