import Drawing

/// Where the panels lie, with their axes: what remains of the width when all words have their room.
struct PanelLayout: Sendable {
  /// One panel at its place.
  struct Placed: Sendable {
    let index: Int
    /// The page it stands on.
    let sheet: Int
    let frame: Rectangle
    let head: String?
    /// Whether the labels of x stand under it, and those of y left of it.
    let showsX: Bool
    let showsY: Bool
  }

  /// What stands above a row of panels, over its whole width.
  struct RowHead: Sendable {
    let sheet: Int
    let text: String
    /// The baseline of its words.
    let baseline: Points
  }

  let panels: [Placed]
  let rowHeads: [RowHead]
  /// The drawing's size on each page.
  let sheets: [Size]
  /// The room left of each panel that shows its labels of y.
  let labelRoom: Points
  /// How counts are worded under the names of several panels; nil where they are not told.
  let countWording: CountWording?
  /// The axes of panels at the origin; each panel has moved copies.
  private let xs: [Axis]
  private let ys: [Axis]
  private let chart: TrainedChart
  private let dashesCategories: Bool
  private let shapesCategories: Bool

  static let head: Points = 15
  static let titleRow: Points = 12
  /// The line that says how a further page goes on.
  static let continuedRow: Points = 14

  init(_ chart: TrainedChart, _ guides: Guides, width: Points, context: DrawingContext) {
    let labels = chart.labelRoom(in: context)
    let right = chart.endRoom(guides.endLabels, width: width) + labels
    var margins = PanelMargins(right: right)
    margins.gap = max(margins.gap, labels + 8)
    var draft = PanelDraft(chart, guides, margins, width: width, context: context)
    // Labels decide the margins, and the margins how many labels there are: twice settles it.
    for _ in 0..<2 {
      margins.grow(for: draft, chart, context: context)
      draft = PanelDraft(chart, guides, margins, width: width, context: context)
    }
    // Words at the ends of lines reach into the last band, which the left margin makes narrower.
    let needed = chart.endRoom(guides.endLabels, width: width - margins.left) + labels
    if needed > margins.right {
      margins.right = needed
      draft = PanelDraft(chart, guides, margins, width: width, context: context)
    }
    // Where the new labels reach out further than the old ones did, margins may only grow.
    for _ in 0..<4 {
      let wider = margins.widened(for: draft, chart, context: context)
      if wider == margins { break }
      margins = wider
      draft = PanelDraft(chart, guides, margins, width: width, context: context)
    }
    self.chart = chart
    dashesCategories = guides.dashesCategories
    shapesCategories = guides.shapesCategories
    (xs, ys, labelRoom) = (draft.xs, draft.ys, margins.left)
    countWording = draft.countWording
    let cells = draft.grid.cells(rowsPerSheet: draft.rowsPerSheet)
    let frames = cells.map { cell in
      Rectangle(
        x: margins.left + (draft.width + margins.gap) * Double(cell.column),
        y: draft.top(ofSheet: cell.sheet) + (draft.height + draft.between) * Double(cell.row),
        width: draft.width, height: draft.height)
    }
    panels = cells.indices.map { index in
      Placed(
        index: index, sheet: cells[index].sheet, frame: frames[index],
        head: PanelLayout.head(index, cells[index], chart.facets),
        showsX: cells[index].isLowest || draft.hasOwnX,
        showsY: cells[index].column == 0 || draft.hasOwnY)
    }
    rowHeads = PanelLayout.rowHeads(cells, frames, chart.facets)
    sheets = (0...(cells.map(\.sheet).max() ?? 0)).map { sheet in
      // A column that ends above the last row carries its labels there, in the room of the next row.
      let bottoms = cells.indices.filter { cells[$0].sheet == sheet }.map { frames[$0].maxY }
      return Size(width: width, height: (bottoms.max() ?? 0) + draft.foot)
    }
  }

  private static func head(_ index: Int, _ cell: PanelGrid.Cell, _ facets: Facets) -> String? {
    guard let grid = facets.grid else { return facets.heads[index] }
    return cell.row == 0 ? grid.columnHeads[index % grid.columnHeads.count] : nil
  }

  private static func rowHeads(
    _ cells: [PanelGrid.Cell], _ frames: [Rectangle], _ facets: Facets
  ) -> [RowHead] {
    guard let grid = facets.grid else { return [] }
    let hasColumnHeads = grid.columnHeads.first.flatMap(\.self) != nil
    return cells.indices.compactMap { index in
      guard cells[index].column == 0, let text = grid.rowHeads[index / grid.columnHeads.count]
      else { return nil }
      let above = cells[index].row == 0 && hasColumnHeads ? head + 8 : 8
      return RowHead(sheet: cells[index].sheet, text: text, baseline: frames[index].y - above)
    }
  }

  /// What the labels of a side leave unsaid, told once.
  func unit(_ side: Side) -> String? { (side == .x ? xs : ys).first?.unit }

  /// A panel with all that its marks are drawn with.
  func panel(_ placed: Placed, of chart: TrainedChart, in context: DrawingContext) -> Panel {
    let (x, y) = axes(of: placed)
    return Panel(
      index: placed.index, frame: placed.frame, x: x.scale, y: y.scale,
      largestSize: chart.largestSize, context: context,
      dashesCategories: dashesCategories, shapesCategories: shapesCategories)
  }

  /// The axes moved to a panel.
  func axes(of panel: Placed) -> (x: Axis, y: Axis) {
    (
      xs[chart.axes.x.indices[panel.index]].moved(by: panel.frame.x),
      ys[chart.axes.y.indices[panel.index]].moved(by: panel.frame.y)
    )
  }
}
