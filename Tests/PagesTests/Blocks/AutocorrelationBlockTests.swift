import Charts
import Frame
import JSON
import Statistics
import TestSupport
import Testing

@testable import Pages

@Suite struct AutocorrelationBlockTests {
  /// A series of period 6, its rows given backwards.
  private static let daily = DataFrame([
    ("day", Column(integers: (0..<60).map { Int64(59 - $0) })),
    (
      "steps",
      Column(
        doubles: (0..<60).map { row -> Double? in
          let day = 59 - row
          return day == 20 ? nil : Double([0, 3, 5, 3, 0, -4][day % 6]) + Double(day * 7 % 5) / 5
        })
    ),
    ("same", Column(doubles: Array(repeating: 4.0, count: 60))),
    ("word", Column(texts: Array(repeating: "a", count: 60))),
  ])
  private let fixture = ReportFixture(["daily": daily, "none": daily.picking([])])

  private func compose(_ fields: String) throws -> ComposedReportBlock {
    try fixture.compose("- autocorrelation: { \(fields) }")
  }

  /// The coefficients are those of `AutocorrelationFunction`, which its own tests hold against
  /// statsmodels and R.
  @Test func resultsAreThoseOfTheFunctionInTheGivenOrder() throws {
    let results = try #require(
      compose("data: daily, value: steps, order_by: day, lags: 8").results.first)
    let steps = try #require(AutocorrelationBlockTests.daily["steps"])
    let ordered = steps.picking(Array((0..<60).reversed()))
    let function = try AutocorrelationFunction(Measured(ordered), lags: 8)
    let partial = try PartialAutocorrelation(function)
    #expect(results["n"] == .count(59))
    for (index, lag) in function.lags.enumerated() {
      #expect(results["lags"]?[index]?["r"] == .number(lag.r))
      #expect(results["lags"]?[index]?["partial"] == .number(partial.coefficients[index]))
    }
    #expect(results["tests"]?[0]?["p"] == .number(try LjungBox(function).p))
  }

  @Test func picturesAndSentencesTellTheSame() throws {
    let block = try compose("data: daily, value: steps, order_by: day, lags: 8")
    let charts = block.flat.flatMap { content -> [Chart] in
      guard case .columns(let columns) = content else { return [] }
      return columns.flatMap(\.content).compactMap { inner in
        if case .chart(let chart, _) = inner { chart } else { nil }
      }
    }
    #expect(charts.count == 2)
    let told = charts.map { "\($0.subtitle ?? "")\n\($0.altText)\n\($0.scene.dump)" }
    Golden.check(
      (block.notes + told).joined(separator: "\n"), named: "autocorrelation-of-a-period-of-six")
  }

  @Test(arguments: [
    ("data: none, value: steps", "No rows in 'none'."),
    ("data: daily, value: same", "No autocorrelation of same: constant column."),
    (
      "data: daily, value: steps, lags: 90",
      "No autocorrelation of steps: 59 values, needs 91."
    ),
  ])
  func whatHasNoMemorySaysWhy(_ fields: String, _ expected: String) throws {
    let block = try compose(fields)
    #expect(block.notes == [expected])
  }

  @Test func wordsAreRefused() {
    #expect(throws: (any Error).self) { try compose("data: daily, value: word") }
  }
}
