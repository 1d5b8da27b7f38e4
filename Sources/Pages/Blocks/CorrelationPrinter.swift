import Charts
import Drawing
import Formatting
import Frame
import JSON
import Statistics

/// Prints a correlation matrix: heat map, table, footnote and results from the same pairs.
struct CorrelationPrinter {
  /// Below this p after the correction a pair is starred.
  static let significance = 0.05
  let matrix: CorrelationMatrix
  let corrected: CorrectedTests
  let drawing: DrawingContext

  private var formatter: ValueFormatter { drawing.formatter }
  private var options: CorrelationMatrix.Options { matrix.options }

  /// The pairs' objects in `results.json`.
  var results: [JSONValue] {
    matrix.pairs.indices.map { place in
      let pair = matrix.pairs[place]
      let fields: ResultFields = [
        ("x", .string(matrix.names[pair.first])), ("y", .string(matrix.names[pair.second])),
        ("n", .count(pair.n)), ("r", .number(pair.r)), ("p", .number(pair.p)),
        ("p_adjusted", .number(corrected.adjusted[place])), ("low", .number(pair.interval?.low)),
        ("high", .number(pair.interval?.high)),
      ]
      return .object(fields, reason: pair.reason)
    }
  }

  // MARK: Heat map

  func chart(width: Points) -> Chart {
    let cells = matrix.pairs.indices.map { place in
      let pair = matrix.pairs[place]
      return CorrelationHeatmap.Cell(
        row: pair.second, column: pair.first, coefficient: pair.r,
        isSignificant: isSignificant(place))
    }
    let scene = CorrelationHeatmap(names: matrix.names, cells: cells)
      .draw(width: width, in: drawing)
    return Chart(
      title: nil, subtitle: subtitle, scene: scene, note: note, altText: altText, data: data,
      results: [])
  }

  private var subtitle: String {
    let star = "* p < \(formatter.number(CorrelationPrinter.significance, decimals: 2))"
    let after = options.adjustment == .none ? "" : " after \(options.adjustment.title)"
    return "\(options.method.title) · \(star)\(after)"
  }

  /// Method, n, missing rule, correction, and which pairs have no coefficient.
  var note: String {
    var sentences = ["\(options.method.title) of \(pairCount)\(counts)."]
    sentences.append("Rows without one of the two values are left out of a pair.")
    if let told = corrected.sentence(with: formatter, noun: "pair") { sentences.append(told) }
    sentences += undefined
    return sentences.joined(separator: " ")
  }

  private var pairCount: String {
    Words(formatter: formatter).count(matrix.pairs.count, "pair", "pairs")
  }

  private var counts: String {
    let n = matrix.pairs.map(\.n)
    guard let low = n.min(), let high = n.max() else { return "" }
    return low == high
      ? ", n = \(formatter.count(low))"
      : ", n = \(formatter.count(low)) to \(formatter.count(high))"
  }

  private var undefined: [String] {
    let without = matrix.pairs.filter { $0.r == nil }
    let shown = without.prefix(6).map { pair in
      "\(name(pair)): \(pair.reason?.reason ?? "not defined")"
    }
    guard !shown.isEmpty else { return [] }
    let rest = without.count > shown.count ? "; and \(without.count - shown.count) more" : ""
    return ["No coefficient for \(shown.joined(separator: "; "))\(rest)."]
  }

  private var altText: String {
    let strongest = matrix.pairs.filter { $0.r != nil }
      .max { abs($0.r ?? 0) < abs($1.r ?? 0) }
    let finding = strongest.map { pair in
      " Strongest: \(name(pair)), r = \(coefficient(pair)), n = \(formatter.count(pair.n))."
    }
    return "Heat map of the correlations between \(Words.list(matrix.names))." + (finding ?? "")
  }

  private var data: DataFrame {
    let pairs = matrix.pairs
    return DataFrame([
      ("x", Column(texts: pairs.map { matrix.names[$0.first] })),
      ("y", Column(texts: pairs.map { matrix.names[$0.second] })),
      ("n", Column(integers: pairs.map { Int64($0.n) })), ("r", Column(doubles: pairs.map(\.r))),
      ("p", Column(doubles: pairs.map(\.p))),
      ("p_adjusted", Column(doubles: corrected.adjusted)),
    ])
  }

  // MARK: Table

  func table() -> TableContent {
    let adjusted = options.adjustment == .none ? [] : ["p (\(options.adjustment.title))"]
    let heads = ["n", "r", "95% interval", "p"] + adjusted
    return TableContent(
      columns: [TableContent.Column(head: "Pair", alignment: .left)]
        + heads.map { TableContent.Column(head: $0, alignment: .right) },
      rows: matrix.pairs.indices.map { .cells(cells(of: $0)) },
      summary: "Correlations of \(Words.list(matrix.names))")
  }

  private func cells(of place: Int) -> [TableContent.Cell] {
    let pair = matrix.pairs[place]
    let interval = pair.interval.map { Words(formatter: formatter).interval($0, decimals: 2) }
    let adjusted = options.adjustment == .none ? [] : [probability(corrected.adjusted[place])]
    let texts =
      [
        name(pair), formatter.count(pair.n), coefficient(pair),
        interval ?? formatter.text(.null), probability(pair.p),
      ] + adjusted
    return texts.map { TableContent.Cell($0, isStrong: isSignificant(place)) }
  }

  private func isSignificant(_ place: Int) -> Bool {
    (corrected.adjusted[place] ?? 1) < CorrelationPrinter.significance
  }

  private func name(_ pair: CorrelationMatrix.Pair) -> String {
    "\(matrix.names[pair.first]) and \(matrix.names[pair.second])"
  }

  private func coefficient(_ pair: CorrelationMatrix.Pair) -> String {
    Digits(decimals: 2).text(pair.r, with: formatter)
  }

  /// A p-value in a column whose head says `p`.
  private func probability(_ p: Double?) -> String {
    guard let p else { return formatter.text(.null) }
    if p < 0.001 { return "< \(formatter.number(0.001, decimals: 3))" }
    return formatter.number(p, decimals: 3)
  }
}
