import Drawing
import Frame

/// Puts all pieces of a chart into its scene.
struct SceneDrawing {
  let chart: TrainedChart
  let guides: Guides
  let layout: PanelLayout
  let context: DrawingContext

  /// A scene for each page: legend, then each panel from back to front, then the labels at its
  /// right.
  var scenes: [Scene] {
    let tips = tips
    return layout.sheets.indices.map { sheet in
      let placed = layout.panels.filter { $0.sheet == sheet }
      let panels = placed.flatMap { placed -> [SceneElement] in
        let elements = draw(placed)
        return layout.panels.count == 1
          ? elements : [.group(SceneGroup(elements, role: "panel-\(placed.index + 1)"))]
      }
      let first =
        sheet == 0
        ? guides.legend.elements
        : continued(placed) + guides.legend.elements(under: PanelLayout.continuedRow)
      return Scene(
        size: layout.sheets[sheet],
        elements: first + panels + rowHeads(sheet) + titles(sheet, placed),
        tips: placed.flatMap { tips[$0.index] })
    }
  }

  /// What the pointer tells in each panel; nothing where there are more shapes than it can find.
  private var tips: [[Tip]] {
    let tips = layout.panels.sorted { $0.index < $1.index }.map { placed in
      let panel = layout.panel(placed, of: chart, in: context)
      let tips = chart.marks.flatMap { $0.tips(in: panel) }
      return isCut ? tips.filter { $0.area.meets(placed.frame) } : tips
    }
    let count = tips.reduce(0) { $0 + $1.count }
    return count <= Tip.most ? tips : tips.map { _ in [] }
  }

  /// What the sides measure: of y above the panels, of x at the right under them.
  private func titles(_ sheet: Int, _ placed: [PanelLayout.Placed]) -> [SceneElement] {
    let size = layout.sheets[sheet]
    func title(_ text: String?, at point: Point, _ anchor: TextAnchor) -> [SceneElement] {
      guard let text else { return [] }
      let fitted = context.measuring.fitted(text, context.theme.label, width: size.width)
      let run = TextRun(fitted, font: context.theme.label, paint: context.theme.grey)
      return [.text(run, at: point, anchor: anchor, rotation: 0)]
    }
    guard let right = placed.map(\.frame.maxX).max() else { return [] }
    let top = guides.legend.height + (sheet == 0 ? 0 : PanelLayout.continuedRow)
    let elements =
      title(chart.title(.y, unit: layout.unit(.y)), at: Point(x: 0, y: top + 8), .start)
      + title(
        chart.title(.x, unit: layout.unit(.x)), at: Point(x: right, y: size.height - 2.5), .end)
    return elements.isEmpty ? [] : [.group(SceneGroup(elements, role: "axis-titles"))]
  }

  /// Which of the panels a further page shows.
  private func continued(_ placed: [PanelLayout.Placed]) -> [SceneElement] {
    guard let first = placed.first, let last = placed.last else { return [] }
    let words = chart.words
    let all = words.count(layout.panels.count)
    let text =
      chart.facets.grid == nil
      ? "Continued: panels \(words.count(first.index + 1)) to \(words.count(last.index + 1)) of \(all)"
      : "Continued: \(words.count(placed.count)) of \(all) panels"
    let font = context.theme.label
    let fitted = context.measuring.fitted(text, font, width: layout.sheets[0].width)
    let run = TextRun(fitted, font: font, paint: context.theme.quiet)
    return [
      .group(
        SceneGroup(
          [.text(run, at: Point(x: 0, y: 8), anchor: .start, rotation: 0)], role: "continued"))
    ]
  }

  private func rowHeads(_ sheet: Int) -> [SceneElement] {
    let font = context.theme.label.weight(600)
    return layout.rowHeads.filter { $0.sheet == sheet }.map { head in
      let text = context.measuring.fitted(head.text, font, width: layout.sheets[sheet].width)
      let run = TextRun(text, font: font, paint: context.theme.ink)
      let place = Point(x: 0, y: head.baseline)
      return .group(
        SceneGroup([.text(run, at: place, anchor: .start, rotation: 0)], role: "head"))
    }
  }

  private func draw(_ placed: PanelLayout.Placed) -> [SceneElement] {
    var (x, y) = layout.axes(of: placed)
    if placed.showsX { x = counted(x, panel: placed.index) }
    let panel = layout.panel(placed, of: chart, in: context)
    let axes = AxisDrawing(
      frame: placed.frame, x: x, y: y, context: context, hasGrid: chart.hasGrid,
      readsFromZero: chart.readsFromZero, hasRowLines: chart.hasRowLines)
    let drawn = chart.marks.flatMap { mark -> [SceneElement] in
      let elements = mark.draw(in: panel)
      let isBeyond = type(of: mark).traits.contains(.standsBeyondAxis)
      return isCut && !isBeyond ? MarksCut(frame: placed.frame)(elements) : elements
    }
    var group = SceneGroup(drawn, role: "marks")
    group.room = placed.frame
    let marks = SceneElement.group(group)
    return axes.behind + [marks] + axes.base + (placed.showsX ? axes.xLabels() : counts(placed, x))
      + (placed.showsY ? axes.yLabels(names: placed.frame.x - layout.labelRoom) : []) + head(placed)
      + guides.endLabels.draw(
        beside: chart.endFrame(placed.frame, x.scale), x: x.scale, y: y.scale)
  }

  /// Whether marks may reach beyond their panel: the author ended an axis, a scale cannot hold all,
  /// or scales differ and a curve was computed over all panels.
  private var isCut: Bool {
    [chart.axes.x, chart.axes.y].contains { $0.isFree || $0.plans.contains(where: \.isLimited) }
  }

  private func head(_ placed: PanelLayout.Placed) -> [SceneElement] {
    guard let head = placed.head else { return [] }
    // In a grid the columns' heads stand under those of the first row.
    let font =
      chart.facets.grid?.rowHeads.first.flatMap(\.self) == nil
      ? context.theme.label.weight(600) : context.theme.label
    let text = context.measuring.fitted(head, font, width: placed.frame.width)
    let run = TextRun(text, font: font, paint: context.theme.ink)
    let place = Point(x: placed.frame.x, y: placed.frame.y - 8)
    return [
      .group(SceneGroup([.text(run, at: place, anchor: .start, rotation: 0)], role: "head"))
    ]
  }
}
