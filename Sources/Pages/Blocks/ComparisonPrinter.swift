import Charts
import Drawing
import Formatting
import Frame
import JSON
import Statistics

/// Prints a comparison of groups: boxes, table, sentences and results from the same numbers.
struct ComparisonPrinter {
  static let significance = 0.05
  let comparison: GroupComparison
  /// The tests' p-values after a correction over the report; as they are without one.
  let corrected: CorrectedTests
  let value: String
  let by: String
  /// The column that pairs rows; nil for independent rows.
  let paired: String?
  let format: ValueFormat?
  let drawing: DrawingContext

  private var formatter: ValueFormatter { drawing.formatter }
  private var words: Words { Words(formatter: formatter) }

  // MARK: Results

  var results: ResultFields {
    var fields: ResultFields = [
      ("value", .string(value)), ("by", .string(by)),
      ("groups", .array(comparison.groups.map(result))),
      ("tests", .array(tests)), ("effects", .array(comparison.effects.map(\.result))),
    ]
    if corrected.scope == .report { fields += corrected.results }
    if let pairs = comparison.pairs {
      fields += [
        ("posthoc", .string(pairs.postHoc.rawValue)),
        ("pairs", .array(pairs.pairs.map(\.result))),
      ]
      if let reason = pairs.reason { fields.append(("pairs_reason", .string(reason.reason))) }
    }
    if let pairing = comparison.pairing {
      fields += [
        ("paired", .string(paired)), ("complete_pairs", .count(pairing.differences.count)),
        ("incomplete_pairs", .count(pairing.incomplete)),
        ("rows_without_id", .count(pairing.unidentified)),
      ]
    }
    return fields
  }

  private var tests: [JSONValue] {
    zip(comparison.tests, corrected.adjusted).map { test, p in
      test.result(adjusted: p, in: corrected)
    }
  }

  private func result(_ group: GroupComparison.Group) -> JSONValue {
    let summary = group.summary
    return .object(
      [
        ("group", JSONValue(group.label)), ("n", .count(summary.n)),
        ("missing", .count(summary.missing)), ("mean", .number(summary.mean)),
        ("std", .number(summary.standardDeviation)), ("q1", .number(summary.q1)),
        ("median", .number(summary.median)), ("q3", .number(summary.q3)),
      ], reason: summary.n < 2 ? summary.reason : nil)
  }

  // MARK: Chart

  func chart(width: Points) -> Chart {
    let boxes = BoxChart(comparison, format: format, formatter: formatter)
    return Chart(
      subtitle:
        "\(TableColumn.words(value)) · box: quartiles, whiskers: \(formatter.number(1.5, decimals: 1)) IQR",
      altText: altText, data: data, width: width, in: drawing, drawing: boxes.draw)
  }

  private var altText: String {
    let medians = comparison.groups.map { group in
      "\(label(group)) median \(number(group.summary.median)), n = \(formatter.count(group.summary.n))"
    }
    return "Box plots of \(value) by \(by): \(medians.joined(separator: "; "))."
  }

  private var data: DataFrame {
    let groups = comparison.groups
    return DataFrame(
      [
        (by, Column(texts: groups.map(label))),
        ("n", Column(integers: groups.map { Int64($0.summary.n) })),
        ("min", Column(doubles: groups.map(\.summary.min))),
        ("q1", Column(doubles: groups.map(\.summary.q1))),
        ("median", Column(doubles: groups.map(\.summary.median))),
        ("q3", Column(doubles: groups.map(\.summary.q3))),
        ("max", Column(doubles: groups.map(\.summary.max))),
      ].uniquelyNamed())
  }

  // MARK: Table

  func table() -> TableContent {
    let heads = ["n", "Missing", "Mean", "SD", "Median"]
    return TableContent(
      columns: [TableContent.Column(head: TableColumn.words(by), alignment: .left)]
        + heads.map { TableContent.Column(head: $0, alignment: .right) },
      rows: comparison.groups.map { group in
        let summary = group.summary
        let texts = [
          label(group), formatter.count(summary.n), formatter.count(summary.missing),
          number(summary.mean), number(summary.standardDeviation), number(summary.median),
        ]
        return .cells(texts.map { TableContent.Cell($0) })
      }, summary: "\(TableColumn.words(value)) by \(by)")
  }

  /// Every pair of groups with its difference, interval and corrected p; nil without pairs.
  func pairTable() -> TableContent? {
    guard let pairs = comparison.pairs, !pairs.pairs.isEmpty else { return nil }
    let isRanks = pairs.postHoc == .dunn
    let level = words.level(comparison.options.level)
    let heads =
      [isRanks ? "Difference of mean ranks" : "Difference"]
      + (isRanks ? [] : ["\(level) interval"])
      + [isRanks ? "z" : "t", pairs.adjustment == nil ? "p (all pairs)" : "p (corrected)"]
    let shown = pairs.pairs.prefix(ComparisonPrinter.mostPairs)
    return TableContent(
      columns: [TableContent.Column(head: "Pair", alignment: .left)]
        + heads.map { TableContent.Column(head: $0, alignment: .right) },
      rows: shown.map { .cells(cells(of: $0, isRanks: isRanks)) },
      cut: shown.count < pairs.pairs.count
        ? "\(formatter.count(shown.count)) of \(formatter.count(pairs.pairs.count)) pairs" : nil,
      summary: "\(pairs.title) of \(value) by \(by)")
  }

  /// A reader follows no more pairs than this.
  private static let mostPairs = 28

  private func cells(of pair: GroupPair, isRanks: Bool) -> [TableContent.Cell] {
    let reached = pair.difference.flatMap { difference in
      pair.interval.flatMap { EstimateDigits(difference, low: $0.low, high: $0.high) }
    }
    let digits = isRanks ? Digits(decimals: 1) : Digits(decimals: reached?.decimals) ?? digits
    let interval = pair.interval.map {
      formatter.interval(
        digits.text($0.low, with: formatter), digits.text($0.high, with: formatter))
    }
    let p = pair.adjustedP.map { p in
      p < 0.001
        ? "< \(formatter.number(0.001, decimals: 3))" : formatter.number(p, decimals: 3)
    }
    let texts =
      [
        "\(formatter.text(pair.first)) − \(formatter.text(pair.second))",
        digits.text(pair.difference, with: formatter),
      ] + (isRanks ? [] : [interval ?? formatter.text(.null)])
      + [
        Digits(decimals: 2).text(pair.statistic, with: formatter), p ?? formatter.text(.null),
      ]
    let isStrong = (pair.adjustedP ?? 1) < ComparisonPrinter.significance
    return texts.map { TableContent.Cell($0, isStrong: isStrong) }
  }

  private func label(_ group: GroupComparison.Group) -> String { formatter.text(group.label) }

  private func number(_ number: Double?) -> String {
    if let format, let number { return formatter.text(.double(number), format: format) }
    return digits.text(number, with: formatter)
  }

  /// The digits of the group that spreads most, so that a column's numbers stand under each other.
  private var digits: Digits {
    Digits(spread: comparison.groups.compactMap(\.summary.standardDeviation).max())
  }

  // MARK: Sentences

  /// The finding with its tests and effects, the pairs that differ, what was left out.
  var note: String {
    let concerns = comparison.concerns.map { $0.sentence(with: formatter) }
    return ([finding] + otherTests + choice + correction + pairs + concerns + [missing])
      .joined(separator: " ")
  }

  private var finding: String {
    let subject = TableColumn.words(value)
    guard let main = comparison.tests.first else { return "" }
    guard let test = words.test(main), let p = corrected.adjusted[0] else {
      return "\(subject) by \(by) is not tested: \(main.reason?.reason ?? "not defined")."
    }
    let verdict =
      p < ComparisonPrinter.significance
      ? "\(subject) differs by \(by)" : "No difference of \(value) by \(by) is shown"
    // Of the automatic choice the first belongs to the test; what was asked for is told in full.
    let options = comparison.options
    let named = (options.effects ?? options.furtherEffects).map(\.rawValue)
    let effects = comparison.effects
      .filter { $0.name == comparison.effects[0].name || named.contains($0.name) }
      .compactMap { words.effect($0) }
    return "\(verdict): "
      + ([test] + [difference(main)].compactMap(\.self) + effects).joined(separator: ", ") + "."
  }

  /// The difference of means with its interval, where a test estimates it.
  private func difference(_ test: TestOutcome) -> String? {
    guard let estimate = test.estimate, let interval = estimate.interval else { return nil }
    guard format == nil else {
      return "difference \(number(estimate.value)) "
        + formatter.interval(number(interval.low), number(interval.high))
    }
    return "difference \(words.estimate(estimate.value, interval))"
  }

  private var otherTests: [String] {
    comparison.tests.dropFirst().map { test in
      words.test(test).map { "\($0)." }
        ?? "\(test.title): \(test.reason?.reason ?? "not defined")."
    }
  }

  /// The p-values after a correction over the report, in the order of the tests.
  private var correction: [String] {
    guard corrected.scope == .report, let told = corrected.sentence(with: formatter) else {
      return []
    }
    let shown = corrected.adjusted.map { $0.map(formatter.pValue) ?? "not defined" }
    return ["Corrected \(Words.list(shown)): \(told)"]
  }

  /// Why these tests, where nobody named them.
  private var choice: [String] {
    guard comparison.options.tests == nil, let first = comparison.tests.first, first.p != nil
    else { return [] }
    if let pairing = comparison.pairing {
      let count = words.count(pairing.differences.count, "pair", "pairs")
      return ["Tests of \(count) by \(paired ?? "id"), of means and of ranks."]
    }
    let groups = comparison.groups.count { $0.summary.n > 0 }
    return [
      "Tests for \(groups) independent groups: one of means that does not assume equal variances, "
        + "one of ranks."
    ] + ranksLead
  }

  /// Why the test of ranks is told first.
  private var ranksLead: [String] {
    let single = comparison.groups.filter { $0.summary.n == 1 }.map(label)
    guard !single.isEmpty else { return [] }
    return [
      "Ranks lead, as \(Words.list(single)) \(single.count == 1 ? "has" : "have") one value and "
        + "so no variance."
    ]
  }

  private var pairs: [String] {
    guard let made = comparison.pairs else { return [] }
    if let reason = made.reason { return ["\(made.title): \(reason.reason)."] }
    let method =
      made.adjustment.map { "\(made.title), \($0 == .none ? "uncorrected" : $0.title)" }
      ?? made.title
    let different = made.pairs.filter { ($0.adjustedP ?? 1) < ComparisonPrinter.significance }
    guard !different.isEmpty else { return ["No two groups differ (\(method))."] }
    let shown = different.prefix(8).map { pair in
      let p = pair.adjustedP.map { ", \(formatter.pValue($0))" } ?? ""
      return "\(formatter.text(pair.first)) and \(formatter.text(pair.second))\(p)"
    }
    let rest = different.count > shown.count ? "; and \(different.count - shown.count) more" : ""
    return ["These differ (\(method)): \(shown.joined(separator: "; "))\(rest)."]
  }

  private var missing: String {
    let absent = comparison.groups.map(\.summary.missing).reduce(0, +)
    let infinite = comparison.groups.map(\.summary.infinite).reduce(0, +)
    var parts: [String] = []
    if absent > 0 { parts.append("\(words.count(absent, "row", "rows")) without \(value)") }
    if comparison.unlabelled > 0 {
      parts.append("\(words.count(comparison.unlabelled, "row", "rows")) without \(by)")
    }
    if let pairing = comparison.pairing, pairing.incomplete > 0 {
      parts.append(words.count(pairing.incomplete, "id without its pair", "ids without their pair"))
    }
    if let pairing = comparison.pairing, pairing.unidentified > 0 {
      parts.append(
        "\(words.count(pairing.unidentified, "row", "rows")) without \(paired ?? "id")")
    }
    if infinite > 0 { parts.append(words.count(infinite, "infinite value", "infinite values")) }
    return parts.isEmpty ? "Missing: none." : "Left out: \(Words.list(parts))."
  }
}

extension [(name: String, column: Column)] {
  /// The columns, the first one renamed where another has its name.
  fileprivate func uniquelyNamed() -> Self {
    guard let first, dropFirst().contains(where: { $0.name == first.name }) else { return self }
    return [(first.name + " (group)", first.column)] + dropFirst()
  }
}
