import Frame

/// The lines of a slope chart: one value a moment, the mean where several rows share it.
struct SlopeLines: Hashable, Sendable {
  /// One line before it has a place.
  struct Line: Hashable, Sendable {
    let panel: Int
    let group: Int
    /// The values by moment, nil where no row has one.
    let values: [Double?]

    /// The value at the first moment of all, nil where the line lacks it.
    var start: Double? { values.first ?? nil }
    /// The value at the last moment of all, nil where the line lacks it.
    var end: Double? { values.last ?? nil }
    /// How much it rises over all moments, nil where it lacks an end.
    var change: Double? {
      guard values.count > 1, let start, let end, (end - start).isFinite else { return nil }
      return end - start
    }
  }

  /// The moments in their order along x.
  let moments: [Value]
  let lines: [Line]
  /// How many values are means of several rows.
  let shared: Int

  /// More moments than these are a course, not a comparison.
  static let mostMoments = 200

  /// Whether there are too many moments, so that there are no lines.
  var areTooMany: Bool { moments.count > SlopeLines.mostMoments }

  init(_ layer: Layer) {
    let moments = SlopeLines.moments(layer)
    guard moments.count <= SlopeLines.mostMoments else {
      (self.moments, lines, shared) = (moments, [], 0)
      return
    }
    let indices = Dictionary(
      moments.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let ys = layer.numbers(.y)
    let places = layer.rows[.x]?.column
    var shared = 0
    lines = layer.series.compactMap { series in
      var found = Array(repeating: [Double](), count: moments.count)
      for row in series.rows where ys[row].isFinite {
        guard let place = places?[row], let moment = indices[place] else { continue }
        found[moment].append(ys[row])
      }
      shared += found.count { $0.count > 1 }
      guard found.contains(where: { !$0.isEmpty }) else { return nil }
      return Line(panel: series.panel, group: series.group, values: found.map(SlopeLines.mean))
    }
    (self.moments, self.shared) = (moments, shared)
  }

  /// How many lines a panel shows at most.
  var mostInPanel: Int {
    Dictionary(grouping: lines, by: \.panel).values.map(\.count).max() ?? 0
  }

  /// How many lines lack a value at the first or the last moment.
  var broken: Int { lines.count { $0.start == nil || $0.end == nil } }

  /// The mean, safe from overflow; nil of nothing.
  private static func mean(_ numbers: [Double]) -> Double? {
    numbers.isEmpty ? nil : numbers.map { $0 / Double(numbers.count) }.reduce(0, +)
  }

  /// The moments as their axis orders them.
  private static func moments(_ layer: Layer) -> [Value] {
    guard let x = layer.rows[.x] else { return [] }
    let arranged = CategoryOrdering.arranged(x.column.distinctValues, settings: x.settings)
    guard let sort = x.settings.sort, sort.key == .measure else { return arranged }
    let totals = CategoryOrdering.totals(x.column, layer.numbers(.y))
    return CategoryOrdering.byMeasure(arranged, totals, isDescending: sort.isDescending)
  }
}
