import Diagnostics
import Frame
import JSON
import Testing
import TestSupport

@testable import Pages

/// Blocks that print statistics; expected numbers from NumPy 2.4.6, SciPy 1.17.1, pandas 3.1.1.
@Suite struct StatisticBlockTests {
  static let pairs = DataFrame([
    ("x", Column(doubles: [2, 4.5, 3.5, 8, 6.25, nil, 9, 1.5])),
    ("y", Column(doubles: [1, 2, 2.5, 3, 5, 4, 4.5, 0.5])),
    ("constant", Column(doubles: Array(repeating: 3, count: 8))),
    ("empty", Column(doubles: Array(repeating: nil, count: 8))),
    ("word", Column(texts: ["a", "b", "a", nil, "a", "c", "b", "a"])),
  ])
  static let groups = DataFrame([
    (
      "v",
      Column(doubles: [5.1, 4.9, 6.2, 5.8, 6, 6.9, 7.4, 8.1, 7.7, 5.5, 6.5, 7.5, 8.5, 9.5, 10.5])
    ),
    (
      "g",
      Column(
        texts: Array(repeating: "a", count: 5) + Array(repeating: "b", count: 4)
          + Array(repeating: "c", count: 6))
    ),
  ])
  let fixture = ReportFixture(["pairs": pairs, "groups": groups])

  private func number(_ value: JSONValue?) -> Double {
    switch value {
    case .number(let number): number
    case .integer(let number): Double(number)
    default: .nan
    }
  }

  /// pandas: Series.mean, std, quantile, skew, kurt.
  @Test func describeAgreesWithPandas() throws {
    let whole = try fixture.compose("- describe: {data: pairs, columns: [x]}")
    let row = whole.results.first?["rows"]?[0]
    #expect(row?["n"] == 7 && row?["missing"] == 1)
    let expected = [
      ("mean", 4.964285714285714), ("std", 2.895501436958471), ("min", 1.5), ("q1", 2.75),
      ("median", 4.5), ("q3", 7.125), ("max", 9), ("skewness", 0.2399888910584244),
      ("kurtosis", -1.55719575693445),
    ]
    for (key, value) in expected {
      #expect(isClose(number(row?[key]), value, relative: 1e-12), "\(key)")
    }
  }

  @Test func describePrintsWordsApartAndSaysWhatIsUndefined() throws {
    let whole = try fixture.compose("- describe: {data: pairs}")
    #expect(whole.results.first?["rows"]?[3]?["reason"] == "no values")
    #expect(whole.results.first?["rows"]?[3]?["mean"] == .null)
    #expect(whole.notes.joined().contains("Constant column: constant."))
    #expect(whole.notes.joined().contains("No values: empty."))
    #expect(
      whole.table?.lines.first
        == "X | 7 | 1 | 4.96 | 2.90 | 1.50 | 2.75 | 4.50 | 7.13 | 9.00 | 0.24 | −1.56 | ")
    let words = whole.flat.compactMap { if case .table(let table) = $0 { table } else { nil } }.last
    #expect(words?.lines == ["Word | 7 | 1 | 3 | a 57%, b 29%, c 14%"])
  }

  @Test func describeByGroupsHasOneRowAGroup() throws {
    let whole = try fixture.compose("- describe: {data: groups, columns: [v], by: g}")
    #expect(whole.table?.lines.map { $0.prefix(8) } == ["# V", "a | 5 | ", "b | 4 | ", "c | 6 | "])
    #expect(whole.results.first?["rows"]?[1]?["group"] == "b")
  }

  /// numpy.quantile by weibull; scipy.stats.trim_mean, skew, variation(ddof=1), gmean.
  @Test func describeGivesWhatElseIsAskedFor() throws {
    let whole = try fixture.compose(
      """
      - describe: {data: pairs, columns: [x], quantiles: [0.1, 0.975], quantile_kind: r6,
          trimmed: 0.2, skewness: population, top: 2}
      """)
    let row = whole.results.first?["rows"]?[0]
    let expected = [
      ("q1", 2), ("median", 4.5), ("q3", 8), ("skewness", 0.18515544922001195),
      ("trimmed_mean", 4.85), ("cv", 0.5832664765096202), ("geometric_mean", 4.151744491207335),
      ("mad", 2.5), ("iqr", 6), ("se", 1.0943966747174687),
    ]
    for (key, value) in expected {
      #expect(isClose(number(row?[key]), value, relative: 1e-12), "\(key)")
    }
    #expect((row?["distinct"], row?["zeros"], row?["quantile_kind"]) == (7, 0, "r6"))
    #expect(row?["quantiles"]?[1] == ["p": 0.975, "value": 9.0])
    #expect(row?["top"] == [["value": 1.5, "n": 1], ["value": 2.0, "n": 1]])
    let tables = whole.flat.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables.last?.columns.map(\.head) == ["Column", "P10", "P97.5", "Mean, 20% trimmed"])
    #expect(tables.last?.lines == ["X | 1.50 | 9.00 | 4.85"])
    #expect(
      whole.notes.joined().contains(
        "quantiles by rule R-6; skewness and excess kurtosis are those of the population."))
  }

  @Test func describeCountsRowsAsOftenAsTheirWeightsSay() throws {
    let counted = DataFrame([
      ("v", Column(doubles: [1, 2.5, 4, nil, 8])), ("w", Column(texts: ["a", "b", "a", "a", "b"])),
      ("times", Column(integers: [3, 1, nil, 2, 2])),
    ])
    let long = DataFrame([
      ("v", Column(doubles: [1, 1, 1, 2.5, nil, nil, 8, 8])),
      ("w", Column(texts: ["a", "a", "a", "b", "a", "a", "b", "b"])),
    ])
    let fixture = ReportFixture(["counted": counted, "long": long])
    let weighted = try fixture.compose("- describe: {data: counted, weights: times}")
    let repeated = try fixture.compose("- describe: {data: long}")
    for key in ["n", "missing", "mean", "std", "q1", "median", "q3", "skewness", "mad", "top"] {
      let (a, b) = (
        weighted.results.first?["rows"]?[0]?[key], repeated.results.first?["rows"]?[0]?[key]
      )
      #expect(a == b || isClose(number(a), number(b), relative: 1e-14), "\(key)")
    }
    #expect(weighted.results.first?["rows"]?[1] == repeated.results.first?["rows"]?[1])
    #expect(
      weighted.notes.joined().contains(
        "Each row counts as often as times says, 8 rows in all. 1 row without a weight left out."))
  }

  @Test func describeRefusesAWeightThatIsNoCount() throws {
    let told = #expect(throws: Diagnostic.self) {
      try fixture.compose("- describe: {data: pairs, weights: y}")
    }
    #expect(told?.message.contains(" in row 3, expected a weight") == true)
  }

  @Test(arguments: [
    ("quantiles: [1.5]", "a quantile must be a number from 0 to 1, found '1.5'"),
    ("quantile_kind: r9", "cannot be 'r9'"), ("trimmed: 0.5", "must be a number from 0.0 to 0.49"),
  ])
  func describeTellsAWrongFieldAtItsPlace(_ field: String, _ message: String) {
    let (_, problems) = ReportFixture.read("- describe: {data: pairs, \(field)}")
    #expect(problems.count == 1 && problems[0].contains(message))
  }

  /// scipy.stats.pearsonr(x, y) with confidence_interval().
  @Test func correlationAgreesWithSciPy() throws {
    let whole = try fixture.compose("- correlation: {data: pairs, columns: [x, y], show: both}")
    let pair = whole.results.first?["pairs"]?[0]
    #expect(pair?["n"] == 7)
    let expected = [
      ("r", 0.8382799791632163), ("p", 0.01847829343711394), ("p_adjusted", 0.01847829343711394),
      ("low", 0.23112490740490269), ("high", 0.9755188527173029),
    ]
    for (key, value) in expected {
      #expect(isClose(number(pair?[key]), value, relative: 1e-12), "\(key)")
    }
    #expect(whole.table?.lines == ["x and y | 7 | 0.84 | [0.23, 0.98] | 0.018 | 0.018"])
  }

  @Test func correlationWithAConstantColumnGivesItsReason() throws {
    let whole = try fixture.compose("- correlation: {data: pairs, columns: [x, constant, empty]}")
    let pairs = whole.results.first?["pairs"]
    #expect(pairs?[0]?["r"] == .null && pairs?[0]?["reason"] == "constant column")
    #expect(whole.notes.joined().contains("x and constant: constant column"))
  }

  /// scipy.stats.f_oneway(a, b, c, equal_var=False), kruskal(a, b, c); numpy mean, std(ddof=1).
  @Test func comparisonAgreesWithSciPy() throws {
    let whole = try fixture.compose("- compare: {data: groups, value: v, by: g}")
    let results = try #require(whole.results.first)
    #expect(results["tests"]?[0]?["test"] == "welch_anova")
    let expected = [
      (results["tests"]?[0]?["statistic"], 14.769570638733544),
      (results["tests"]?[0]?["p"], 0.0022054703068046075),
      (results["tests"]?[1]?["statistic"], 7.2733333333333405),
      (results["tests"]?[1]?["p"], 0.02633999778744883),
      (results["groups"]?[0]?["mean"], 5.6), (results["groups"]?[0]?["std"], 0.570087712549569),
      (results["groups"]?[1]?["median"], 7.55),
      (results["groups"]?[2]?["std"], 1.8708286933869707),
    ]
    for (found, value) in expected { #expect(isClose(number(found), value, relative: 1e-12)) }
    let note = whole.notes.joined()
    #expect(note.hasPrefix("V differs by g: Welch's ANOVA F(2, "))
    #expect(note.contains(") = 14.8, p = 0.002, η² = "))
    #expect(note.hasSuffix("Missing: none."))
  }

  @Test func oneGroupIsToldNotTested() throws {
    let one = ReportFixture(["d": StatisticBlockTests.groups.picking([0])])
    let whole = try one.compose("- compare: {data: d, value: v, by: g}")
    #expect(whole.results.first?["tests"]?[0]?["reason"] == "one group, needs 2")
    #expect(whole.notes.joined().hasPrefix("V by g is not tested: one group, needs 2."))
  }

  @Test func tooManyGroupsAreRefusedInWords() throws {
    let many = DataFrame([
      ("v", Column(doubles: (0..<500).map { Double($0) })),
      ("g", Column(texts: (0..<500).map { "g\($0)" })),
    ])
    let whole = try ReportFixture(["d": many]).compose("- compare: {data: d, value: v, by: g}")
    #expect(whole.notes == ["'g' has 500 values; at most 60 are compared."])
  }
}
