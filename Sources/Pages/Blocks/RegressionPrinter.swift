import Charts
import Drawing
import Formatting
import Frame
import JSON
import Statistics

/// What a model is printed with, besides itself.
struct RegressionSurroundings {
  let response: String
  /// How many rows the query has.
  let rowCount: Int
  let drawing: DrawingContext
  let width: Points
  let show: [RegressionBlock.Show]
  let level: Double

  var formatter: ValueFormatter { drawing.formatter }
  var words: Words { Words(formatter: formatter) }

  /// The level as a head says it: `95% interval`.
  var levelWords: String { words.level(level) }

  /// A p-value in a column whose head says `p`.
  func probability(_ p: Double?) -> String {
    guard let p else { return formatter.text(.null) }
    if p < 0.001 { return "< \(formatter.number(0.001, decimals: 3))" }
    return formatter.number(p, decimals: 3)
  }

  /// A number with digits by the size of its own error.
  func estimate(_ number: Double?, error: Double?) -> String {
    guard let number else { return formatter.text(.null) }
    guard let digits = EstimateDigits(uncertainty: error) else {
      return formatter.number(number, significant: 4)
    }
    return formatter.number(number, to: digits)
  }

  /// A statistic such as t or F.
  func statistic(_ number: Double?) -> String {
    guard let number else { return formatter.text(.null) }
    return formatter.number(number, decimals: abs(number) >= 100 ? 1 : 2)
  }
}

/// What linear and logistic models print alike.
protocol RegressionPrinter {
  var surroundings: RegressionSurroundings { get }
  var frame: ModelFrame { get }
  var coefficients: [ModelCoefficient] { get }
}

extension RegressionPrinter {
  var formatter: ValueFormatter { surroundings.formatter }
  var words: Words { surroundings.words }

  /// A coefficient's name for readers: the base of labels is told in the note.
  func name(_ coefficient: ModelCoefficient) -> String {
    coefficient.term == nil ? "Intercept" : coefficient.name
  }

  /// The terms of `results.json`: the keys of every coefficient.
  func fields(_ coefficient: ModelCoefficient) -> ResultFields {
    [
      ("term", .string(coefficient.name)), ("estimate", .number(coefficient.estimate)),
      ("std_error", .number(coefficient.standardError)),
      ("statistic", .number(coefficient.statistic)), ("p", .number(coefficient.p)),
      ("low", .number(coefficient.interval?.low)), ("high", .number(coefficient.interval?.high)),
    ]
  }

  /// The rows' part of `results.json`.
  var rowFields: ResultFields {
    [
      ("n_missing", .count(frame.missing)), ("n_infinite", .count(frame.infinite)),
      ("n_undefined", .count(frame.undefined)),
      (
        "base_levels",
        .array(
          frame.factors.map {
            .object([("column", .string($0.column)), ("base", .string($0.base))])
          })
      ),
    ]
  }

  /// What was left out.
  var missing: String {
    var parts: [String] = []
    if frame.missing > 0 {
      parts.append("\(words.count(frame.missing, "row", "rows")) with a missing value")
    }
    if frame.infinite > 0 {
      parts.append("\(words.count(frame.infinite, "row", "rows")) with an infinite value")
    }
    if frame.undefined > 0 {
      parts.append(
        "\(words.count(frame.undefined, "row", "rows")) without the logarithm or root")
    }
    return parts.isEmpty ? "Missing: none." : "Left out: \(Words.list(parts))."
  }

  /// What labels are compared with.
  var bases: [String] {
    guard !frame.factors.isEmpty else { return [] }
    let told = frame.factors.map { "\($0.column) with \($0.base)" }
    return ["Labels are compared with a base: \(Words.list(told))."]
  }

  /// Terms that have no estimate.
  var untold: [String] {
    coefficients.filter { $0.estimate == nil }.map { coefficient in
      "\(coefficient.name) has no estimate: \(coefficient.reason?.reason ?? "not defined")."
    }
  }

  /// The standard deviation of a regressor that is no indicator; nil for one of 0 and 1.
  private func spread(_ column: Int) -> Double? {
    let values = frame.regressors[column].values.high
    guard values.contains(where: { $0 != 0 && $0 != 1 }) else { return nil }
    return Moments(Sample(values), weights: frame.weights?.map { Int($0) }).standardDeviation
  }

  /// Whether a number can move by itself: a power or an interaction cannot, nor a column that is in
  /// another term too.
  private func isAlone(_ coefficient: ModelCoefficient) -> Bool {
    let terms = frame.formula.terms
    guard let place = coefficient.term, let factor = terms[place].factors.first,
      terms[place].factors.count == 1, factor.power == 1
    else { return false }
    return terms.indices.allSatisfy { other in
      other == place || !terms[other].factors.contains { $0.column == factor.column }
    }
  }

  /// What an effect of ``effects()`` is the effect of.
  var effectScale: String {
    let terms = coefficients.filter { $0.term != nil }
    let isTogether = terms.contains { !isAlone($0) }
    let others = isTogether ? ", powers and interactions by one unit" : ""
    let bases = frame.factors.isEmpty ? "" : ", labels against their base"
    return "numbers by one standard deviation more\(others)\(bases)"
  }

  /// The coefficients but the intercept: the effect of a standard deviation more for numbers that
  /// move alone, of one unit more for others, against the base for labels.
  func effects() -> [(name: String, estimate: Double, low: Double, high: Double)] {
    coefficients.filter { $0.term != nil }.enumerated().compactMap { column, coefficient in
      guard let estimate = coefficient.estimate, let interval = coefficient.interval else {
        return nil
      }
      let unit = isAlone(coefficient) ? spread(column) : nil
      let size = unit ?? 1
      return (
        coefficient.name + (unit == nil ? "" : " (+1 SD)"), estimate * size, interval.low * size,
        interval.high * size
      )
    }
  }

  /// A forest plot of effects that were told by ``effects()``; nil where there are none.
  func forest(
    _ rows: [(name: String, estimate: Double, low: Double, high: Double)], isRatio: Bool,
    subtitle: String
  ) -> Chart? {
    guard !rows.isEmpty else { return nil }
    let plot = ForestPlot(
      rows: rows.map {
        ForestPlot.Row(label: $0.name, estimate: $0.estimate, low: $0.low, high: $0.high)
      }, isRatio: isRatio)
    let told = plot.rows.prefix(12).map { "\($0.label) \($0.text(with: formatter))" }
    return Chart(
      subtitle: subtitle, altText: "Forest plot: \(told.joined(separator: "; ")).",
      data: DataFrame([
        ("term", Column(texts: rows.map(\.name))),
        ("effect", Column(doubles: rows.map(\.estimate))),
        ("low", Column(doubles: rows.map(\.low))), ("high", Column(doubles: rows.map(\.high))),
      ]), width: surroundings.width, in: surroundings.drawing, drawing: plot.draw)
  }

  /// Two small charts side by side.
  func sideBySide(_ charts: [(chart: Chart, id: String)]) -> Content {
    .columns(charts.map { (1 / Double(charts.count), [.chart($0.chart, id: $0.id)]) })
  }

  /// The width of a chart that has another beside it.
  var halfWidth: Points { (surroundings.width - 16) / 2 }

  /// A chart of rows beside a reference.
  func reference(_ plot: ReferenceChart, subtitle: String, altText: String) -> Chart {
    Chart(
      subtitle: subtitle, altText: altText,
      data: DataFrame([
        ("x", Column(doubles: plot.x.values)), ("y", Column(doubles: plot.y.values)),
      ]), width: halfWidth, in: surroundings.drawing, drawing: plot.draw)
  }
}
