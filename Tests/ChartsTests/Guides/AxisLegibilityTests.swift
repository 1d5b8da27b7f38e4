import Drawing
import Formatting
import Frame
import TestSupport
import Testing

@testable import Charts

/// Axes over many ranges, as a reader meets them: labels clear of each other, inside, different.
@Suite struct AxisLegibilityTests {
  static let lengths = [90.0, 118, 200, 300, 450]

  static func axis(
    _ range: ClosedRange<Double>, _ side: Side = .x, length: Double = 300,
    transform: Transform = .linear, isTight: Bool = false, locale: ReportLocale = .english,
    column: Column = Column(doubles: []), format: ValueFormat? = nil
  ) -> Axis {
    var context = DrawingContext.fixed([:])
    context.formatter = ValueFormatter(locale: locale)
    var channel = ChannelColumn(column: column, field: "v", label: "V")
    channel.settings.format = format
    let plan = AxisPlan(
      places: .numbers(transform, range), channel: channel, isTight: isTight, smallestStep: 0)
    return AxisMaking(
      plan: plan, side: side, context: context, start: side == .x ? 0 : Points(length),
      end: side == .x ? Points(length) : 0
    ).make()
  }

  /// What is wrong with an axis; empty where nothing is.
  static func faults(_ axis: Axis, _ side: Side, length: Double) -> [String] {
    var faults: [String] = []
    let places = axis.ticks.map(axis.place)
    let sizes = axis.ticks.map { tick -> Double in
      let extent = FixedMeasuring().extent(of: tick.label, font: axis.font)
      return side == .x ? extent.width.value : extent.height.value
    }
    if !places.allSatisfy({ $0 >= -1e-6 && $0 <= length + 1e-6 }) { faults.append("outside") }
    let values = axis.ticks.map(\.value)
    if zip(values, values.dropFirst()).contains(where: { $0 >= $1 }) { faults.append("disorder") }
    let isClear = places.indices.dropFirst().allSatisfy { index in
      abs(places[index] - places[index - 1]) > (sizes[index] + sizes[index - 1]) / 2
    }
    if !isClear { faults.append("overlap") }
    if Set(axis.ticks.map(\.label)).count < axis.ticks.count { faults.append("labels alike") }
    if !(1...30).contains(axis.ticks.count) { faults.append("\(axis.ticks.count) ticks") }
    return faults
  }

  /// A tick at 0.75% would be told as 0.8%.
  @Test(arguments: [(0.0...0.018, ".1%"), (0.0...7, "d"), (0.0...1.9, ".1f"), (100.0...101, ".0f")])
  func ticksStandWhereAFormatTellsThem(_ range: ClosedRange<Double>, _ format: String) {
    let axis = AxisLegibilityTests.axis(range, .y, length: 150, format: ValueFormat(format))
    let step = ValueFormat(format)?.smallestStep ?? 1
    for tick in axis.ticks {
      let steps = tick.value / step
      #expect(abs(steps - steps.rounded()) < 1e-6, "\(axis.ticks.map(\.value))")
    }
    #expect(axis.ticks.count >= 2)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func labelsOfAnyRangeAreClearInsideAndDistinct(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let scale = powerOfTen(Int.random(in: -300...300, using: &random))
    let low = Double.random(in: -1...1, using: &random) * scale
    let range = low...low + Double.random(in: 1e-6...3, using: &random) * scale
    for side in [Side.x, .y] {
      for (length, isTight) in zip(AxisLegibilityTests.lengths, [true, false, true, false, true]) {
        let axis = AxisLegibilityTests.axis(range, side, length: length, isTight: isTight)
        let faults = AxisLegibilityTests.faults(axis, side, length: length)
        #expect(faults.isEmpty, "\(range) on \(length): \(axis.ticks.map(\.label))")
      }
    }
  }

  /// A range with the labels that a reader should meet, and what is told once.
  struct Expected: Sendable, CustomStringConvertible {
    let range: ClosedRange<Double>
    let labels: String
    var unit: String?
    var length = 300.0
    var locale = "en"

    var description: String { "\(range) on \(length), \(locale)" }
  }

  @Test(arguments: [
    Expected(range: 0...1, labels: "0.00 0.25 0.50 0.75 1.00"),
    Expected(range: 0...97, labels: "0 25 50 75 100"),
    Expected(range: -3...6, labels: "−4 −2 0 2 4 6"),
    Expected(range: 1003...1310, labels: "1,000 1,100 1,200 1,300"),
    Expected(range: 0...0.0007, labels: "0.0000 0.0002 0.0004 0.0006"),
    Expected(range: 0...87_000, labels: "0 20,000 40,000 60,000 80,000"),
    Expected(range: 0...87_000, labels: "0 40k 80k", length: 62),
    Expected(range: 0...3_100_000, labels: "0 1M 2M 3M"),
    Expected(range: 0...1_400_000, labels: "0 0.5M 1.0M 1.5M"),
    Expected(
      range: 0...3_100_000, labels: "0 1\u{a0}Mio. 2\u{a0}Mio. 3\u{a0}Mio.",
      locale: "de"),
    Expected(range: 0...6.2e9, labels: "0 2bn 4bn 6bn"),
    Expected(range: 0...6.2e8, labels: "0 2億 4億 6億", locale: "ja"),
    Expected(range: 0...4e-9, labels: "0 1 2 3 4", unit: "×\u{a0}10⁻⁹"),
    Expected(range: 1e-300...5e-300, labels: "1 2 3 4 5", unit: "×\u{a0}10⁻³⁰⁰"),
    Expected(range: 0...6.02e23, labels: "0 2 4 6", unit: "×\u{a0}10²³"),
    Expected(range: -1e308...1e308, labels: "−1.0 −0.5 0.0 0.5 1.0", unit: "×\u{a0}10³⁰⁸"),
  ])
  func stepAndWordsAreChosenTogether(_ expected: Expected) throws {
    let locale = try #require(ReportLocale(expected.locale))
    let axis = AxisLegibilityTests.axis(expected.range, length: expected.length, locale: locale)
    #expect(axis.ticks.map(\.label).joined(separator: " ") == expected.labels)
    #expect(axis.unit == expected.unit)
  }

  /// A tick far beyond the data would leave a part of the panel empty.
  @Test func anAxisEndsWithItsDataWhereTheNextTickIsFar() throws {
    let axis = AxisLegibilityTests.axis(18...89, length: 400)
    let domain = try #require(axis.scale.numbers?.domain)
    // A fiftieth of 71 at either end.
    #expect(abs(domain.lowerBound - 16.58) < 0.01 && abs(domain.upperBound - 90.42) < 0.01)
    #expect(axis.ticks.map(\.label) == ["20", "30", "40", "50", "60", "70", "80", "90"])
    let log = AxisLegibilityTests.axis(15...12_000, length: 400, transform: .log)
    let wide = try #require(log.scale.numbers?.domain)
    #expect(wide.lowerBound == 10 && wide.upperBound > 12_000 && wide.upperBound < 14_000)
  }

  @Test func yearsAreNotGrouped() {
    let axis = AxisLegibilityTests.axis(1990...2020, column: Column(integers: [1990, 2020]))
    #expect(axis.ticks.map(\.label) == ["1990", "2000", "2010", "2020"])
  }

  /// Upwards stand measures: a count of 1,160 is no year.
  @Test func numbersUpwardsAreGrouped() {
    let axis = AxisLegibilityTests.axis(1040...1160, .y, column: Column(integers: [1040, 1160]))
    #expect(axis.ticks.first?.label == "1,040" && axis.ticks.last?.label == "1,160")
  }

  @Test func authorsFormatIsKept() {
    let axis = AxisLegibilityTests.axis(0...1, format: ValueFormat(".0%"))
    #expect(axis.ticks.map(\.label) == ["0%", "25%", "50%", "75%", "100%"])
  }

  @Test func coarseFormatOfTheAuthorMakesCoarseSteps() {
    let axis = AxisLegibilityTests.axis(0...2.4, format: ValueFormat(".0f"))
    #expect(axis.ticks.map(\.label) == ["0", "1", "2"])
  }

  @Test func sameRangeGivesTheSameTicks() {
    let axes = (0..<3).map { _ in AxisLegibilityTests.axis(0.3...7.7, length: 233) }
    #expect(Set(axes.map(\.ticks)).count == 1)
  }
}
