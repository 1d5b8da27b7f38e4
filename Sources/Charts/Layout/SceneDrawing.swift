import Drawing
import Frame

/// Puts all pieces of a chart into its scene.
struct SceneDrawing {
  let chart: TrainedChart
  let guides: Guides
  let layout: PanelLayout
  let context: DrawingContext

  /// The scene: legend, then each panel from back to front, then the labels at its right.
  var scene: Scene {
    let panels = layout.panels.flatMap { placed -> [SceneElement] in
      let elements = draw(placed)
      return layout.panels.count == 1
        ? elements : [.group(SceneGroup(elements, role: "panel-\(placed.index + 1)"))]
    }
    return Scene(size: layout.size, elements: guides.legend.elements + panels + titles)
  }

  /// What the sides measure: of y above the panels, of x at the right under them.
  private var titles: [SceneElement] {
    func title(_ text: String?, at point: Point, _ anchor: TextAnchor) -> [SceneElement] {
      guard let text else { return [] }
      let fitted = context.measuring.fitted(text, context.theme.label, width: layout.size.width)
      let run = TextRun(fitted, font: context.theme.label, paint: context.theme.grey)
      return [.text(run, at: point, anchor: anchor, rotation: 0)]
    }
    guard let right = layout.panels.map(\.frame.maxX).max() else { return [] }
    let elements =
      title(
        chart.title(.y), at: Point(x: 0, y: guides.legend.height + 8), .start)
      + title(chart.title(.x), at: Point(x: right, y: layout.size.height - 2.5), .end)
    return elements.isEmpty ? [] : [.group(SceneGroup(elements, role: "axis-titles"))]
  }

  private func draw(_ placed: PanelLayout.Placed) -> [SceneElement] {
    var (x, y) = layout.axes(of: placed)
    x = counted(x, panel: placed.index)
    let panel = layout.panel(placed, of: chart, in: context)
    let axes = AxisDrawing(
      frame: placed.frame, x: x, y: y, context: context, hasGrid: chart.hasGrid)
    let marks = SceneElement.group(
      SceneGroup(chart.marks.flatMap { $0.draw(in: panel) }, role: "marks"))
    return axes.behind + [marks] + axes.base + (placed.showsX ? axes.xLabels() : [])
      + (placed.showsY ? axes.yLabels(names: 0) : []) + head(placed)
      + guides.endLabels.draw(beside: placed.frame, y: y.scale)
  }

  /// The axis with the count of values under each name.
  private func counted(_ axis: Axis, panel: Int) -> Axis {
    let counts = chart.counts(panel: panel)
    guard !counts.isEmpty, let bands = axis.scale.bands else { return axis }
    let room = Points(abs(bands.step) - 3)
    let small = context.theme.label.size(7)
    let ticks = axis.ticks.map { tick -> Tick in
      guard let count = counts[bands.values[Int(tick.value)]] else { return tick }
      let words = ["n = \(chart.words.count(count))", chart.words.count(count)]
      let fitting = words.first {
        context.measuring.extent(of: $0, font: small).width <= room
      }
      return Tick(tick.value, tick.label, context: fitting)
    }
    return Axis(plan: axis.plan, scale: axis.scale, ticks: ticks)
  }

  private func head(_ placed: PanelLayout.Placed) -> [SceneElement] {
    guard let head = placed.head else { return [] }
    let font = context.theme.label.weight(600)
    let text = context.measuring.fitted(head, font, width: placed.frame.width)
    let run = TextRun(text, font: font, paint: context.theme.ink)
    let place = Point(x: placed.frame.x, y: placed.frame.y - 8)
    return [
      .group(SceneGroup([.text(run, at: place, anchor: .start, rotation: 0)], role: "head"))
    ]
  }
}
