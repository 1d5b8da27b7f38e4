import Charts
import Drawing
import Formatting
import Frame
import JSON
import Statistics

/// Prints the memory of a series: charts, sentences and results from the same function.
struct AutocorrelationPrinter {
  let block: AutocorrelationBlock
  let function: AutocorrelationFunction
  let rowCount: Int
  /// How many rows have no place in the order.
  let unordered: Int
  let drawing: DrawingContext
  let width: Points
  private let partial: Result<PartialAutocorrelation, StatisticsError>
  private let test: LjungBox?

  init(
    block: AutocorrelationBlock, function: AutocorrelationFunction, rowCount: Int,
    unordered: Int, drawing: DrawingContext, width: Points
  ) {
    (self.block, self.function) = (block, function)
    (self.rowCount, self.unordered) = (rowCount, unordered)
    (self.drawing, self.width) = (drawing, width)
    partial = Result { () throws(StatisticsError) in try PartialAutocorrelation(function) }
    test = try? LjungBox(function)
  }

  private var formatter: ValueFormatter { drawing.formatter }
  private var words: Words { Words(formatter: formatter) }
  private var name: String { block.value.name }

  // MARK: Charts

  /// The lags of the autocorrelations with Bartlett's limits.
  private var direct: [Correlogram.Lag] {
    function.lags.map {
      Correlogram.Lag(lag: $0.lag, coefficient: $0.r, limit: function.bartlettLimit($0))
    }
  }

  /// The lags of the partial autocorrelations with the limit of white noise; empty where undefined.
  private var freed: [Correlogram.Lag] {
    guard let partial = try? partial.get() else { return [] }
    return partial.coefficients.enumerated().map { index, coefficient in
      Correlogram.Lag(lag: index + 1, coefficient: coefficient, limit: partial.whiteNoiseLimit)
    }
  }

  private var shown: [(lags: [Correlogram.Lag], label: String, id: String)] {
    var shown: [(lags: [Correlogram.Lag], label: String, id: String)] = []
    if block.show != .pacf { shown.append((direct, "Autocorrelation", "acf")) }
    if block.show != .acf, !freed.isEmpty {
      shown.append((freed, "Partial autocorrelation", "pacf"))
    }
    return shown
  }

  func content(id: String) -> [Content] {
    let shown = shown
    let isPair = shown.count > 1 && width > 300
    let each = isPair ? (width - 16) / 2 : width
    let charts = shown.map { part in
      (chart: chart(part.lags, part.label, width: each), id: isPair ? "\(id)-\(part.id)" : id)
    }
    let content: [Content] =
      isPair
      ? [.columns(charts.map { (0.5, [.chart($0.chart, id: $0.id)]) })]
      : charts.map { .chart($0.chart, id: shown.count > 1 ? "\(id)-\($0.id)" : $0.id) }
    return content + [.note([Inline(note)])]
  }

  private func chart(_ lags: [Correlogram.Lag], _ label: String, width: Points) -> Chart {
    Chart(
      subtitle: "\(label) of \(name) · band: no memory", altText: altText(lags, label),
      data: DataFrame([
        ("lag", Column(integers: lags.map { Int64($0.lag) })),
        ("coefficient", Column(doubles: lags.map(\.coefficient))),
        ("limit", Column(doubles: lags.map(\.limit))),
      ]), width: width, in: drawing, drawing: Correlogram(lags).draw)
  }

  private func altText(_ lags: [Correlogram.Lag], _ label: String) -> String {
    let outside = lags.filter(\.isOutside)
    let head =
      "\(label) of \(name) at lags 1 to \(lags.count), n = \(formatter.count(function.n))"
    guard !outside.isEmpty else {
      return "\(head). No lag leaves the band of a series without memory."
    }
    let told = outside.prefix(6).map {
      "lag \($0.lag): \(formatter.number($0.coefficient, decimals: 2))"
    }
    let rest = outside.count > told.count ? " and \(outside.count - told.count) more" : ""
    return "\(head). Outside the band: \(told.joined(separator: ", "))\(rest)."
  }

  // MARK: Sentences

  private var note: String {
    let level = words.level(block.level)
    var sentences: [String] = []
    if let test {
      let verdict = test.p < 0.05 ? "The series depends on its past" : "No memory is shown"
      let told = formatter.number(test.q, decimals: 1)
      sentences.append(
        "\(verdict): Ljung–Box Q(\(test.lags)) = \(told), \(formatter.pValue(test.p)), "
          + "n = \(formatter.count(function.n)).")
    }
    if block.show != .pacf {
      sentences.append("Band of autocorrelations: \(level), Bartlett, memory up to the lag before.")
    }
    if block.show != .acf {
      switch partial {
      case .success: sentences.append("Band of partial ones: \(level), white noise.")
      case .failure(let error): sentences.append("No partial ones: \(error.reason).")
      }
    }
    sentences.append(
      block.order.map { "Rows in the order of \($0.name)." } ?? "Rows in the order of the query.")
    let missing = rowCount - function.n
    if missing > 0 {
      let verb = missing == 1 ? "keeps its place" : "keep their places"
      sentences.append("\(words.count(missing, "row", "rows")) without \(name) \(verb).")
    }
    if unordered > 0, let order = block.order {
      sentences.append("Left out: \(words.count(unordered, "row", "rows")) without \(order.name).")
    }
    return sentences.joined(separator: " ")
  }

  // MARK: Results

  var results: ResultFields {
    let partial = (try? self.partial.get())?.coefficients
    let lags = function.lags.enumerated().map { index, lag -> JSONValue in
      .object(
        [
          ("lag", .count(lag.lag)), ("r", .number(lag.r)), ("pairs", .count(lag.pairs)),
          ("std_error", .number(lag.standardError)),
          ("partial", .number(partial.map { $0[index] })),
        ], reason: partial == nil ? "partial: \(partialReason ?? "not defined")" : nil)
    }
    var fields: ResultFields = [
      ("value", .string(name)), ("n", .count(function.n)), ("level", .number(block.level)),
      ("white_noise_limit", .number(function.whiteNoiseLimit)), ("lags", .array(lags)),
    ]
    if let test {
      fields.append(
        (
          "tests",
          .array([
            .object([
              ("test", .string(LjungBox.name)), ("statistic", .number(test.q)),
              ("df", .array(test.degreesOfFreedom.map { .number($0) })), ("p", .number(test.p)),
            ])
          ])
        ))
    }
    return fields
  }

  private var partialReason: String? {
    if case .failure(let error) = partial { error.reason } else { nil }
  }
}
