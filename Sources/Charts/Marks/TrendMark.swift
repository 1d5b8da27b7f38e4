import Drawing
import Formatting
import Frame
import JSON
import Statistics

/// The trend of a layer of points: one curve a panel and colour category, fitted to the numbers
/// themselves.
///
/// The curve drawn, the equation printed and the alt text read the same fit.
struct TrendMark: Mark {
  static let name = "trend"
  static let needs: [Channel] = [.x, .y]
  static let measures: [[Channel]] = [[.x], [.y]]
  static let sample = LegendSample.line

  private let layer: Layer
  private let settings: TrendSettings
  private let fits: [Fit]

  /// One curve.
  private struct Fit: Sendable {
    let panel: Int
    let group: Int
    let rows: Int
    let curve: Curve
  }

  private enum Curve: Sendable {
    case line(LinearFit)
    case smooth(x: [Double], y: [Double], n: Int)
    case none(StatisticsError)
  }

  init(_ layer: Layer, _ settings: TrendSettings) {
    self.layer = layer
    self.settings = settings
    let (xs, ys) = (layer.numbers(.x), layer.numbers(.y))
    let weights = layer.rows[.weight]?.column.doubles
    fits = layer.series.map { series in
      let (x, y) = (series.rows.map { xs[$0] }, series.rows.map { ys[$0] })
      let curve = TrendMark.curve(
        settings.kind, x, y, weights.map { all in series.rows.map { all[$0] } })
      return Fit(panel: series.panel, group: series.group, rows: series.rows.count, curve: curve)
    }
  }

  private static func curve(_ kind: TrendKind, _ x: [Double], _ y: [Double], _ weights: [Double]?)
    -> Curve
  {
    do throws(StatisticsError) {
      switch kind {
      case .linear: return .line(try LinearFit(x, y, weights: weights))
      case .loess:
        let fit = try Loess(x, y)
        return .smooth(x: fit.positions, y: fit.heights, n: fit.n)
      case .moving_average:
        let order = x.indices.sorted { (x[$0], $0) < (x[$1], $1) }
        let average = try MovingAverage(order.map { y[$0] }, window: averageWindow)
        return .smooth(x: order.map { x[$0] }, y: average.values, n: x.count)
      }
    } catch {
      return .none(error)
    }
  }

  /// How many rows a moving average as a trend spans: a week of days.
  private static let averageWindow = 7

  func demand(_ side: Side) -> AxisDemand {
    guard side == .y else { return AxisDemand(range: nil) }
    return AxisDemand(range: AxisDemand.range(fits.flatMap { levels($0) }))
  }

  private func levels(_ fit: Fit) -> [Double] {
    switch fit.curve {
    case .line(let line): [line.predict(line.minX), line.predict(line.maxX)]
    case .smooth(_, let y, _): y
    case .none: []
    }
  }

  func draw(in panel: Panel) -> [SceneElement] {
    let shown = fits.filter { $0.panel == panel.index }
    // All bands first: a band must not veil another group's line.
    return shown.flatMap { band($0, panel) } + shown.flatMap { line($0, panel) }
  }

  private func line(_ fit: Fit, _ panel: Panel) -> [SceneElement] {
    let points: [Point?]
    switch fit.curve {
    case .line(let line):
      points = places(line, panel).map { place(x: $0, y: line.predict($0), panel) }
    case .smooth(let x, let y, _): points = zip(x, y).map { place(x: $0, y: $1, panel) }
    case .none: return []
    }
    let stroke = Stroke(layer.colors.paint(fit.group), width: 1.6, ending: .round)
    let path = Path(brokenAtGaps: points)
    let line = SceneElement.path(path, fill: nil, stroke: stroke)
    guard layer.rows.unshown != nil else { return [line] }
    // Over a density of its own colour a line needs an edge of paper to be seen.
    let edge = Stroke(panel.context.theme.paper, width: stroke.width + 1.8, ending: .round)
    return [.path(path, fill: nil, stroke: edge), line]
  }

  private func band(_ fit: Fit, _ panel: Panel) -> [SceneElement] {
    guard case .line(let line) = fit.curve, settings.interval != .none else { return [] }
    let range = panel.y.ends
    func edge(_ x: Double) -> Interval? {
      settings.interval == .prediction ? line.predictionBand(x) : line.confidenceBand(x)
    }
    func points(_ end: (Interval) -> Double) -> [Point] {
      places(line, panel).compactMap { x in
        guard let interval = edge(x), var point = place(x: x, y: end(interval), panel) else {
          return nil
        }
        // A wide band of few rows is cut at the panel's edges; the line itself never is.
        point.y = Points(
          max(min(range.start, range.end), min(max(range.start, range.end), point.y.value)))
        return point
      }
    }
    let outline = points(\.high) + points(\.low).reversed()
    guard outline.count > 3 else { return [] }
    let paint = layer.colors.paint(fit.group).opacity(0.22)
    return [.path(.polygon(outline), fill: paint, stroke: nil)]
  }

  /// Where the line is told: its ends, and between them as the band bends or the scale does.
  private func places(_ line: LinearFit, _ panel: Panel) -> [Double] {
    (0...32).map { line.minX + (line.maxX - line.minX) * (Double($0) / 32) }
  }

  private func place(x: Double, y: Double, _ panel: Panel) -> Point? {
    let (x, y) = (panel.x.place(x), panel.y.place(y))
    return x.isFinite && y.isFinite ? Point(x: Points(x), y: Points(y)) : nil
  }

  func endLabels(in words: Words) -> [EndLabel] {
    fits.compactMap { fit in
      guard case .line(let line) = fit.curve else { return smoothLabel(fit) }
      let slope = words.slope(line.slope, x: layer.rows[.x], y: layer.rows[.y])
      let r = line.r.map { " · r = \(words.formatter.number($0, decimals: 2))" } ?? ""
      let category = name(fit)
      return EndLabel(
        group: fit.group, name: category ?? slope, value: nil,
        detail: category == nil ? String(r.dropFirst(3)) : slope + r,
        level: line.predict(line.maxX), paint: layer.colors.paint(fit.group))
    }
  }

  private func smoothLabel(_ fit: Fit) -> EndLabel? {
    guard case .smooth(_, let y, _) = fit.curve, let last = y.last(where: \.isFinite),
      let name = name(fit)
    else { return nil }
    return EndLabel(group: fit.group, name: name, level: last, paint: layer.colors.paint(fit.group))
  }

  private func name(_ fit: Fit) -> String? {
    let categories = layer.colors.categories
    return categories.isEmpty ? nil : categories[fit.group].label
  }

  func story(in words: Words) -> Story {
    var story = Story(kind: "Trend", measure: "", unit: "", points: 0)
    story.methods = [method]
    for fit in fits.prefix(6) {
      guard case .line(let line) = fit.curve else { continue }
      let lead = name(fit).map { "\($0): " } ?? ""
      let numbers = statistics(line, words)
      if fits.count <= 4 { story.methods.append(lead + equation(line, words) + ", " + numbers) }
      let direction = line.slope > 0 ? "rises" : line.slope < 0 ? "falls" : "does not change"
      let (y, x) = (layer.rows[.y]?.label ?? "y", layer.rows[.x]?.label ?? "x")
      story.findings.append(
        "\(lead)\(words.inSentence(y)) \(direction) with \(words.inSentence(x)), \(numbers)")
    }
    let short = fits.filter { if case .none = $0.curve { true } else { false } }
    if !short.isEmpty {
      let names = short.compactMap(name).prefix(4).joined(separator: ", ")
      story.methods.append(names.isEmpty ? "No line: \(reason(short[0]))" : "No line for \(names)")
    }
    return story
  }

  private var method: String {
    switch settings.kind {
    case .linear where settings.interval == .none: "Lines: least squares"
    case .linear: "Lines: least squares with 95% \(settings.interval.rawValue) band"
    case .loess: "Lines: local regression (LOESS, span 0.75)"
    case .moving_average: "Lines: moving average of \(TrendMark.averageWindow) rows"
    }
  }

  private func reason(_ fit: Fit) -> String {
    if case .none(let error) = fit.curve { error.reason } else { "" }
  }

  private func equation(_ line: LinearFit, _ words: Words) -> String {
    let (y, x) = (layer.rows[.y]?.label ?? "y", layer.rows[.x]?.label ?? "x")
    if layer.rows[.x]?.isTime == true {
      return
        "\(words.inSentence(y)) changes by \(words.slope(line.slope, x: layer.rows[.x], y: layer.rows[.y]))"
    }
    let sign = line.slope < 0 ? "−" : "+"
    return "\(words.inSentence(y)) = \(words.number(line.intercept)) \(sign) "
      + "\(words.number(line.slope.magnitude)) × \(words.inSentence(x))"
  }

  private func statistics(_ line: LinearFit, _ words: Words) -> String {
    let r = line.r.map { "r = \(words.formatter.number($0, decimals: 2)), " } ?? ""
    let p = line.p.map { "\(words.formatter.pValue($0)), " } ?? ""
    return "\(r)\(p)n = \(words.count(line.n))"
  }

  var results: [(key: String, value: JSONValue)] {
    [("trend", .array(fits.map { .object(fields($0)) }))]
  }

  private func fields(_ fit: Fit) -> [(key: String, value: JSONValue)] {
    let categories = layer.colors.categories
    var fields: [(key: String, value: JSONValue)] = []
    if layer.panelCount > 1 { fields.append(("panel", .count(fit.panel + 1))) }
    fields.append(
      ("group", .string(categories.isEmpty ? nil : categories[fit.group].value.description)))
    switch fit.curve {
    case .line(let line):
      fields += [
        ("n", .count(line.n)), ("slope", .number(line.slope)),
        ("intercept", .number(line.intercept)),
        ("slope_std_error", .number(line.slopeStandardError)), ("r", .number(line.r)),
        ("p", .number(line.p)),
      ]
      if let reason = line.reason { fields.append(("reason", .string(reason.reason))) }
    case .smooth(_, _, let n):
      fields += [("n", .count(n)), ("kind", .string(settings.kind.rawValue))]
    case .none(let error):
      fields += [
        ("n", .count(fit.rows)), ("slope", .null), ("intercept", .null), ("slope_std_error", .null),
        ("r", .null), ("p", .null), ("reason", .string(error.reason)),
      ]
    }
    return fields
  }
}

extension Words {
  /// A slope a reader can picture: `+1.6 per 10 lb` rather than `+0.16`, a day where x is time.
  func slope(_ slope: Double, x: ChannelColumn?, y: ChannelColumn?) -> String {
    let sign = slope < 0 ? "−" : "+"
    if x?.isTime == true { return "\(sign)\(number(significant(slope * 86_400))) a day" }
    let size = slope.magnitude
    guard size > 0, size.isFinite else { return "±0" }
    let unit = x?.label.unit
    var step = 1.0
    while size * step < 1, step < 1e6 { step *= 10 }
    if unit == nil, step > 1000 || step == 1 { return "slope \(sign)\(number(significant(slope)))" }
    let per = step == 1 ? "a" : "per \(number(step))"
    return "\(sign)\(number(significant(slope * step))) \(per)\(unit.map { " \($0)" } ?? "")"
  }

  /// The magnitude to two significant digits, as much as a slope deserves in passing.
  private func significant(_ value: Double) -> Double {
    let size = value.magnitude
    guard size > 0, size.isFinite else { return 0 }
    let unit = powerOfTen(max(-300, magnitude(size) - 1))
    return (size / unit).rounded() * unit
  }
}

extension String {
  /// The unit that a label ends with in parentheses, such as `lb` of `Weight (lb)`.
  var unit: String? {
    guard hasSuffix(")"), let open = lastIndex(of: "(") else { return nil }
    let unit = self[index(after: open)..<index(before: endIndex)]
    return unit.isEmpty || unit.count > 12 ? nil : String(unit)
  }
}
