import Drawing
import Frame
import JSON
import Statistics

/// Ascending values against the quantiles of a distribution, with the line through the quartiles and
/// the band in which values of that distribution would lie.
struct QqMark: Mark {
  static let name = "qq"
  static let needs: [Channel] = [.y]
  static let takes: [Channel] = [.color]
  static let measures: [[Channel]] = [[.y]]
  static let sumsUp: [Channel] = [.y]
  static let sample = LegendSample.dot
  static let traits: MarkTraits = [.hasNoZero, .seesBeyondDomain]

  private let settings: QuantileSettings
  private let series: ValueSeries
  private let plots: [Plot]
  private let failed: [(entry: ValueSeries.Entry, reason: String)]
  /// Whether logarithms are held against the distribution, as the scale shows them.
  private let isLog: Bool

  /// One series against its line.
  fileprivate struct Plot: Sendable {
    let entry: ValueSeries.Entry
    let qq: QuantileQuantile
    /// Places between which the reference moves by no more than can be seen, ends included.
    let places: [Int]
    /// The quantile of the reference at each of the places.
    let theoretical: [Double]
    let band: [ClosedRange<Double>]
    /// How many of the values lie outside the band; nil without one.
    let outside: Int?
  }

  init(_ layer: Layer, _ settings: QuantileSettings) {
    self.settings = settings
    series = ValueSeries(layer, .y)
    let isLog = layer.rows[.y]?.transform == .log
    self.isLog = isLog
    var (plots, failed): ([Plot], [(entry: ValueSeries.Entry, reason: String)]) = ([], [])
    for entry in series.all {
      do throws(StatisticsError) {
        let qq = try QuantileQuantile(
          isLog ? entry.values.map(logarithm) : entry.values, against: settings.distribution,
          level: settings.band.level)
        plots.append(QqMark.plot(entry, qq, hasBand: settings.band.band != .none))
      } catch {
        failed.append((entry, error.reason))
      }
    }
    (self.plots, self.failed) = (plots, failed)
  }

  /// More places than this are no finer than a page can show.
  private static let mostPlaces = 1500

  private static func plot(_ entry: ValueSeries.Entry, _ qq: QuantileQuantile, hasBand: Bool)
    -> Plot
  {
    let places = QqMark.places(qq)
    let band = hasBand ? places.map(qq.band) : []
    let isWhole = places.count == qq.n
    let outside = zip(places, band).count { !$1.contains(qq.values[$0]) }
    return Plot(
      entry: entry, qq: qq, places: places, theoretical: places.map(qq.theoretical), band: band,
      outside: hasBand && isWhole ? outside : nil)
  }

  /// All places of a few values; of many, all of both tails and between them as many as the reference
  /// can tell apart.
  private static func places(_ qq: QuantileQuantile) -> [Int] {
    guard qq.n > mostPlaces else { return Array(0..<qq.n) }
    let tail = 100
    let (low, high) = (qq.theoretical(tail), qq.theoretical(qq.n - 1 - tail))
    let step = (high - low) / Double(mostPlaces - 2 * tail)
    var places = Array(0..<tail)
    var next = tail
    while next < qq.n - tail {
      places.append(next)
      // The first place whose quantile is a step further.
      let wanted = qq.theoretical(next) + step
      var (a, b) = (next + 1, qq.n - tail)
      while a < b {
        let middle = (a + b) / 2
        if qq.theoretical(middle) >= wanted { b = middle } else { a = middle + 1 }
      }
      next = a
    }
    return places + Array(qq.n - tail..<qq.n)
  }

  func demand(_ side: Side) -> AxisDemand {
    if side == .x {
      return AxisDemand(
        range: AxisDemand.range(
          plots.flatMap { [$0.theoretical.first, $0.theoretical.last] }
            .compactMap { $0 }))
    }
    return AxisDemand(range: AxisDemand.range(plots.flatMap { $0.qq.values.ends.map(level) }))
  }

  func draw(in panel: Panel) -> [SceneElement] {
    let shown = plots.filter { $0.entry.panel == panel.index }
    return shown.compactMap { band($0, panel) } + shown.map { line($0, panel) }
      + shown.map { dots($0, panel) }
  }

  /// A height of the plot in the unit of the scale.
  private func level(_ height: Double) -> Double { isLog ? raisedTen(height) : height }

  private func point(_ x: Double, _ y: Double, _ panel: Panel) -> Point? {
    let (x, y) = (panel.x.place(x), panel.y.place(level(y)))
    let ends = panel.y.ends
    guard x.isFinite, y.isFinite else { return nil }
    // Band and line are cut at the panel's edges; dots beyond them are not drawn.
    return Point(
      x: Points(x),
      y: Points(max(min(ends.start, ends.end), min(max(ends.start, ends.end), y))))
  }

  private func band(_ plot: Plot, _ panel: Panel) -> SceneElement? {
    guard !plot.band.isEmpty else { return nil }
    let pairs = zip(plot.theoretical, plot.band)
    let upper = pairs.compactMap { point($0, $1.upperBound, panel) }
    let lower = pairs.compactMap { point($0, $1.lowerBound, panel) }
    let paint = series.layer.colors.paint(plot.entry.group).opacity(series.layer.wash(0.16))
    return .path(.polygon(upper + lower.reversed()), fill: paint, stroke: nil)
  }

  private func line(_ plot: Plot, _ panel: Panel) -> SceneElement {
    // Cut at the panel by height, so that it keeps its slope.
    let domain = panel.y.numbers?.domain ?? -.infinity...(.infinity)
    let heights =
      isLog && domain.lowerBound > 0
      ? logarithm(domain.lowerBound)...logarithm(domain.upperBound) : domain
    let ends = plot.theoretical.ends.map { end -> Double in
      let height = plot.qq.line(end)
      let held = max(heights.lowerBound, min(heights.upperBound, height))
      return held == height ? end : (held - plot.qq.intercept) / plot.qq.slope
    }
    let points = ends.compactMap { point($0, plot.qq.line($0), panel) }
    let paint = series.layer.colors.paint(plot.entry.group)
    return .path(.polyline(points), fill: nil, stroke: Stroke(paint, width: 0.9))
  }

  private func dots(_ plot: Plot, _ panel: Panel) -> SceneElement {
    let points = zip(plot.theoretical, plot.places).compactMap { quantile, place -> Point? in
      let value = plot.qq.values[place]
      guard panel.y.numbers?.contains(level(value)) ?? true else { return nil }
      return point(quantile, value, panel)
    }
    let opacity = series.layer.rows.opacity ?? (points.count > 300 ? 0.7 : 0.85)
    let paint = series.layer.colors.paint(plot.entry.group).opacity(opacity)
    return .dots(points, shape: .circle, radius: points.count > 300 ? 1.3 : 1.6, paint: paint)
  }

  func story(in words: Words) -> Story {
    let y = series.layer.rows[.y]
    let label = y?.label.oneLine ?? ""
    let name = settings.distribution.rawValue
    var story = Story(
      kind: "Quantile–quantile plot",
      measure: "\(label) against quantiles of the \(name) distribution",
      unit: series.unit(words), points: series.layer.rows.count)
    story.methods = [
      "Lines: through the quartiles\(isLog ? "; of logarithms, as the scale is logarithmic" : "")"
    ]
    if settings.band.band != .none {
      story.methods.append(
        "Bands: where each value by itself lies with probability \(words.level(settings.band.level)) "
          + "if the line holds (order statistics, Beta(k, n + 1 − k))")
    }
    if plots.contains(where: { $0.places.count < $0.qq.n }) {
      story.methods.append(
        "Of many values all of the tails and as many others as can be told apart are drawn")
    }
    story.methods += series.failures(failed, words).map { "No plot\($0)" }
    story.findings = plots.prefix(8).map { series.lead($0.entry, words) + finding($0, words) }
    return story
  }

  private func finding(_ plot: Plot, _ words: Words) -> String {
    let (low, high) = (plot.tail(atTop: false), plot.tail(atTop: true))
    let n = "n = \(words.count(plot.qq.n))"
    guard !plot.band.isEmpty else {
      return "the line rises by \(words.number(plot.qq.slope)) a unit, \(n)"
    }
    let tails = [
      low.map { "the lowest lie \($0) the band" }, high.map { "the highest lie \($0) the band" },
    ]
    .compactMap { $0 }
    let ends = tails.isEmpty ? "both ends lie within the band" : tails.joined(separator: ", ")
    guard let outside = plot.outside else { return "\(ends), \(n)" }
    return
      "\(words.count(outside)) of \(words.count(plot.qq.n)) values lie outside the band; \(ends)"
  }

  var results: [(key: String, value: JSONValue)] {
    var list = plots.map { plot -> JSONValue in
      var fields = series.key(plot.entry)
      fields += [("slope", .number(plot.qq.slope)), ("intercept", .number(plot.qq.intercept))]
      if let outside = plot.outside { fields.append(("outside_band", .count(outside))) }
      return .object(fields)
    }
    list += failed.map { .object(series.key($0.entry) + [("reason", .string($0.reason))]) }
    return [("qq", .array(list))]
  }
}

extension QqMark.Plot {
  /// Where most of the first or last twentieth of the values lie beside the band; nil within it.
  fileprivate func tail(atTop: Bool) -> String? {
    let count = max(1, places.count / 20)
    let tail = atTop ? places.indices.suffix(count) : places.indices.prefix(count)
    let above = tail.count { qq.values[places[$0]] > band[$0].upperBound }
    let below = tail.count { qq.values[places[$0]] < band[$0].lowerBound }
    return above * 2 > tail.count ? "above" : below * 2 > tail.count ? "below" : nil
  }
}

extension [Double] {
  /// The first and the last.
  fileprivate var ends: [Double] { [first, last].compactMap { $0 } }
}
