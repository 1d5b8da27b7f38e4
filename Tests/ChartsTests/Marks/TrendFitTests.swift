import Drawing
import Frame
import JSON
import Statistics
import TestSupport
import Testing

@testable import Charts

@Suite struct TrendFitTests {
  static let specimens = [
    ChartSpecimen(
      name: "a-line-with-both-its-bands",
      yaml: "{ data: people, mark: point, x: weight, y: risk, trend: linear, interval: both }"),
    ChartSpecimen(
      name: "a-local-regression-with-both-its-bands",
      yaml: "{ data: people, mark: point, x: weight, y: risk, trend: loess, interval: both }"),
    ChartSpecimen(
      name: "a-median-slope-that-few-rows-do-not-move",
      yaml: "{ data: people, mark: point, x: weight, y: risk, color: smoker, trend: theil_sen }"),
    ChartSpecimen(
      name: "a-line-bends-on-a-log-scale",
      yaml: """
        { data: powers, mark: point, x: { value: x, scale: log }, y: y, trend: linear }
        """),
    ChartSpecimen(
      name: "a-local-regression-on-a-log-scale",
      yaml: "{ data: powers, mark: point, x: { value: x, scale: log }, y: y, trend: loess }"),
  ]

  @Test(arguments: specimens) func looksAsBefore(_ specimen: ChartSpecimen) throws {
    Golden.check(try specimen.draw().golden, named: "chart-\(specimen.name)")
  }

  /// R 4.3 `predict(lm(y ~ x), interval = "prediction")` gives mean ± t·s·√(1 + h); a loess's band of
  /// single rows is the same sum of both errors.
  @Test func bandOfSingleRowsHoldsErrorAndSpread() throws {
    let x = (0..<40).map(Double.init)
    let y = x.map { $0 * 0.5 + ($0 * 37).truncatingRemainder(dividingBy: 11) }
    let fit = try LoessBand(x, y)
    let band = try #require(fit.predictionBand(at: 40))
    let reach = StudentTDistribution(fit.degreesOfFreedom).critical(level: 0.95)
    let expected =
      reach
      * (fit.residualDeviation * fit.residualDeviation
      + fit.standardErrors[40] * fit.standardErrors[40]).squareRoot()
    #expect(abs(band.high - fit.heights[40] - expected) < 1e-12)
    // Of 40 rows, 95% lie within: at most 5 outside is what chance allows at 99.9%.
    let outside = zip(x, y).filter { place, level in
      let index = Int((place / 39 * 79).rounded())
      return fit.predictionBand(at: index).map { level < $0.low || level > $0.high } ?? true
    }
    #expect(outside.count <= 5)
  }

  @Test func placesOnALogScaleLieEvenlyOnThePage() {
    let places = Transform.log.spread(1...1000, count: 4)
    #expect(zip(places, [1, 10, 100, 1000]).allSatisfy { abs($0 / $1 - 1) < 1e-12 })
    #expect(Transform.linear.spread(0...3, count: 4) == [0, 1, 2, 3])
    #expect(Transform.log.spread(5...5, count: 2) == [5, 5])
    let wide = Transform.log.spread(1e-300...1e300, count: 3)
    #expect(abs(wide[1] - 1) < 1e-9)
  }

  @Test func theilSenTellsItsOwnTest() throws {
    let chart = try TrendFitTests.specimens[2].draw()
    let people = try #require(SpecimenData.frames["people"])
    let rows = (0..<people.rowCount).filter { people["smoker"]?[$0] == .text("yes") }
    let group = people.picking(rows)
    let (x, y) = try (
      #require(group["weight"]).doubles, #require(group["risk"]).doubles
    )
    let (line, test) = try (TheilSen(x, y), KendallCorrelation(x, y))
    let told = try #require(JSONValue.object(chart.results)["trend"]?[1])
    #expect(
      told["slope"] == .number(line.slope) && told["slope_low"] == .number(line.interval?.low))
    #expect(told["test"] == "kendall" && told["tau"] == .number(test.r))
    #expect(told["p"] == .number(test.p))
  }

  @Test func overTimeTheTestIsMannsAndKendalls() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: readings, mark: point, x: moment, y: pulse, trend: theil_sen }"
    ).draw()
    let pulse = try #require(SpecimenData.frames["readings"]?["pulse"]).doubles
    let told = try #require(JSONValue.object(chart.results)["trend"]?[0])
    #expect(told["test"] == "mann_kendall")
    #expect(told["p"] == .number(try MannKendall(pulse).p))
  }

  @Test func unusedWeightsAreTold() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: people, mark: point, x: weight, y: risk, trend: loess, weight: age }"
    ).draw()
    #expect(chart.note?.contains("Every row counts once in these lines") == true)
  }

  @Test(arguments: ["linear", "loess", "moving_average", "theil_sen"], ["one", "nulls", "huge"])
  func fewRowsHaveAPictureOrAReason(_ kind: String, _ data: String) throws {
    let (x, y) = data == "one" ? ("weight", "risk") : ("x", "y")
    let chart = try ChartSpecimen(
      name: "",
      yaml: "{ data: \(data), mark: point, x: \(x), y: \(y), trend: \(kind), interval: both }"
    ).draw()
    #expect(!chart.altText.isEmpty && chart.scene.size.width > 0)
  }
}
