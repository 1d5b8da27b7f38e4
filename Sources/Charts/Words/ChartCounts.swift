import JSON

/// How many rows a chart shows and leaves out, for `results.json`.
struct ChartCounts {
  private let chart: TrainedChart
  /// How many rows, or groups of rows, each layer shows.
  private let points: [Int]
  /// How many rows lie beyond an axis.
  private let beyond: Int

  init(_ chart: TrainedChart, _ words: ChartWords, beyond: Int) {
    (self.chart, self.beyond) = (chart, beyond)
    points = chart.layers.indices.map { words.points(ofLayer: $0) }
  }

  /// The counts of the chart, and of each layer where there are several.
  ///
  /// Layers of one query show the same rows, of which the most count; layers of several queries are
  /// added up.
  var results: [(key: String, value: JSONValue)] {
    let rows = chart.layers.map(\.rows)
    let queries = rows.map(\.query)
    let shown = queries.unique.reduce(0) { sum, query in
      sum + (queries.indices.filter { queries[$0] == query }.map { points[$0] }.max() ?? 0)
    }
    var results: [(key: String, value: JSONValue)] = [
      ("points", .count(shown)), ("dropped", .count(LeftOut.rows(of: rows))),
    ]
    if beyond > 0 { results.append(("beyond_axis", .count(beyond))) }
    if chart.facets.isFaceted { results.append(("panels", .count(chart.facets.count))) }
    if rows.count > 1 { results.append(("layers", .array(rows.indices.map(layer)))) }
    return results
  }

  private func layer(_ index: Int) -> JSONValue {
    let leftOut = chart.layers[index].rows.leftOut
    return .object([
      ("mark", .string(type(of: chart.marks[index]).name)), ("points", .count(points[index])),
      ("dropped", .count(leftOut.rows)),
    ])
  }
}
