import Frame
import TestSupport
import Testing

@testable import Statistics

/// Parts of a column, each summed by itself, give the moments of the whole.
@Suite struct MergeTests {
  private static let seeds = 0..<20 as Range<UInt64>

  @Test(arguments: seeds)
  func momentsOfRandomSplitsMergeIntoThoseOfTheWhole(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let column = Self.column(&generator)
    let parts = Self.split(column.count, &generator)
    let whole = Moments(Sample(column))
    let merged = parts.map { Moments(Sample(column.picking($0))) }.reduce(
      Moments(Sample(column.picking([]))), Moments.merge)
    #expect(merged.count == whole.count)
    #expect((merged.min, merged.max) == (whole.min, whole.max))
    expectClose(merged.mean, whole.mean, relative: 1e-15)
    expectClose(merged.m2, whole.m2, relative: 1e-14)
    expectClose(merged.m3, whole.m3, absolute: 1e-14 * whole.m2 * whole.m2.squareRoot())
    expectClose(merged.m4, whole.m4, relative: 1e-14)
  }

  @Test(arguments: seeds)
  func crossMomentsOfRandomSplitsMergeIntoThoseOfTheWhole(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let x = Self.column(&generator)
    let y = Measured(
      (0..<x.count).map { 1e9 + x.distances[$0] * 0.25 + .random(in: 0...99, using: &generator) })
    let parts = Self.split(x.count, &generator)
    let whole = try CrossMoments(PairedSample(x, y))
    let merged = try parts.map { try CrossMoments(PairedSample(x.picking($0), y.picking($0))) }
      .reduce(CrossMoments(PairedSample(x.picking([]), y.picking([]))), CrossMoments.merge)
    #expect(merged.count == whole.count)
    expectClose(merged.sxx, whole.sxx, relative: 1e-15)
    expectClose(merged.syy, whole.syy, relative: 1e-15)
    expectClose(merged.sxy, whole.sxy, absolute: 1e-15 * (whole.sxx * whole.syy).squareRoot())
    expectClose(try merged.correlation(), try whole.correlation(), absolute: 1e-15)
  }

  @Test func partsOfVeryDifferentSizeMergeInTheLargerUnit() {
    let values = [1e200, -3e200, 2.0, 5e-300, 7]
    let whole = Moments(Sample(values))
    let merged = Moments.merge(Moments(Sample([1e200, -3e200])), Moments(Sample([2, 5e-300, 7])))
    expectClose(merged.standardDeviation, whole.standardDeviation ?? 0, relative: 1e-15)
    expectClose(merged.mean, whole.mean, relative: 1e-15)
  }

  @Test(arguments: seeds)
  func theOrderOfRowsDoesNotShow(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let column = Self.column(&generator)
    let rows = Array(0..<column.count).shuffled(using: &generator)
    let (a, b) = (Moments(Sample(column)), Moments(Sample(column.picking(rows))))
    expectClose(b.mean, a.mean, relative: 1e-15)
    expectClose(b.m2, a.m2, relative: 1e-14)
    expectClose(b.m4, a.m4, relative: 1e-14)
  }

  /// Amounts in cents around ten million million, beyond what doubles tell apart by their squares.
  private static func column(_ generator: inout SeededGenerator) -> Measured {
    let count = Int.random(in: 2...400, using: &generator)
    let cents = (0..<count).map { _ in
      Int128(1_000_000_000_000_000 + Int.random(in: 0...100_000, using: &generator))
    }
    return Measured(Column(.decimal(cents, scale: 2)))
  }

  private static func split(_ count: Int, _ generator: inout SeededGenerator) -> [[Int]] {
    let parts = (0..<count).map { _ in Int.random(in: 0..<5, using: &generator) }
    return (0..<5).map { part in (0..<count).filter { parts[$0] == part } }
  }
}
