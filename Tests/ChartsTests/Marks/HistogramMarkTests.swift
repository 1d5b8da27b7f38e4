import Dates
import Drawing
import Frame
import JSON
import TestSupport
import Testing

@testable import Charts

@Suite struct HistogramMarkTests {
  private func chart(_ channel: String, _ rest: String, _ column: Column) throws -> Chart {
    try ChartSpecimen(name: "", yaml: "{ data: rows, mark: histogram, x: \(channel)\(rest) }").draw(
      frames: ["rows": DataFrame([("v", column)])], width: 400, measuring: FixedMeasuring())
  }

  private func counts(_ chart: Chart) -> [Double] {
    JSONValue.object(chart.results)["histogram"]?["groups"]?.items.first?["counts"]?.numbers ?? []
  }

  private func edges(_ chart: Chart) -> [Double] {
    JSONValue.object(chart.results)["histogram"]?["edges"]?.numbers ?? []
  }

  private func bars(_ chart: Chart) -> Int {
    chart.scene.elements.reduce(0) { $0 + $1.filled }
  }

  @Test(arguments: ["1e300", "1e15", "9e18", "1e-300"])
  func anyWidthIsTakenOrRefusedInWords(_ width: String) throws {
    let chart = try chart("v", ", bin_width: \(width)", Column(integers: [-3, 0, 4, 90]))
    #expect(counts(chart).reduce(0, +) == 4)
    #expect(width != "1e-300" || chart.note?.contains("makes more than 1000 intervals") == true)
  }

  @Test func binsOfNumbersAtTheEndsOfDoublesHoldThemAll() throws {
    let ends = [-1.7e308, 0, 1.7e308]
    #expect(counts(try chart("'bin(v, 8)'", "", Column(doubles: ends))).reduce(0, +) > 0)
    #expect(counts(try chart("v", "", Column(doubles: ends))).reduce(0, +) == 3)
  }

  @Test func theLastIntervalHoldsItsUpperEdge() throws {
    let scores = (0...1000).map { Double($0) / 10 }
    let chart = try chart("v", ", bin_width: 10", Column(doubles: scores))
    #expect(edges(chart) == stride(from: 0.0, through: 100, by: 10).map { $0 })
    #expect(counts(chart) == Array(repeating: 100, count: 9) + [101])
    let byRule = try self.chart("v", "", Column(doubles: scores))
    #expect(edges(byRule).last == 100 && counts(byRule).reduce(0, +) == 1001)
  }

  @Test func outermostBarsOfABentScaleAreDrawn() throws {
    let values = Column(doubles: [0.5, 3, 4, 12, 18, 25])
    let log = try chart("{ value: v, scale: log }", ", bin_width: 10", values)
    #expect(edges(log) == [0, 10, 20, 30] && counts(log) == [3, 2, 1] && bars(log) == 3)
    let shares = Column(doubles: [0.05, 0.1, 0.5, 0.93, 0.99])
    let logit = try chart("{ value: v, scale: logit }", ", bin_width: 0.25", shares)
    #expect(counts(logit) == [2, 0, 1, 2] && bars(logit) == 3)
  }

  @Test func intervalsOfHundredsOfDecadesLoseNoRow() throws {
    let values = (0..<150).map { [1e-300, 100 + Double($0), 1e300][$0 % 3] }
    let chart = try chart("{ value: v, scale: log }", "", Column(doubles: values))
    #expect(counts(chart).reduce(0, +) == 150)
    let top = Column(doubles: [1.7e308, 1.7e308])
    #expect(counts(try self.chart("{ value: v, scale: log }", "", top)).reduce(0, +) == 2)
    let huge = (0..<50).map { 1.7e308 - Double($0) * 1e306 }
    #expect(
      counts(try self.chart("{ value: v, scale: log }", "", Column(doubles: huge)))
        .reduce(0, +) == 50)
  }

  /// In Berlin clocks are put forward on 29 March 2026 and back on 25 October 2026.
  @Test(arguments: [
    (CalendarStep.days, "2026-03-28T12:00:00Z", "2026-03-30T12:00:00Z", [24.0, 23, 24]),
    (.days, "2026-10-24T12:00:00Z", "2026-10-26T12:00:00Z", [24, 25, 24]),
    (.weeks, "2026-03-24T12:00:00Z", "2026-03-31T12:00:00Z", [167, 168]),
    (.months(1), "2026-03-15T00:00:00Z", "2026-04-15T00:00:00Z", [743, 720]),
    (.seconds(3600), "2026-03-29T00:30:00Z", "2026-03-29T02:30:00Z", [1, 1, 1]),
    (.seconds(43_200), "2026-10-25T00:30:00Z", "2026-10-25T12:30:00Z", [13, 12]),
  ])
  func stretchesOfTheCalendarFollowTheClocksOfTheZone(
    _ step: CalendarStep, _ from: String, _ to: String, _ hours: [Double]
  ) throws {
    let zone = try #require(Zone("Europe/Berlin"))
    let (low, high) = (try #require(Timestamp(from)), try #require(Timestamp(to)))
    let borders = step.borders(
      from: Double(low.microseconds) / 1e6, to: Double(high.microseconds) / 1e6, in: zone)
    #expect(zip(borders, borders.dropFirst()).map { ($1 - $0) / 3600 } == hours)
    let first = zone.local(Timestamp(microseconds: Int64(borders[0] * 1e6)))
    #expect(first.microseconds % 3_600_000_000 == 0)
  }

  @Test func theFullestIntervalIsNotMostRows() throws {
    let chart = try chart("v", ", bin_width: 10", Column(doubles: [1, 2, 11, 21, 31]))
    #expect(
      chart.altText.contains("The fullest interval, from 0 to 10, holds 2 of 5 rows."))
  }

  @Test func weightsAreAddedUpAndWhatIsNoWeightIsCounted() throws {
    let frame = DataFrame([
      ("v", Column(doubles: [1, 2, 11, 12, 13, 14])),
      ("w", Column(doubles: [2.5, 1.5, 10, nil, -1, 0])),
    ])
    let yaml =
      "{ data: rows, mark: histogram, x: v, bin_width: 10, weight: { value: w, label: W } }"
    let chart = try ChartSpecimen(name: "", yaml: yaml).draw(
      frames: ["rows": frame], width: 400, measuring: FixedMeasuring())
    let group = JSONValue.object(chart.results)["histogram"]?["groups"]?.items.first
    #expect(group?["counts"]?.numbers == [2, 2] && group?["weights"]?.numbers == [4, 10])
    #expect(JSONValue.object(chart.results)["dropped"] == .count(2))
    #expect(chart.note?.contains("1 row without W is left out. 1 row with W below 0") == true)
    #expect(chart.subtitle?.contains("weighted by W") == true)
  }
}

extension JSONValue {
  fileprivate var items: [JSONValue] {
    if case .array(let items) = self { items } else { [] }
  }

  fileprivate var numbers: [Double] {
    items.compactMap { item in
      switch item {
      case .integer(let value): Double(value)
      case .number(let value): value
      default: nil
      }
    }
  }
}

extension SceneElement {
  /// How many filled paths there are in the group of marks.
  fileprivate var filled: Int {
    guard case .group(let group) = self, group.role == "marks" else { return 0 }
    return group.elements.reduce(0) { $0 + $1.fills }
  }

  private var fills: Int {
    switch self {
    case .path(_, .some, _): 1
    case .group(let group): group.elements.reduce(0) { $0 + $1.fills }
    default: 0
    }
  }
}
