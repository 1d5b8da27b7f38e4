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
  let format: ValueFormat?
  let drawing: DrawingContext

  private var formatter: ValueFormatter { drawing.formatter }
  private var words: Words { Words(formatter: formatter) }

  // MARK: Results

  var results: ResultFields {
    var fields: ResultFields = [
      ("value", .string(value)), ("by", .string(by)),
      ("groups", .array(comparison.groups.map(result))),
      ("tests", .array(zip(comparison.tests, corrected.adjusted).map(result))),
      ("effects", .array(comparison.effects.map(result))),
    ]
    if corrected.scope == .report { fields += corrected.results }
    if !comparison.pairs.isEmpty {
      fields.append(("pairs", .array(comparison.pairs.map(result))))
    }
    return fields
  }

  private func result(_ group: GroupComparison.Group) -> JSONValue {
    let summary = group.summary
    return .object(
      [
        ("group", JSONValue(group.label)), ("n", .count(summary.n)),
        ("missing", .count(summary.missing)), ("mean", .number(summary.mean)),
        ("std", .number(summary.standardDeviation)), ("median", .number(summary.median)),
      ], reason: summary.n < 2 ? summary.reason : nil)
  }

  private func result(_ test: TestOutcome, adjusted: Double?) -> JSONValue {
    var fields: ResultFields = [
      ("test", .string(test.name)), ("statistic", .number(test.statistic)),
      ("df", .array(test.degreesOfFreedom.map { .number($0) })), ("p", .number(test.p)),
    ]
    if corrected.scope == .report { fields.append(("p_adjusted", .number(adjusted))) }
    return .object(fields, reason: test.reason)
  }

  private func result(_ effect: EffectOutcome) -> JSONValue {
    .object(
      [
        ("effect", .string(effect.name)), ("value", .number(effect.value)),
        ("low", .number(effect.interval?.low)), ("high", .number(effect.interval?.high)),
      ], reason: effect.reason)
  }

  private func result(_ pair: PairwiseComparison) -> JSONValue {
    .object(
      [
        ("first", JSONValue(pair.first)), ("second", JSONValue(pair.second)),
        ("difference", .number(pair.test?.meanDifference)), ("p", .number(pair.test?.p)),
        ("p_adjusted", .number(pair.adjustedP)),
      ], reason: pair.reason)
  }

  // MARK: Chart

  func chart(width: Points) -> Chart {
    let boxes = BoxChart(
      groups: comparison.groups.map {
        BoxChart.Group(label: label($0), values: $0.sample.values)
      }, format: format)
    return Chart(
      title: nil,
      subtitle: "\(TableColumn.words(value)) · box: quartiles, whiskers: 1.5 IQR",
      scene: boxes.draw(width: width, in: drawing), note: nil, altText: altText, data: data,
      results: [])
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
    ([finding] + otherTests + correction + pairs + [missing]).joined(separator: " ")
  }

  private var finding: String {
    let subject = TableColumn.words(value)
    guard let main = comparison.tests.first else { return "" }
    guard let told = words.test(main), let p = corrected.adjusted[0] else {
      return "\(subject) by \(by) is not tested: \(main.reason?.reason ?? "not defined")."
    }
    let verdict =
      p < ComparisonPrinter.significance
      ? "\(subject) differs by \(by)" : "No difference of \(value) by \(by) is shown"
    let effect = comparison.effects.first.flatMap { words.effect($0) }
    return "\(verdict): " + ([told] + [effect].compactMap(\.self)).joined(separator: ", ") + "."
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

  private var pairs: [String] {
    guard comparison.pairs.count > 0 else { return [] }
    let different = comparison.pairs.filter {
      ($0.adjustedP ?? 1) < ComparisonPrinter.significance
    }
    let method = "Welch's t for each pair, Holm's correction"
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
