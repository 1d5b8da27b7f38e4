import Charts
import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

/// Logarithmic, symmetric, square root and log-odds axes.
@Suite struct CurvedAxisTests {
  private static func axis(
    _ transform: Transform, _ range: ClosedRange<Double>, length: Double = 300,
    base: LogBase = .ten, isReversed: Bool = false
  ) -> Axis {
    var channel = ChannelColumn(column: Column(doubles: []), field: "v", label: "V")
    channel.settings.base = base
    var plan = AxisPlan(
      places: .numbers(transform, range), channel: channel, isTight: false, smallestStep: 0)
    plan.isReversed = isReversed
    return AxisMaking(
      plan: plan, side: .x, context: .fixed([:]), start: 0, end: Points(length)
    ).make()
  }

  private static func words(_ axis: Axis) -> String {
    axis.ticks.map(\.label).joined(separator: " ")
  }

  @Test(arguments: [
    (0.03...20_000, "0.01 0.1 1 10 100 1,000 10,000"), (3...40, "3 5 7 10 20 30 50"),
    (30...50, "30 35 40 45 50"), (33...37, "33 34 35 36 37"),
    (1...2e9, "1 10 100 1k 10k 100k 1M 10M 100M 1bn 10bn"),
    (1e-300...1e300, "10⁻³⁰⁰ 10⁻²⁰⁰ 10⁻¹⁰⁰ 1 10¹⁰⁰ 10²⁰⁰ 10³⁰⁰"),
  ])
  func logarithmicTicks(_ range: ClosedRange<Double>, _ expected: String) {
    #expect(CurvedAxisTests.words(CurvedAxisTests.axis(.log, range)) == expected)
  }

  @Test func decadesAreDividedByShortStrokes() {
    let axis = CurvedAxisTests.axis(.log, 1...1000)
    #expect(axis.minor.count == 24 && axis.minor.contains(2) && !axis.minor.contains(10))
    #expect(CurvedAxisTests.axis(.log, 1e-200...1e200).minor.isEmpty)
  }

  @Test(arguments: [
    (LogBase.two, 3.0...900, "2 4 8 16 32 64 128 256 512 1,024"),
    (.two, 1e-3...1e-1, "2⁻¹⁰ 2⁻⁹ 2⁻⁸ 2⁻⁷ 2⁻⁶ 2⁻⁵ 2⁻⁴ 2⁻³"), (.e, 0.5...100, "e⁻¹ 1 e e² e³ e⁴ e⁵"),
  ])
  func otherBasesShowTheirPowers(
    _ base: LogBase, _ range: ClosedRange<Double>, _ expected: String
  ) {
    #expect(CurvedAxisTests.words(CurvedAxisTests.axis(.log, range, base: base)) == expected)
  }

  @Test(arguments: [
    (1.0, -900.0...90_000, "−1,000 −100 −10 0 10 100 1,000 10,000 100,000"),
    (100, -90...30_000, "0 100 1,000 10,000"), (10, -5...5, "−5.0 −2.5 0.0 2.5 5.0"),
    (1, -1e300...1e300, "−10³⁰⁰ −10²⁰⁰ −10¹⁰⁰ 0 10¹⁰⁰ 10²⁰⁰ 10³⁰⁰"),
  ])
  func symmetricTicks(_ constant: Double, _ range: ClosedRange<Double>, _ expected: String) {
    let axis = CurvedAxisTests.axis(.symlog(constant: constant), range)
    #expect(CurvedAxisTests.words(axis) == expected)
  }

  @Test func symmetricConstantComesFromTheDataAndIsLinearBelow() {
    #expect(Transform.symlogConstant([-4000, 0, 30, 250, 90_000, .nan, .infinity]) == 100)
    #expect(Transform.symlogConstant([0, 0]) == 1)
    let bend = Transform.symlog(constant: 10)
    #expect(bend(0) == 0 && bend(-50) == -bend(50))
    // Source: numpy 2, numpy.log10(1 + 90 / 10).
    #expect(isClose(bend(90), 1, relative: 1e-15))
    #expect(bend(1e308).isFinite && Transform.symlog(constant: 1e-300)(1e300).isFinite)
  }

  @Test(arguments: [
    (0.0004...0.7, "0.001 0.01 0.1 0.5"), (0.02...0.97, "0.02 0.05 0.1 0.2 0.5 0.8 0.9 0.95 0.98"),
    (0.3...0.6, "0.2 0.3 0.4 0.5 0.6 0.7 0.8"),
    (1e-12...0.5, "10⁻¹¹ 10⁻⁹ 10⁻⁷ 0.00001 0.001 0.1 0.5"),
  ])
  func logOddsTicks(_ range: ClosedRange<Double>, _ expected: String) {
    #expect(CurvedAxisTests.words(CurvedAxisTests.axis(.logit, range)) == expected)
  }

  @Test(arguments: [
    (0.0...9300, "0 200 1,000 5,000 10,000"), (0...1, "0 0.02 0.1 0.2 0.5 1"),
    (-400...900, "−100 0 100 500 1,000"),
  ])
  func squareRootTicks(_ range: ClosedRange<Double>, _ expected: String) {
    #expect(CurvedAxisTests.words(CurvedAxisTests.axis(.sqrt, range)) == expected)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func labelsAreClearInsideAndDistinct(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let low = powerOfTen(Int.random(in: -290...280, using: &random))
    let high = low * powerOfTen(Int.random(in: 0...9, using: &random)) * 3
    let share = Double.random(in: 0.0001...0.5, using: &random)
    let scales: [(Transform, ClosedRange<Double>)] = [
      (.log, low...high), (.sqrt, -low...high), (.symlog(constant: low), -high...high),
      (.symlog(constant: high / 3), -low...high), (.logit, share...share + 0.4),
    ]
    for (transform, range) in scales {
      for length in [60.0, 118, 240, 450] {
        let axis = CurvedAxisTests.axis(transform, range, length: length)
        let faults = AxisLegibilityTests.faults(axis, .x, length: length)
        #expect(faults.isEmpty, "\(transform) \(range): \(CurvedAxisTests.words(axis))")
      }
    }
  }

  @Test func reversedAxisRunsTheOtherWay() {
    let axis = CurvedAxisTests.axis(.linear, 0...100, isReversed: true)
    #expect(axis.ticks.map(axis.place) == [300, 225, 150, 75, 0])
  }
}
