import Drawing
import Frame
import JSON

/// Straight lines between a few moments, one a colour category, with names and values at both ends.
struct SlopeMark: Mark {
  static let name = "slope"
  static let needs: [Channel] = [.x, .y]
  static let takes: [Channel] = [.color]
  static let measures: [[Channel]] = [[.y]]
  static let sample = LegendSample.line
  static let traits: MarkTraits = [.needsNoGrid, .writesItsValues, .seesBeyondDomain]

  let layer: Layer
  let slopes: SlopeLines

  static func namedSide(_ rows: LayerRows) -> Side? { .x }

  init(_ layer: Layer, _ settings: NoSettings) {
    self.layer = layer
    slopes = SlopeLines(layer)
  }

  func demand(_ side: Side) -> AxisDemand {
    guard side == .y else { return AxisDemand(layer.rows[.x], asBands: true) }
    var demand = AxisDemand(
      range: AxisDemand.range(slopes.lines.flatMap { $0.values.compactMap(\.self) }))
    demand.isTight = true
    if slopes.moments.count > 2, let range = demand.range {
      // Values of the moments between stand above and below their dots.
      let room = (range.upperBound / 2 - range.lowerBound / 2) * 0.15
      let (low, high) = (range.lowerBound - room, range.upperBound + room)
      if low.isFinite, high.isFinite { demand.range = low...high }
    }
    return demand
  }

  /// High enough for a line of words at each end of every line.
  func panelHeight(width: Points) -> Points? {
    let natural = layer.panelCount > 1 ? max(86, min(160, width * 0.62)) : 120 + width * 0.16
    return max(natural, min(500, Points(Double(slopes.mostInPanel) * 10.5 + 8)))
  }

  func draw(in panel: Panel) -> [SceneElement] {
    guard let bands = panel.x.bands else { return [] }
    let places = slopes.moments.map { bands.place($0) }
    let rules = places.filter(\.isFinite).map { place -> SceneElement in
      let line = [
        Point(x: Points(place), y: panel.frame.y), Point(x: Points(place), y: panel.frame.maxY),
      ]
      return .path(
        .polyline(line), fill: nil, stroke: Stroke(panel.context.theme.rule, width: 0.5))
    }
    let lines = slopes.lines.filter { $0.panel == panel.index }
    // Grey lines lie under those that have a colour.
    let ordered = lines.filter { isPooled($0) } + lines.filter { !isPooled($0) }
    return rules + ordered.flatMap { draw($0, places, panel) }
      + SlopeLabels(self, lines, places, panel).elements
  }

  private func draw(_ line: SlopeLines.Line, _ places: [Double], _ panel: Panel) -> [SceneElement] {
    let points = points(line, places, panel)
    let paint = layer.colors.paint(line.group).opacity(isPooled(line) ? 0.6 : 1)
    let dashes = panel.dashes(line.group)
    let stroke = Stroke(
      paint, width: isPooled(line) ? 0.9 : 1.6, dashes: dashes,
      ending: dashes.isEmpty ? .round : .butt)
    return [
      .path(Path(brokenAtGaps: points), fill: nil, stroke: stroke),
      .dots(
        points.compactMap(\.self), shape: .circle, radius: isPooled(line) ? 1.6 : 2.4, paint: paint),
    ]
  }

  /// The places of a line's values, nil where it has none.
  func points(_ line: SlopeLines.Line, _ places: [Double], _ panel: Panel) -> [Point?] {
    zip(line.values, places).map { value, place in
      guard let value, place.isFinite else { return nil }
      let level = panel.y.place(value)
      return level.isFinite ? Point(x: Points(place), y: Points(level)) : nil
    }
  }

  /// Whether a line shares the grey of the many without a colour of their own.
  func isPooled(_ line: SlopeLines.Line) -> Bool {
    layer.colors.categories.indices.contains(line.group)
      && layer.colors.categories[line.group].isPooled
  }

  func hindrance(in words: Words) -> String? {
    guard slopes.areTooMany else { return nil }
    return "slopes join at most \(SlopeLines.mostMoments) moments, and there are "
      + "\(words.count(slopes.moments.count)); 'mark: line' joins any number"
  }

  func endLabels(in words: Words) -> [EndLabel] {
    let categories = layer.colors.categories
    guard !categories.isEmpty else { return [] }
    return slopes.lines.compactMap { line in
      // A name at the edge would say that the line ends there.
      guard let level = line.end else { return nil }
      return EndLabel(
        group: line.group, name: categories[line.group].label,
        value: words.number(level, like: layer.rows[.y]),
        level: level,
        paint: layer.colors.paint(line.group))
    }
  }

  func tips(in panel: Panel) -> [Tip] {
    guard let bands = panel.x.bands,
      slopes.lines.count * slopes.moments.count <= Tip.most
    else { return [] }
    let words = Words(formatter: panel.context.formatter)
    let places = slopes.moments.map { bands.place($0) }
    return slopes.lines.filter { $0.panel == panel.index }.flatMap { line in
      points(line, places, panel).enumerated().compactMap { moment, point in
        point.map { Tip(at: $0, reach: 5, text: tip(line, moment, words)) }
      }
    }
  }

  private func tip(_ line: SlopeLines.Line, _ moment: Int, _ words: Words) -> String {
    let (x, y) = (layer.rows[.x], layer.rows[.y])
    let value = line.values[moment].map { words.number($0, like: y) } ?? ""
    return words.tip(
      [
        (nil, name(line)), (nil, words.category(slopes.moments[moment], like: x)),
        (y?.label, value),
      ].filter { !$0.1.isEmpty })
  }

  /// What the line stands for, empty where there is only one.
  func name(_ line: SlopeLines.Line) -> String {
    let categories = layer.colors.categories
    return categories.indices.contains(line.group) ? categories[line.group].label : ""
  }
}
