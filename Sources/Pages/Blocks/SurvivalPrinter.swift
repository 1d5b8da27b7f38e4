import Charts
import Drawing
import Formatting
import Frame
import Statistics

/// Prints the survival of groups: curves, tables, sentences from the same numbers.
struct SurvivalPrinter {
  static let significance = 0.05
  let survival: SurvivalComparison
  /// The test's p-value after a correction over the report; as it is without one.
  let corrected: CorrectedTests
  let time: String
  /// What the event is called; nil where it is a condition.
  let event: String?
  let by: String?
  /// The column of weights; nil where each row counts once.
  let weights: String?
  /// The times that were asked for.
  let times: [Double]
  let drawing: DrawingContext

  var formatter: ValueFormatter { drawing.formatter }
  private var words: Words { Words(formatter: formatter) }
  private var level: String { words.level(survival.options.curve.level) }

  func content(id: String, width: Points, colors: inout CategoryColors) -> [Content] {
    let chart = chart(width: width, colors: &colors)
    let tables = [table] + (times.isEmpty ? [] : [sharesTable])
    return [.chart(chart, id: id)] + tables.map { .table($0) } + [.note([Inline(note)])]
  }

  // MARK: Chart

  private func chart(width: Points, colors: inout CategoryColors) -> Chart {
    let labels = survival.groups.compactMap(\.label)
    let palette = drawing.theme.categories
    let slots = by.map { colors.assign(field: $0, values: labels, among: palette.count) } ?? [0]
    let curves = zip(survival.groups, slots).compactMap { group, slot in
      group.curve.map {
        SurvivalChart.Curve(
          label: group.label.map { formatter.text($0) },
          paint: palette[slot], estimate: $0)
      }
    }
    let plot = SurvivalChart(curves: curves, timeLabel: TableColumn.words(time), times: times)
    return Chart(
      subtitle: subtitle, altText: altText, data: data, width: width, in: drawing,
      drawing: plot.draw)
  }

  private var subtitle: String {
    let groups = by.map { " by \(TableColumn.words($0).lowercased())" } ?? ""
    let ticks = survival.groups.contains { $0.times.censored > 0 } ? " · ticks: censored" : ""
    let named = event.map { "the event '\($0)'" } ?? "the event"
    return "Share without \(named)\(groups) · band: \(level) interval\(ticks)"
  }

  private var altText: String {
    let parts = survival.groups.map { group in
      let name = group.label.map { formatter.text($0) + ": " } ?? ""
      return
        "\(name)n = \(formatter.count(group.times.n)), \(events(group)), median \(median(group))"
    }
    return "Kaplan–Meier curves of \(time)\(by.map { " by \($0)" } ?? ""): "
      + "\(parts.joined(separator: "; "))."
  }

  private func events(_ group: SurvivalComparison.Group) -> String {
    words.count(group.times.events, "event", "events")
  }

  /// The curves' corners, as a reader's table.
  private var data: DataFrame {
    let points = survival.groups.flatMap { group in
      (group.curve?.points ?? []).map { (label: group.label, point: $0) }
    }
    let labels: [(name: String, column: Column)] =
      by.map { [($0, Column(texts: points.map { $0.label.map { formatter.text($0) } }))] } ?? []
    return DataFrame(
      labels + [
        ("time", Column(doubles: points.map { $0.point.time })),
        ("at risk", Column(integers: points.map { Int64($0.point.atRisk) })),
        ("events", Column(integers: points.map { Int64($0.point.events) })),
        ("censored", Column(integers: points.map { Int64($0.point.censored) })),
        ("survival", Column(doubles: points.map { $0.point.survival })),
        ("lower", Column(doubles: points.map { $0.point.interval?.low })),
        ("upper", Column(doubles: points.map { $0.point.interval?.high })),
      ])
  }

  // MARK: Tables

  private var table: TableContent {
    let meanHead = survival.horizon.map { "Mean to \(number($0, isWhole: true))" } ?? "Mean"
    let heads = ["n", "Events", "Median [\(level)]", "\(meanHead) [\(level)]"]
    return TableContent(
      columns: columns(heads),
      rows: survival.groups.map { group in
        let texts = [
          formatter.count(group.times.n), formatter.count(group.times.events),
          told(median(group), medianInterval(group)),
          told(mean(group.mean.value), interval(group.mean.interval, mean)),
        ]
        let label = group.label.map { [formatter.text($0)] } ?? []
        return .cells((label + texts).map { TableContent.Cell($0) })
      }, summary: "Events and median of \(time)" + (by.map { " by \($0)" } ?? ""))
  }

  /// The curves at the times that were asked for.
  private var sharesTable: TableContent {
    let rows = survival.groups.flatMap { group -> [TableContent.Row] in
      let head = group.label.map { [TableContent.Row.groupHead(formatter.text($0))] } ?? []
      return head + times.map { row(group, at: $0) }
    }
    let heads = ["At risk", "Share without the event", "\(level) interval"]
    return TableContent(
      columns: [TableContent.Column(head: TableColumn.words(time), alignment: .left)]
        + heads.map { TableContent.Column(head: $0, alignment: .right) },
      rows: rows, summary: "Share without the event" + (by.map { " by \($0)" } ?? ""))
  }

  private func row(_ group: SurvivalComparison.Group, at time: Double) -> TableContent.Row {
    let point = group.curve?.point(at: time)
    // Behind its last time a curve is not known.
    let isKnown = time <= (group.times.last ?? -1)
    let share = isKnown ? formatter.percentage(point?.survival ?? 1, decimals: 1) : nil
    let limits = interval(isKnown ? point?.interval : nil) {
      formatter.percentage($0, decimals: 1)
    }
    let texts = [
      formatter.text(.double(time)), formatter.count(group.curve?.atRisk(at: time) ?? 0),
      share ?? formatter.text(.null), limits ?? formatter.text(.null),
    ]
    return .cells(texts.map { TableContent.Cell($0) })
  }

  private func columns(_ heads: [String]) -> [TableContent.Column] {
    let first = by.map { [TableContent.Column(head: TableColumn.words($0), alignment: .left)] }
    return (first ?? []) + heads.map { TableContent.Column(head: $0, alignment: .right) }
  }

  /// A number with its interval, where it has one.
  private func told(_ number: String, _ interval: String?) -> String {
    interval.map { "\(number) \($0)" } ?? number
  }

  private func median(_ group: SurvivalComparison.Group) -> String {
    guard let median = group.median else { return formatter.text(.null) }
    return median.value.map { number($0, isWhole: true) } ?? "not reached"
  }

  private func medianInterval(_ group: SurvivalComparison.Group) -> String? {
    guard let median = group.median, median.low != nil || median.high != nil else { return nil }
    let ends = [median.low, median.high].map { end in
      end.map { number($0, isWhole: true) } ?? "not reached"
    }
    return formatter.interval(ends[0], ends[1])
  }

  /// A mean time to the place that the largest of the means' errors reaches.
  private func mean(_ mean: Double?) -> String {
    let error = survival.groups.compactMap(\.meanError).max()
    guard let mean, let digits = EstimateDigits(uncertainty: error) else {
      return Digits(decimals: 2).text(mean, with: formatter)
    }
    return formatter.number(mean, to: digits)
  }

  private func interval(_ interval: Interval?, _ text: (Double) -> String) -> String? {
    interval.map { formatter.interval(text($0.low), text($0.high)) }
  }

  /// A time with the digits of the last time.
  private func number(_ number: Double?, isWhole: Bool = false) -> String {
    let last = survival.groups.compactMap(\.times.last).max()
    return Digits(spread: last).text(number, isWhole: isWhole, with: formatter)
  }

  // MARK: Sentences

  /// The finding, what weakens it, the method, what was left out.
  private var note: String {
    (finding + crossings + method + [missing]).joined(separator: " ")
  }

  private var finding: [String] {
    guard let by, let test = survival.test else { return [] }
    guard let told = words.test(test), let p = corrected.adjusted.first ?? nil else {
      return ["Curves by \(by) are not tested: \(test.reason?.reason ?? "not defined")."]
    }
    let verdict =
      p < SurvivalPrinter.significance
      ? "The curves differ by \(by)" : "No difference of the curves by \(by) is shown"
    return ["\(verdict): \(told)\(weighting)."] + correction + difference
  }

  private var correction: [String] {
    guard corrected.scope == .report, let p = corrected.adjusted.first ?? nil,
      let told = corrected.sentence(with: formatter)
    else { return [] }
    return ["Corrected \(formatter.pValue(p)): \(told)"]
  }

  private var weighting: String {
    switch survival.options.weighting {
    case .logRank: ""
    case .gehanBreslow: ", events weighted by the number at risk (Gehan–Breslow)"
    case .taroneWare: ", events weighted by the root of the number at risk (Tarone–Ware)"
    case .petoPeto: ", events weighted by the share without the event (Peto–Peto)"
    }
  }

  private var difference: [String] {
    guard let difference = survival.difference, let value = difference.value else { return [] }
    let names = survival.groups.compactMap(\.label).map { formatter.text($0) }
    let size = told(mean(value), interval(difference.interval, mean))
    return ["Means of \(names.joined(separator: " and ")) differ by \(size)."]
  }

  private var crossings: [String] {
    guard !survival.crossings.isEmpty else { return [] }
    let pairs = survival.crossings.prefix(4).map { pair in
      [pair.first, pair.second].compactMap { survival.groups[$0].label }
        .map { formatter.text($0) }.joined(separator: " and ")
    }
    return [
      "Curves cross (\(pairs.joined(separator: "; "))): the test may miss a difference, compare the "
        + "means."
    ]
  }

  private var method: [String] {
    let n = survival.groups.reduce(0) { $0 + $1.times.n }
    let kind = survival.options.curve.interval.title
    return [
      "Kaplan–Meier, n = \(formatter.count(n)), intervals by Greenwood on the \(kind) scale; who is "
        + "censored at the time of an event was at risk of it."
    ] + weighed + horizon
  }

  private var weighed: [String] {
    weights.map { ["A row counts as often as '\($0)' says."] } ?? []
  }

  private var horizon: [String] {
    let reasons = Set(survival.groups.compactMap(\.mean.reason?.reason)).sorted()
    var sentences = reasons.map { "No mean: \($0)." }
    if survival.options.horizon == nil, survival.horizon != nil, survival.groups.count > 1 {
      sentences.append("Means up to the last time of the group that ends first.")
    }
    return sentences
  }

  private var missing: String {
    func total(_ count: (SurvivalTimes) -> Int) -> Int {
      survival.groups.reduce(0) { $0 + count($1.times) }
    }
    let (absent, negative, infinite) = (total(\.missing), total(\.negative), total(\.infinite))
    var parts: [String] = []
    if absent > 0 { parts.append("\(words.count(absent, "row", "rows")) without time or outcome") }
    if let by, survival.unlabelled > 0 {
      parts.append("\(words.count(survival.unlabelled, "row", "rows")) without \(by)")
    }
    if negative > 0 { parts.append(words.count(negative, "negative time", "negative times")) }
    if infinite > 0 { parts.append(words.count(infinite, "infinite time", "infinite times")) }
    return parts.isEmpty ? "Missing: none." : "Left out: \(Words.list(parts))."
  }
}
