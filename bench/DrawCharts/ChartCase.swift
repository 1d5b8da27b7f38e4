import Dates
import Frame

/// One of the peers' cases, or a larger one of our own: its rows and its chart as a spec says it.
struct ChartCase: Sendable {
  let name: String
  let spec: String
  let rows: @Sendable () -> DataFrame
}

extension ChartCase {
  /// The cases, named as the peers' are; those of a million rows and more, but for the scatter, have no
  /// peer.
  static let all: [ChartCase] = [
    scatter("scatter_5k", 5_000), scatter("scatter_1M", 1_000_000),
    ChartCase(
      name: "line_100k", spec: chart("mark: line", "x: moment", "y: value", "height: 250")
    ) {
      readings(100_000)
    },
    ChartCase(
      name: "histogram_kde_100k",
      spec: chart(
        "layers: [{mark: histogram, x: x, measure: density}, {mark: density, x: x}]", "height: 250")
    ) {
      cloud(100_000, seed: 3)
    },
    ChartCase(
      name: "box_5x100k", spec: chart("mark: box", "x: group", "y: value", "height: 250")
    ) {
      boxes(of: 100_000)
    },
    ChartCase(
      name: "heatmap_20x20",
      spec: chart(
        "mark: rect", "x: a", "y: b", "color: {value: r, scale: diverging, domain: [-1, 1]}",
        "label: {value: r, format: '.2f'}", "height: 240")
    ) {
      correlations()
    },
    ChartCase(
      name: "grouped_bar_6x3",
      spec: chart(
        "mark: bar", "x: group", "y: mean", "color: series", "label: {value: mean, format: '.1f'}",
        "height: 250")
    ) {
      bars()
    },
    ChartCase(
      name: "facets_3x3_scatter_1k",
      spec: chart("mark: point", "x: x", "y: y", "facet: panel", "height: 66")
    ) {
      panels()
    },
    scatter("scatter_10M", 10_000_000),
    ChartCase(name: "line_1M", spec: chart("mark: line", "x: moment", "y: value", "height: 250")) {
      readings(1_000_000)
    },
    ChartCase(name: "histogram_1M", spec: chart("mark: histogram", "x: x", "height: 250")) {
      cloud(1_000_000, seed: 3)
    },
    ChartCase(
      name: "bar_1M", spec: chart("mark: bar", "x: group", "y: mean(value)", "height: 250")
    ) {
      boxes(of: 200_000)
    },
    ChartCase(name: "box_1M", spec: chart("mark: box", "x: group", "y: value", "height: 250")) {
      boxes(of: 200_000)
    },
    ChartCase(name: "ecdf_1M", spec: chart("mark: ecdf", "x: x", "height: 250")) {
      cloud(1_000_000, seed: 3)
    },
  ]

  private static func scatter(_ name: String, _ count: Int) -> ChartCase {
    ChartCase(name: name, spec: chart("mark: point", "x: x", "y: y", "height: 250")) {
      cloud(count, seed: 1)
    }
  }

  private static func chart(_ fields: String...) -> String {
    (["data: rows", "title: A chart"] + fields).joined(separator: "\n")
  }
}

/// Correlated normal x and y.
private func cloud(_ count: Int, seed: UInt64) -> DataFrame {
  var random = Normals(seed: seed)
  var (x, y) = ([Double](), [Double]())
  x.reserveCapacity(count)
  y.reserveCapacity(count)
  for _ in 0..<count {
    let place = random.next()
    x.append(place)
    y.append(0.6 * place + 0.8 * random.next())
  }
  return DataFrame([("x", Column(.double(x))), ("y", Column(.double(y)))])
}

/// A random walk, a step a minute.
private func readings(_ count: Int) -> DataFrame {
  var random = Normals(seed: 2)
  let start = Timestamp("2026-01-01 00:00:00")?.microseconds ?? 0
  var (level, levels) = (0.0, [Double]())
  for _ in 0..<count {
    level += random.next()
    levels.append(level)
  }
  let moments = (0..<count).map { Timestamp(microseconds: start + Int64($0) * 60_000_000) }
  return DataFrame([("moment", Column(.timestamp(moments))), ("value", Column(.double(levels)))])
}

/// Five groups of normal values, each a quarter higher than the last.
private func boxes(of count: Int) -> DataFrame {
  var (groups, values) = ([String](), [Double]())
  for (index, name) in ["A", "B", "C", "D", "E"].enumerated() {
    var random = Normals(seed: UInt64(10 + index))
    for _ in 0..<count { values.append(random.next() + Double(index) / 4) }
    groups += Array(repeating: name, count: count)
  }
  return DataFrame([("group", Column(.text(groups))), ("value", Column(.double(values)))])
}

private func correlations() -> DataFrame {
  var random = Normals(seed: 4)
  let rows = (0..<20).map { _ in (0..<60).map { _ in random.next() } }
  let pairs = (0..<400).map { ($0 / 20, $0 % 20) }
  func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
  let r = pairs.map { a, b in
    product(rows[a], rows[b]) / (product(rows[a], rows[a]) * product(rows[b], rows[b])).squareRoot()
  }
  return DataFrame([
    ("a", Column(texts: pairs.map { "column \($0.0)" })),
    ("b", Column(texts: pairs.map { "column \($0.1)" })), ("r", Column(.double(r))),
  ])
}

private func bars() -> DataFrame {
  var random = Normals(seed: 5)
  let pairs = (0..<18).map { ($0 / 6, $0 % 6) }
  return DataFrame([
    ("group", Column(texts: pairs.map { "group \($0.1 + 1)" })),
    ("series", Column(texts: pairs.map { "series \($0.0 + 1)" })),
    ("mean", Column(.double(pairs.map { _ in 10 + 50 * random.uniform() }))),
  ])
}

private func panels() -> DataFrame {
  let all = (0..<9).map { cloud(1_000, seed: UInt64(20 + $0)) }
  return DataFrame([
    ("panel", Column(texts: (0..<9_000).map { "panel \($0 / 1_000 + 1)" })),
    ("x", Column(.double(all.flatMap { $0["x"]?.doubles ?? [] }))),
    ("y", Column(.double(all.flatMap { $0["y"]?.doubles ?? [] }))),
  ])
}
