import Frame
import JSON
import TestSupport
import Testing

@testable import Pages

@Suite struct CompareBlockTests {
  static let visits = DataFrame([
    ("id", Column(integers: [1, 2, 3, 4, 5, 1, 2, 3, 4, 6])),
    ("visit", Column(texts: Array(repeating: "a", count: 5) + Array(repeating: "b", count: 5))),
    ("score", Column(doubles: [5, 7, 4, 9, 6, 6, 9, 4.5, 12, 8])),
    (
      "smoker",
      Column(booleans: [true, false, false, true, nil, false, true, true, true, true])
    ),
    ("town", Column(texts: ["x", "y", "z", "x", "y", "z", "x", "y", "z", nil])),
  ])
  let fixture = ReportFixture(["visits": visits])

  /// Expected values: SciPy 1.17.1, `ttest_rel([5, 7, 4, 9], [6, 9, 4.5, 12])` and
  /// `wilcoxon(…, method="exact")`.
  @Test func pairedRowsAreTestedAsPairs() throws {
    let whole = try fixture.compose(
      "- compare: {data: visits, value: score, by: visit, paired: id}")
    let results = try #require(whole.results.first)
    #expect(results["complete_pairs"] == 4 && results["incomplete_pairs"] == 2)
    #expect(results["tests"]?[0]?["test"] == "paired_t")
    #expect(results["tests"]?[1]?["test"] == "wilcoxon" && results["tests"]?[1]?["p"] == 0.125)
    #expect(results["effects"]?[0]?["effect"] == "cohen_d_paired")
    let note = whole.notes.joined()
    #expect(note.contains("Tests of 4 pairs by id, of means and of ranks."))
    #expect(note.contains("2 ids without their pair"))
    #expect(note.contains("difference −1.6 [−3.4, 0.1], "))
    #expect(results["tests"]?[0]?["difference"] == -1.625)
  }

  @Test func everyEffectAskedForIsTold() throws {
    let note = try fixture.compose(
      "- compare: {data: visits, value: score, by: visit, effects: [hedges_g, cliffs_delta]}"
    ).notes.joined()
    #expect(note.contains("Hedges' g = ") || note.contains("g = "))
    #expect(note.contains("δ = "))
  }

  @Test func effectsNamedBesideAutoAreToldToo() throws {
    let whole = try fixture.compose(
      "- compare: {data: visits, value: score, by: visit, effects: [auto, rank_biserial]}")
    let effects = try #require(whole.results.first)["effects"]
    #expect(effects?[0]?["effect"] == "cohen_d" && effects?[3]?["effect"] == "rank_biserial")
    let note = whole.notes.joined()
    #expect(note.contains(" d = ") && !note.contains("δ = ") && note.contains(" r = "))
  }

  @Test func testsNamedBesideAutoAreMadeToo() throws {
    let whole = try fixture.compose(
      "- compare: {data: visits, value: score, by: visit, test: [auto, student_t, mann_whitney]}")
    let tests = try #require(whole.results.first)["tests"]
    #expect(tests?[0]?["test"] == "welch_t" && tests?[1]?["test"] == "mann_whitney")
    #expect(tests?[2]?["test"] == "student_t" && tests?[3] == nil)
  }

  @Test func effectOfRanksFollowsATestOfRanks() throws {
    let note = try fixture.compose(
      "- compare: {data: visits, value: score, by: visit, test: mann_whitney}"
    ).notes.joined()
    #expect(note.contains("δ = ") && !note.contains(" d = "))
    #expect(!note.contains(".0, p"))
  }

  @Test func categoriesAreComparedAsATable() throws {
    let whole = try fixture.compose("- compare: {data: visits, value: smoker, by: visit}")
    let results = try #require(whole.results.first)
    #expect(results["value"] == "smoker" && results["tests"]?[0]?["test"] == "fisher_exact")
    #expect(results["groups"]?[0]?["counts"]?[1] == 2 && results["groups"]?[1]?["n"] == 5)
    #expect(whole.table?.lines.first?.hasPrefix("a | 2 (50%) | 2 (50%)") == true)
  }

  @Test func numbersAreCountedWhereATestOfCategoriesIsNamed() throws {
    let whole = try fixture.compose(
      "- compare: {data: visits, value: id, by: visit, test: chi_square}")
    #expect(whole.results.first?["categories"]?[5] == 6)
  }

  @Test func namedEffectsAndPairsAreMade() throws {
    let whole = try fixture.compose(
      "- compare: {data: visits, value: score, by: town, test: anova, effects: [epsilon_squared],"
        + " posthoc: tukey, level: 0.9}")
    let results = try #require(whole.results.first)
    #expect(results["posthoc"] == "tukey" && results["pairs"]?[2]?["second"] == "z")
    #expect(results["effects"]?[0]?["effect"] == "epsilon_squared")
    let tables = whole.flat.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(
      tables.last?.columns.map(\.head) == [
        "Pair", "Difference", "90% interval", "t", "p (all pairs)",
      ])
    #expect(tables.last?.lines.count == 3)
  }

  @Test func severalColumnsAreOneTable() throws {
    let whole = try fixture.compose(
      "- compare: {data: visits, values: [score, smoker, town], by: visit}")
    let table = try #require(whole.table)
    #expect(
      table.columns.map(\.head) == [
        "", "a (n\u{A0}=\u{A0}5)", "b (n\u{A0}=\u{A0}5)", "All (n\u{A0}=\u{A0}10)", "p",
        "p (Holm)", "SMD",
      ])
    #expect(
      table.lines.map { $0.split(separator: " |")[0] } == [
        "Score, mean (SD)", "Smoker: yes, n (%)", "\u{2003}\u{2060}missing, n", "Town, n (%)",
        "\u{2003}\u{2060}x", "\u{2003}\u{2060}y", "\u{2003}\u{2060}z", "\u{2003}\u{2060}missing, n",
      ])
    #expect(table.lines[1].hasPrefix("Smoker: yes, n (%) | 2 (50%) | 4 (80%) | 6 (67%) | "))
    let results = try #require(whole.results.first)
    #expect(results["variables"]?[0]?["test"]?["test"] == "welch_t")
    #expect(results["variables"]?[2]?["categories"]?[0] == "x")
    #expect(results["variables"]?[1]?["missing"]?[0] == 1)
    #expect(whole.notes.joined().contains("Welch's t-test: score. Fisher's exact test: smoker"))
  }

  @Test func mediansCanStandForMeans() throws {
    let whole = try fixture.compose(
      "- compare: {data: visits, values: [score], by: visit, center: median}")
    #expect(whole.table?.lines.first?.hasPrefix("Score, median [IQR] | 6.00 [5.00, 7.00]") == true)
    #expect(whole.notes.joined().hasPrefix("Mann–Whitney U test: score."))
  }

  @Test(arguments: [
    ("{data: visits, by: visit}", "needs 'value'"),
    (
      "{data: visits, value: score, values: [id], by: visit}",
      "a comparison has 'value' or 'values', not both"
    ),
    ("{data: visits, value: score, by: visit, effects: cohen}", "there is no effect size 'cohen'"),
    ("{data: visits, value: score, by: visit, test: welch}", "there is no test of groups 'welch'"),
    ("{data: visits, values: [score], by: visit, test: anova}", "'test' goes with 'value'"),
    ("{data: visits, values: [score], by: visit, effects: cohen_d}", "'effects' goes with 'value'"),
    ("{data: visits, values: [score], by: visit, posthoc: none}", "'posthoc' goes with 'value'"),
    ("{data: visits, values: [score], by: visit, paired: id}", "'paired' goes with 'value'"),
    ("{data: visits, value: score, by: visit, center: median}", "'center' goes with 'values'"),
  ])
  func faultsAreTold(_ yaml: String, _ words: String) {
    let (_, problems) = ReportFixture.read("- compare: \(yaml)")
    #expect(problems.count == 1 && problems[0].contains(words), "\(problems)")
  }

  @Test func categoriesArePairedByNothing() throws {
    let whole = try fixture.compose(
      "- compare: {data: visits, value: smoker, by: visit, paired: id}")
    #expect(whole.flat.count == 1 && whole.results.first?["tests"] == [])
  }

  @Test func tooManyCategoriesAreToldInTheTable() throws {
    let many = DataFrame([
      ("arm", Column(texts: (0..<90).map { $0 % 2 == 0 ? "a" : "b" })),
      ("code", Column(texts: (0..<90).map { "c\($0)" })),
    ])
    let whole = try ReportFixture(["many": many]).compose(
      "- compare: {data: many, values: [code], by: arm}")
    #expect(whole.table?.lines.first?.hasPrefix("Code, 90 values | – | –") == true)
    #expect(whole.notes.joined().contains("Code is not tested: 90 values, counts at most 40."))
    #expect(whole.results.first?["variables"]?[0]?["distinct"] == 90)
  }

  @Test func ranksLeadWithTheirReason() throws {
    let single = DataFrame([
      ("x", Column(doubles: [1, 4, 2, 6])), ("g", Column(texts: ["a", "a", "a", "b"])),
    ])
    let whole = try ReportFixture(["d": single]).compose("- compare: {data: d, value: x, by: g}")
    #expect(
      whole.notes.joined().contains("Ranks lead, as b has one value and so no variance."))
  }

  @Test func rowsWithoutAnIdAreCounted() throws {
    let rows = DataFrame([
      ("x", Column(doubles: [1, 4, 2, 6, 3, 8, 7])),
      ("g", Column(texts: ["a", "a", "a", "b", "b", "b", "b"])),
      ("id", Column(integers: [1, 2, 3, 1, 2, 3, nil])),
    ])
    let whole = try ReportFixture(["d": rows]).compose(
      "- compare: {data: d, value: x, by: g, paired: id}")
    #expect(whole.notes.joined().contains("Left out: 1 row without id."))
    #expect(whole.results.first?["rows_without_id"] == 1)
  }

  @Test(arguments: [(0.95, "95%"), (0.975, "97.5%"), (0.999, "99.9%"), (0.5, "50%")])
  func levelsKeepTheirDigits(_ level: Double, _ words: String) throws {
    let whole = try fixture.compose(
      "- compare: {data: visits, value: score, by: town, level: \(level)}")
    let tables = whole.flat.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables.last?.columns[2].head == "\(words) interval")
  }
}
