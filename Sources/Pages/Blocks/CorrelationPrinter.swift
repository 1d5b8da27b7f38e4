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
  let matrix: AssociationMatrix
  let block: CorrelationBlock
  let corrected: CorrectedTests
  let drawing: DrawingContext

  private var formatter: ValueFormatter { drawing.formatter }
  private var words: Words { Words(formatter: formatter) }
  private var isMixed: Bool { block.method == .auto }

  /// The pairs' objects in `results.json`.
  var results: [JSONValue] {
    matrix.pairs.indices.map { place in
      let pair = matrix.pairs[place]
      var fields: ResultFields = [
        ("x", .string(matrix.names[pair.first])), ("y", .string(matrix.names[pair.second])),
      ]
      if isMixed { fields.append(("method", .string(pair.measure.rawValue))) }
      fields += [
        ("n", .count(pair.n)), ("missing", .count(pair.missing)), ("r", .number(pair.r)),
        ("p", .number(pair.p)), ("p_adjusted", .number(corrected.adjusted[place])),
        ("low", .number(pair.interval?.low)), ("high", .number(pair.interval?.high)),
      ]
      if pair.infinite > 0 { fields.append(("infinite", .count(pair.infinite))) }
      return .object(fields, reason: pair.reason)
    }
  }

  // MARK: Heat map

  func chart(width: Points) -> Chart {
    let order =
      block.order == .cluster ? matrix.clusterOrder.order : Array(matrix.names.indices)
    var place = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = new }
    let counts = Set(matrix.pairs.map(\.n))
    let cells = matrix.pairs.indices.map { index in
      let pair = matrix.pairs[index]
      let (a, b) = (place[pair.first], place[pair.second])
      return CorrelationHeatmap.Cell(
        row: max(a, b), column: min(a, b), coefficient: pair.r,
        isSignificant: isSignificant(index),
        caption: counts.count > 1 ? "n \(formatter.count(pair.n))" : nil)
    }
    let heatmap = CorrelationHeatmap(names: order.map { matrix.names[$0] }, cells: cells)
    return Chart(
      subtitle: subtitle, note: CorrelationNote(printer: self).text, altText: altText, data: data,
      width: width, in: drawing, drawing: heatmap.draw)
  }

  // MARK: Pair plot

  /// What each pair's cell tells: the coefficient, and its interval or else how many rows it is of.
  var cells: [PairPlot.Cell] {
    matrix.pairs.indices.map { index in
      let pair = matrix.pairs[index]
      let n = "n\u{a0}=\u{a0}\(formatter.count(pair.n))"
      let interval = pair.interval.map { words.interval($0, decimals: 2) }
      return PairPlot.Cell(
        first: pair.first, second: pair.second, coefficient: pair.r,
        text: Digits(decimals: 2).text(pair.r, with: formatter) + (isSignificant(index) ? "*" : ""),
        details: [interval, n].compactMap(\.self))
    }
  }

  func chart(of plot: PairPlot, width: Points, _ colors: inout CategoryColors) -> Chart {
    let isCounted = matrix.pairs.contains { $0.n > PairPlot.mostDots }
    let cells = isCounted ? " Cells are stronger by the logarithm of their counts." : ""
    var used = colors
    let chart = Chart(
      subtitle: subtitle, note: note + cells,
      altText: altText.replacing(
        "Heat map of the correlations", with: "Pair plot of the relations"),
      data: data, width: width, in: drawing
    ) { width, context in plot.draw(width: width, in: context, colors: &used) }
    colors = used
    return chart
  }

  private var subtitle: String {
    let star = "* p < \(formatter.number(CorrelationPrinter.significance, decimals: 2))"
    let after = block.adjustment == .none ? "" : " after \(block.adjustment.title)"
    return "\(title) · \(star)\(after)"
  }

  /// What the coefficients are, such as `Partial Pearson's r, given age`.
  var title: String {
    if isMixed { return "Association by kind of column" }
    let method = block.numbers.title
    guard !block.given.isEmpty else { return method }
    return "Partial \(method), given \(Words.list(block.given.map(\.name)))"
  }

  /// Method, n, missing rule, correction, and what looks broken.
  var note: String { CorrelationNote(printer: self).text }

  private var altText: String {
    let strongest = matrix.pairs.filter { $0.r != nil }
      .max { abs($0.r ?? 0) < abs($1.r ?? 0) }
    let finding = strongest.map { pair in
      " Strongest: \(name(pair)), \(coefficient(pair)), n = \(formatter.count(pair.n))."
    }
    return "Heat map of the correlations between \(Words.list(matrix.names))." + (finding ?? "")
  }

  private var data: DataFrame {
    let pairs = matrix.pairs
    return DataFrame([
      ("x", Column(texts: pairs.map { matrix.names[$0.first] })),
      ("y", Column(texts: pairs.map { matrix.names[$0.second] })),
      ("method", Column(texts: pairs.map(\.measure.title))),
      ("n", Column(integers: pairs.map { Int64($0.n) })), ("r", Column(doubles: pairs.map(\.r))),
      ("low", Column(doubles: pairs.map(\.interval?.low))),
      ("high", Column(doubles: pairs.map(\.interval?.high))),
      ("p", Column(doubles: pairs.map(\.p))),
      ("p_adjusted", Column(doubles: corrected.adjusted)),
    ])
  }

  // MARK: Table

  func table() -> TableContent {
    let level = Words(formatter: formatter).level(block.level)
    let adjusted = block.adjustment == .none ? [] : ["p (\(block.adjustment.title))"]
    let heads = ["n", isMixed ? "Size" : "r", "\(level) interval", "p"] + adjusted
    let method = isMixed ? [TableContent.Column(head: "Coefficient", alignment: .left)] : []
    return TableContent(
      columns: [TableContent.Column(head: "Pair", alignment: .left)] + method
        + heads.map { TableContent.Column(head: $0, alignment: .right) },
      rows: matrix.pairs.indices.map { .cells(cells(of: $0)) },
      summary: "Correlations of \(Words.list(matrix.names))")
  }

  private func cells(of place: Int) -> [TableContent.Cell] {
    let pair = matrix.pairs[place]
    let interval = pair.interval.map { words.interval($0, decimals: 2) }
    let adjusted = block.adjustment == .none ? [] : [probability(corrected.adjusted[place])]
    let texts =
      [name(pair)] + (isMixed ? [pair.measure.title] : [])
      + [
        formatter.count(pair.n), Digits(decimals: 2).text(pair.r, with: formatter),
        interval ?? formatter.text(.null), probability(pair.p),
      ] + adjusted
    return texts.map { TableContent.Cell($0, isStrong: isSignificant(place)) }
  }

  private func isSignificant(_ place: Int) -> Bool {
    (corrected.adjusted[place] ?? 1) < CorrelationPrinter.significance
  }

  func name(_ pair: AssociationMatrix.Pair) -> String {
    "\(matrix.names[pair.first]) and \(matrix.names[pair.second])"
  }

  private func coefficient(_ pair: AssociationMatrix.Pair) -> String {
    let name = isMixed ? pair.measure.title : "r"
    return "\(name) = \(Digits(decimals: 2).text(pair.r, with: formatter))"
  }

  /// A p-value in a column whose head says `p`.
  private func probability(_ p: Double?) -> String {
    guard let p else { return formatter.text(.null) }
    if p < 0.001 { return "< \(formatter.number(0.001, decimals: 3))" }
    return formatter.number(p, decimals: 3)
  }
}
