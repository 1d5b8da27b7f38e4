import Frame
import JSON
import Statistics
import TestSupport
import Testing

@testable import Charts

@Suite struct BracketMarkTests {
  /// Four groups of 12 rows, a step apart from the second on; one value missing.
  private static let groups: DataFrame = {
    var random = SeededGenerator(seed: 11)
    let names = ["a", "b", "c", "d"]
    let rows = (0..<48).map { row -> (String, Double?) in
      let level = [0.0, 0.2, 3, 6][row % 4]
      return (names[row % 4], row == 7 ? nil : level + Double.random(in: -1...1, using: &random))
    }
    return DataFrame([
      ("name", Column(texts: rows.map(\.0))), ("level", Column(doubles: rows.map(\.1))),
      ("half", Column(texts: (0..<48).map { $0 < 24 ? "first" : "second" })),
      ("powers", Column(doubles: rows.map { row in row.1.map { $0 * $0 + 0.1 } })),
    ])
  }()

  private static let frames = SpecimenData.frames.merging(["groups": groups]) { $1 }

  private static let specimens = [
    ChartSpecimen(
      name: "brackets-over-the-pairs-that-differ",
      yaml: "{ data: groups, mark: box, x: name, y: level, compare: true }"),
    ChartSpecimen(
      name: "brackets-over-all-pairs-with-stars",
      yaml: """
        { data: groups, mark: box, x: name, y: level,
          compare: { pairs: all, show: stars, posthoc: dunn, adjust: bh } }
        """),
    ChartSpecimen(
      name: "a-bracket-over-two-groups",
      yaml: "{ data: people, mark: box, x: smoker, y: risk, compare: { test: mann_whitney } }"),
    ChartSpecimen(
      name: "brackets-beside-lying-boxes",
      yaml: "{ data: groups, mark: box, x: level, y: name, compare: true }"),
    ChartSpecimen(
      name: "brackets-over-violins",
      yaml: "{ data: groups, mark: violin, x: name, y: level, compare: true }"),
    ChartSpecimen(
      name: "brackets-over-strips",
      yaml: "{ data: groups, mark: strip, x: name, y: level, compare: true }"),
    ChartSpecimen(
      name: "brackets-beside-lying-swarms",
      yaml: "{ data: groups, mark: beeswarm, x: level, y: name, compare: true }"),
    ChartSpecimen(
      name: "brackets-in-panels",
      yaml: "{ data: groups, mark: box, x: name, y: level, facet: half, compare: true }"),
    ChartSpecimen(
      name: "brackets-on-a-log-scale",
      yaml:
        "{ data: groups, mark: box, x: name, y: { value: powers, scale: log }, compare: true }"),
  ]

  @Test(arguments: specimens) func looksAsBefore(_ specimen: ChartSpecimen) throws {
    let chart = try specimen.draw(frames: BracketMarkTests.frames)
    Golden.check(chart.golden, named: "chart-\(specimen.name)")
  }

  /// The pairs are those of the comparison of groups, which is held against SciPy and R by its own
  /// tests.
  @Test func bracketsTellTheComparisonsOwnNumbers() throws {
    let chart = try BracketMarkTests.specimens[0].draw(frames: BracketMarkTests.frames)
    let (values, labels) = try (
      #require(BracketMarkTests.groups["level"]), #require(BracketMarkTests.groups["name"])
    )
    let made = try GroupComparison(values.doubles, by: labels)
    let told = try #require(JSONValue.object(chart.results)["comparison"]?[0])
    #expect(told["posthoc"] == "games_howell" && told["n"] == .count(47))
    for (index, pair) in try #require(made.pairs).pairs.enumerated() {
      #expect(told["pairs"]?[index]?["p_adjusted"] == .number(pair.adjustedP))
    }
    #expect(
      chart.note?.contains("5 of 6 pairs differ at p < 0.05, which are drawn, n = 47") == true)
  }

  @Test(arguments: [
    ("one", "smoker", "risk", "No comparison: one group, needs 2."),
    ("constant", "cast(x as text)", "y", "No comparison: one group, needs 2."),
  ])
  func tooFewGroupsSayWhy(_ data: String, _ x: String, _ y: String, _ expected: String) throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: \(data), mark: box, x: '\(x)', y: \(y), compare: true }"
    ).draw()
    #expect(chart.note?.contains(expected) == true, "\(chart.note ?? "no note")")
  }

  @Test func equalGroupsHaveNoBracketAndASentence() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: people, mark: box, x: cholesterol, y: age, compare: true }"
    ).draw()
    #expect(chart.note?.contains("0 of 3 pairs differ at p < 0.05") == true)
    #expect(chart.altText.contains("No two groups are shown to differ in age"))
  }

  @Test func anAxisEndsBelowTheBracketsAlsoWhereItIsGiven() throws {
    func note(_ height: Int) throws -> String? {
      try ChartSpecimen(
        name: "",
        yaml: """
          { data: groups, mark: box, x: name, y: { value: level, domain: [-1, 7] }, compare: true,
            height: \(height) }
          """
      ).draw(frames: BracketMarkTests.frames).note
    }
    #expect(try note(180)?.contains("Brackets: ") == true)
    #expect(try note(180)?.contains("no room") == false)
    #expect(try note(40)?.contains("No brackets: the axis leaves no room") == true)
  }

  @Test(arguments: [
    ("mark: point, x: weight, y: risk", "mark 'point' has no 'compare'"),
    ("mark: box, y: risk", "'compare' needs 'x' and 'y'"),
    (
      "mark: box, x: smoker, y: risk, color: cholesterol",
      "'compare' compares the groups of an axis, which 'color' divides"
    ),
  ])
  func whatCannotBeComparedIsRefused(_ fields: String, _ expected: String) {
    let told = ChartSpecimen.read("{ data: people, \(fields), compare: true }").told
    #expect(told.contains { $0.contains(expected) }, "\(told)")
  }

  @Test func starsFollowTheirKey() {
    #expect([0.0009, 0.009, 0.049, 0.05].map(BracketMark.stars) == ["***", "**", "*", "n.s."])
  }
}
