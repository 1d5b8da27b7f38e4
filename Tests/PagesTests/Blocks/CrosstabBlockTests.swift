import Frame
import JSON
import TestSupport
import Testing

@testable import Pages

@Suite struct CrosstabBlockTests {
  static let people = DataFrame([
    (
      "smoker",
      Column(texts: Array(repeating: "N", count: 17) + Array(repeating: "Y", count: 23) + [nil])
    ),
    (
      "risk",
      Column(
        texts: Array(repeating: "high", count: 12) + Array(repeating: "low", count: 5)
          + Array(repeating: "high", count: 7) + Array(repeating: "low", count: 16) + ["low"])
    ),
    ("n", Column(integers: (0..<41).map { $0 == 0 ? 3 : 1 })),
    ("half", Column(doubles: (0..<41).map { _ in 0.5 })),
    ("id", Column(integers: (0..<41).map { Int64($0) })),
  ])
  let fixture = ReportFixture(["people": people])

  /// Expected values: SciPy 1.17.1, `chi2_contingency([[12, 5], [7, 16]], correction=False)`.
  @Test func agreesWithSciPy() throws {
    let whole = try fixture.compose("- crosstab: {data: people, rows: smoker, columns: risk}")
    let results = try #require(whole.results.first)
    #expect(results["counts"]?[0]?[0] == 12 && results["counts"]?[1]?[1] == 16)
    #expect(results["missing"] == 1 && results["n"] == 40)
    #expect(results["tests"]?[0]?["test"] == "chi_square")
    guard case .number(let statistic) = results["tests"]?[0]?["statistic"] else {
      Issue.record("the test has a statistic")
      return
    }
    expectClose(statistic, Double(40) * 157 * 157 / Double(17 * 23 * 19 * 21), relative: 1e-12)
    #expect(results["effects"]?[1]?["effect"] == "odds_ratio")
  }

  @Test func countsStandBesideTheirShares() throws {
    let whole = try fixture.compose("- crosstab: {data: people, rows: smoker, columns: risk}")
    #expect(
      whole.table?.lines == [
        "N | 12 (71%) | 5 (29%) | 17 (100%)", "Y | 7 (30%) | 16 (70%) | 23 (100%)",
        "= Total | 19 (48%) | 21 (53%) | 40 (100%)",
      ])
    let note = whole.notes.joined()
    #expect(note.hasPrefix("Risk goes with smoker: Chi-squared test χ²(1) = 6.32, p = 0.012"))
    #expect(note.contains("risk low: smoker Y against N"))
    #expect(note.hasSuffix("Left out: 1 row without smoker, risk."))
  }

  @Test func everyPartHasItsTable() throws {
    let whole = try fixture.compose(
      "- crosstab: {data: people, rows: smoker, columns: risk, "
        + "show: [counts, row, column, total, expected, residuals]}")
    let tables = whole.flat.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(
      tables.map { $0.columns[0].head } == [
        "Smoker by risk, % of row", "Smoker by risk, % of column", "Smoker by risk, % of all",
        "Expected: Smoker by risk", "Residual: Smoker by risk",
      ])
    #expect(tables[3].lines[0] == "N | 8.1 | 8.9")
    #expect(tables[4].lines[0] == "N | 2.51 | −2.51")
  }

  @Test func weightsCountRows() throws {
    let whole = try fixture.compose(
      "- crosstab: {data: people, rows: smoker, columns: risk, weights: n}")
    #expect(whole.results.first?["counts"]?[0]?[0] == 14)
    #expect(whole.notes.joined().contains("Rows counted by n."))
    let refused = try fixture.compose(
      "- crosstab: {data: people, rows: smoker, columns: risk, weights: half}")
    #expect(refused.notes == ["No cross table: invalid weight in row 1."])
  }

  @Test func tooManyValuesAreRefusedInWords() throws {
    let whole = try fixture.compose("- crosstab: {data: people, rows: id, columns: risk}")
    #expect(whole.notes == ["'id' has 41 values; at most 40 are shown."])
  }

  @Test func oneValueIsToldNotTested() throws {
    let one = ReportFixture(["d": Self.people.picking([0, 1])])
    let whole = try one.compose("- crosstab: {data: d, rows: smoker, columns: risk}")
    #expect(whole.results.first?["tests"]?[0]?["reason"] == "one group, needs 2")
    #expect(whole.notes.joined().hasPrefix("Risk by smoker is not tested: one group, needs 2."))
  }

  @Test func rowsOfWeightZeroDoNotTurnTheRisk() throws {
    let rows = DataFrame([
      ("g", Column(texts: ["a", "a", "b", "b", "c"])),
      ("e", Column(texts: ["n", "y", "n", "y", "y"])),
      ("w", Column(integers: [8, 4, 3, 9, 0])),
    ])
    let whole = try ReportFixture(["d": rows]).compose(
      "- crosstab: {data: d, rows: g, columns: e, weights: w}")
    let note = whole.notes.joined()
    #expect(note.contains("(e y: g b against a)") && !note.contains("½ added"))
    #expect(whole.table?.lines.count == 3)
  }
}
