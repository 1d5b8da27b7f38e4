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
    #expect(note.contains(" [−3.39, 0.14]"))
    #expect(results["tests"]?[0]?["difference"] == -1.625)
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
        "", "a (n = 5)", "b (n = 5)", "All (n = 10)", "p", "p (Holm)", "SMD",
      ])
    #expect(
      table.lines.map { $0.split(separator: " |")[0] } == [
        "Score, mean (SD)", "Smoker: yes, n (%)", "\u{2003}missing, n", "Town, n (%)",
        "\u{2003}x", "\u{2003}y", "\u{2003}z", "\u{2003}missing, n",
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
  ])
  func faultsAreTold(_ yaml: String, _ words: String) {
    let (_, problems) = ReportFixture.read("- compare: \(yaml)")
    #expect(problems.count == 1 && problems[0].contains(words), "\(problems)")
  }
}
