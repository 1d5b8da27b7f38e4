import Charts
import Dates
import Frame
import TestSupport
import Testing

/// Charts on scales other than the plain one, from spec to scene.
@Suite struct ScaleChartTests {
  private static let frames: [String: DataFrame] = [
    "risks": DataFrame([
      ("age", Column(integers: [40, 50, 60, 70, 80, 90, 95])),
      ("risk", Column(doubles: [0.002, 0.01, 0.04, 0.2, 0.7, 0, 1])),
      ("net", Column(doubles: [-5000, -20, 0, 3, 150, 9000, 70_000])),
      ("name", Column(texts: ["a", "b", "c", "d", "e", "f", "g"])),
    ]),
    "night": night,
  ]

  /// Every half hour of the night in which Berlin's clocks go forward.
  private static var night: DataFrame {
    let start = Timestamp(CivilDate(year: 2026, month: 3, day: 28) ?? CivilDate(days: 0))
    let moments = (0..<16).map { row in
      Timestamp(microseconds: start.microseconds + Int64(22 * 3600 + row * 1800) * 1_000_000)
    }
    return DataFrame([
      ("moment", Column(timestamps: moments)),
      ("pulse", Column(doubles: (0..<16).map { Double(60 + $0 % 5) })),
    ])
  }

  static let specimens = [
    ChartSpecimen(
      name: "risks on a log-odds scale",
      yaml: "{ data: risks, mark: point, x: age, y: { value: risk, scale: logit } }"),
    ChartSpecimen(
      name: "gains and losses on a symmetric log scale",
      yaml: """
        data: risks
        mark: bar
        x: name
        y: { value: net, scale: symlog, constant: 10 }
        """),
    ChartSpecimen(
      name: "a log scale of base two",
      yaml: "{ data: powers, mark: point, x: { value: x, scale: log, base: 2 }, y: y }"),
    ChartSpecimen(
      name: "depths that grow downwards",
      yaml: "{ data: people, mark: point, x: weight, y: { value: risk, domain: [60, 0] } }"),
    ChartSpecimen(
      name: "a night of 23 hours in Berlin",
      yaml: """
        data: night
        mark: line
        x: { value: moment, timezone: Europe/Berlin }
        y: pulse
        """, width: 480),
    ChartSpecimen(
      name: "what the author does not say stands at the axes",
      yaml: "{ data: people, mark: point, x: weight, y: risk, subtitle: From the study }"),
  ]

  @Test(arguments: specimens)
  func chartIsDrawnAsExpected(_ specimen: ChartSpecimen) throws {
    let chart = try specimen.draw(
      frames: SpecimenData.frames.merging(ScaleChartTests.frames) { $1 })
    Golden.check(
      chart.golden, named: "chart-\(specimen.name.replacing(" ", with: "-"))")
  }

  @Test func logOddsScaleCountsWhatItRefuses() throws {
    let chart = try ScaleChartTests.specimens[0].draw(frames: ScaleChartTests.frames)
    #expect(
      chart.note
        == "2 rows with risk not between 0 and 1 are left out, which a logit scale cannot show.")
  }

  @Test(arguments: [
    (
      "timezone: Europe/Berlinn",
      "chart.yaml:1:69: error: there is no time zone 'Europe/Berlinn'"
    ),
    ("base: 2", "chart.yaml:1:59: error: 'base' belongs to a log scale"),
    ("constant: 5", "chart.yaml:1:59: error: 'constant' belongs to a symlog scale"),
  ])
  func faultIsToldAtItsPlace(_ field: String, _ expected: String) {
    let told = ChartSpecimen.read(
      "{ data: people, mark: point, x: weight, y: { value: risk, \(field) } }"
    ).told
    #expect(told.count == 1 && told[0].hasPrefix(expected + "\n"), "\(told)")
  }
}
