import Drawing

/// Draws the axes of one panel: hairlines to read along, the base line in ink, ticks and labels.
struct AxisDrawing {
  let frame: Rectangle
  let x: Axis
  let y: Axis
  let context: DrawingContext
  /// Whether hairlines lie behind the marks; cells of a heat map hide them anyway.
  let hasGrid: Bool
  /// Whether the base line lies at 0, from which marks are read, and not at the edge of the panel.
  var readsFromZero = true
  /// Whether hairlines lead from the names of y along their bands.
  var hasRowLines = false

  static let tickLength: Points = 3
  static let labelGap: Points = 6

  private var theme: Theme { context.theme }
  private var hairline: Stroke { Stroke(theme.rule, width: 0.5) }
  private var ink: Stroke { Stroke(theme.ink, width: 0.8) }
  /// Whether lengths run to the right, so that the hairlines stand upright.
  private var isLying: Bool { y.scale.bands != nil && x.scale.numbers != nil }

  /// What lies behind the marks.
  var behind: [SceneElement] {
    guard hasGrid else { return [] }
    let lines =
      isLying
      ? x.ticks.map { upright(x.place($0)) }
      : y.scale.bands == nil ? y.ticks.map { lying(y.place($0)) } : []
    let dotted = Stroke(theme.rule, width: 0.8, dashes: [0.8, 2.4])
    let rows = hasRowLines && isLying ? y.ticks.map { lying(y.place($0)) } : []
    let elements =
      lines.map { SceneElement.path($0, fill: nil, stroke: hairline) }
      + rows.map { SceneElement.path($0, fill: nil, stroke: dotted) }
    return elements.isEmpty ? [] : [.group(SceneGroup(elements, role: "grid"))]
  }

  /// The line that lengths are read from, over the marks' feet.
  var base: [SceneElement] {
    guard hasGrid else { return [] }
    let zero = readsFromZero ? zero(isLying ? x : y) : nil
    let line = isLying ? upright(zero ?? frame.x.value) : lying(zero ?? frame.maxY.value)
    return [.group(SceneGroup([.path(line, fill: nil, stroke: ink)], role: "base"))]
  }

  /// Ticks and labels under the panel.
  func xLabels() -> [SceneElement] {
    let isBand = x.scale.bands != nil
    let font = x.font
    let top = frame.maxY + (isBand ? 3 : AxisDrawing.tickLength + 2)
    let ascent = context.measuring.extent(of: "0", font: font).ascent
    let deeper = x.depthBeyondOneLine(context.measuring)
    var elements = isLying ? [] : minorTicks
    for tick in x.ticks {
      let place = Points(x.place(tick))
      if !isBand, !isLying {
        let foot = [
          Point(x: place, y: frame.maxY), Point(x: place, y: frame.maxY + AxisDrawing.tickLength),
        ]
        elements.append(.path(.polyline(foot), fill: nil, stroke: ink))
      }
      let paint = isBand ? theme.ink : theme.grey
      elements += xLabel(tick, at: Point(x: place, y: top), paint)
      if let second = tick.context {
        let small = isBand ? font.size(7) : font
        elements.append(
          .text(
            TextRun(second, font: small, paint: isBand ? theme.quiet : theme.grey),
            at: Point(x: place, y: top + ascent + deeper + AxisDrawing.secondRow), anchor: .middle,
            rotation: 0))
      }
    }
    return [.group(SceneGroup(elements, role: "axis-x"))]
  }

  static let secondRow: Points = 10.5

  /// A label under the panel, from a point at its middle and top: in lines, in its row, or turned.
  private func xLabel(_ tick: Tick, at top: Point, _ paint: Paint) -> [SceneElement] {
    let ascent = context.measuring.extent(of: "0", font: x.font).ascent
    func text(_ text: String, _ x: Points, _ y: Points, _ anchor: TextAnchor) -> SceneElement {
      .text(
        TextRun(text, font: self.x.font, paint: paint), at: Point(x: x, y: y), anchor: anchor,
        rotation: self.x.rotation)
    }
    if x.rotation != 0 { return [text(tick.label, top.x + ascent * 0.36, top.y, .end)] }
    return tick.lines.enumerated().map { line, words in
      let below = BandLabels.lineStep * Double(tick.row + line)
      return text(words, top.x, top.y + ascent + below, .middle)
    }
  }

  /// Short strokes at places that have no label.
  private var minorTicks: [SceneElement] {
    x.minor.compactMap { value in
      guard let place = x.scale.numbers?.place(value), place.isFinite else { return nil }
      let stroke = [
        Point(x: Points(place), y: frame.maxY), Point(x: Points(place), y: frame.maxY + 1.75),
      ]
      return .path(.polyline(stroke), fill: nil, stroke: Stroke(theme.grey, width: 0.5))
    }
  }

  /// Labels left of the panel: numbers end at it, names begin at the chart's left edge.
  func yLabels(names: Points) -> [SceneElement] {
    let font = y.font
    let isBand = y.scale.bands != nil
    let end = frame.x - AxisDrawing.labelGap
    let elements = y.ticks.flatMap { tick -> [SceneElement] in
      let extent = context.measuring.extent(of: tick.label, font: font)
      let above = BandLabels.lineStep * (Double(tick.lines.count - 1) / 2)
      let first = Points(y.place(tick)) + extent.ascent * 0.36 - above
      return tick.lines.enumerated().map { line, words in
        let run = TextRun(words, font: font, paint: isBand ? theme.ink : theme.grey)
        let baseline = first + BandLabels.lineStep * Double(line)
        return .text(
          run, at: Point(x: isBand ? names : end, y: baseline), anchor: isBand ? .start : .end,
          rotation: 0)
      }
    }
    return [.group(SceneGroup(elements, role: "axis-y"))]
  }

  private func zero(_ axis: Axis) -> Double? {
    guard let scale = axis.scale.numbers, scale.transform != .log, scale.transform != .time,
      scale.contains(0)
    else { return nil }
    return scale.place(0)
  }

  private func upright(_ x: Double) -> Path {
    .polyline([Point(x: Points(x), y: frame.y), Point(x: Points(x), y: frame.maxY)])
  }

  private func lying(_ y: Double) -> Path {
    .polyline([Point(x: frame.x, y: Points(y)), Point(x: frame.maxX, y: Points(y))])
  }
}
