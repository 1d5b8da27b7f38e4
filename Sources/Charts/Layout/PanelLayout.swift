import Drawing

/// Where the panels lie, with their axes: what remains of the width when all words have their room.
struct PanelLayout: Sendable {
  /// One panel at its place.
  struct Placed: Sendable {
    let index: Int
    let frame: Rectangle
    let head: String?
    /// Whether the labels of x stand under it, and those of y left of it.
    let showsX: Bool
    let showsY: Bool
  }

  let panels: [Placed]
  /// The axes of the first panel; the others are moved copies.
  let x: Axis
  let y: Axis
  let size: Size

  static let head: Points = 15
  static let titleRow: Points = 12
  /// Panels narrower than this cannot be read.
  private static let narrowest: Points = 118

  /// How panels are arranged.
  private struct Grid {
    let count: Int
    let columns: Int
    var rows: Int { (count + columns - 1) / columns }

    init(_ count: Int, width: Points, gap: Points) {
      self.count = count
      let fitting = Int((width + gap) / (PanelLayout.narrowest + gap))
      let most = max(1, min(count, min(4, fitting)))
      // Rows of equal length where it costs no more rows: 4 panels as 2 × 2, not 3 + 1.
      let rows = (count + most - 1) / most
      columns = (count + rows - 1) / rows
    }
  }

  init(_ chart: TrainedChart, _ guides: Guides, width: Points, context: DrawingContext) {
    let count = chart.facets.heads.count
    let hasHeads = count > 1 || chart.facets.heads.first.flatMap(\.self) != nil
    var margins = Margins(right: guides.endLabels.width + chart.labelRoom(in: context))
    var grid = Grid(count, width: width - 30, gap: margins.gap)
    var axes = PanelLayout.axes(chart, grid: (grid.columns, grid.rows), margins, width, context)
    // Labels decide the margins, and the margins how many labels there are: twice settles it.
    for _ in 0..<2 {
      margins.grow(for: axes.x, axes.y, width: axes.width, context: context)
      grid = Grid(count, width: width - margins.left - margins.right, gap: margins.gap)
      axes = PanelLayout.axes(chart, grid: (grid.columns, grid.rows), margins, width, context)
    }
    (x, y) = (axes.x, axes.y)
    let top =
      guides.legend.height + chart.roomAbove + (hasHeads ? PanelLayout.head : 0)
      + (chart.title(.y) == nil ? 0 : PanelLayout.titleRow)
    let foot = PanelLayout.foot(axes.x, chart, context)
    let between = PanelLayout.head + 10
    panels = (0..<count).map { index in
      let (row, column) = (index / grid.columns, index % grid.columns)
      let frame = Rectangle(
        x: margins.left + (axes.width + margins.gap) * Double(column),
        y: top + (axes.height + between) * Double(row), width: axes.width, height: axes.height)
      return Placed(
        index: index, frame: frame, head: hasHeads ? chart.facets.heads[index] : nil,
        showsX: index + grid.columns >= count, showsY: column == 0)
    }
    let bottom = panels.map(\.frame.maxY).max() ?? top
    // A column that ends above the last row carries its labels there, in the room of the next row.
    let lowest = panels.filter(\.showsX).map { $0.frame.maxY + foot }.max() ?? bottom
    size = Size(width: width, height: max(bottom + foot, lowest))
  }

  /// The room left and right of the panels.
  private struct Margins {
    var left: Points = 0
    var right: Points = 0
    /// Between panels: neighbours' outermost labels must not touch.
    var gap: Points = 16

    /// Makes room for the labels of an axis at its ends.
    mutating func grow(for x: Axis, _ y: Axis, width: Points, context: DrawingContext) {
      func extent(_ text: String, _ font: Font) -> Points {
        context.measuring.extent(of: text, font: font).width
      }
      let font = context.theme.label
      let widest = y.ticks.map { extent($0.label, font) }.max() ?? 0
      left = widest > 0 ? widest + AxisDrawing.labelGap : 0
      var (before, behind) = (Points.zero, Points.zero)
      for tick in x.ticks {
        let widest = max(extent(tick.label, font), tick.context.map { extent($0, font) } ?? .zero)
        let half = widest * 0.5
        let place = Points(x.place(tick))
        guard place.value.isFinite else { continue }
        before = max(before, half - place)
        behind = max(behind, half + place - width)
      }
      left = max(left, before)
      right = max(right, behind)
      gap = max(gap, before + behind + 8)
    }
  }

  /// The axes of a panel at the origin, and the panel's size.
  private static func axes(
    _ chart: TrainedChart, grid: (columns: Int, rows: Int), _ margins: Margins, _ width: Points,
    _ context: DrawingContext
  ) -> (x: Axis, y: Axis, width: Points, height: Points) {
    let room = width - margins.left - margins.right - margins.gap * Double(grid.columns - 1)
    let panel = max(24, room / Double(grid.columns))
    let height = chart.panelHeight(width: panel, columns: grid.columns)
    let x = AxisMaking(
      plan: chart.x, side: .x, context: context, start: 0, end: panel, padding: chart.bandPadding
    ).make()
    // Names are read downwards, numbers grow upwards.
    let isDown = chart.y.bands.contains(where: \.isText)
    let y = AxisMaking(
      plan: chart.y, side: .y, context: context, start: isDown ? 0 : height,
      end: isDown ? height : 0, nameRoom: width * 0.36, padding: chart.bandPadding
    ).make()
    return (x, y, panel, height)
  }

  private static func foot(_ x: Axis, _ chart: TrainedChart, _ context: DrawingContext) -> Points {
    let line = context.measuring.extent(of: "0", font: context.theme.label).height
    let hasSecond = x.ticks.contains { $0.context != nil } || !chart.counts(panel: 0).isEmpty
    let gap = x.scale.bands != nil ? Points(3) : AxisDrawing.tickLength + 2
    return gap + line + (hasSecond ? AxisDrawing.secondRow : 0)
      + (chart.title(.x) == nil ? 0 : titleRow)
  }

  /// A panel with all that its marks are drawn with.
  func panel(_ placed: Placed, of chart: TrainedChart, in context: DrawingContext) -> Panel {
    let (x, y) = axes(of: placed)
    return Panel(
      index: placed.index, frame: placed.frame, x: x.scale, y: y.scale,
      largestSize: chart.largestSize, context: context)
  }

  /// The axes moved to a panel.
  func axes(of panel: Placed) -> (x: Axis, y: Axis) {
    (x.moved(by: panel.frame.x), y.moved(by: panel.frame.y))
  }
}

extension Axis {
  /// The axis with its line moved along itself.
  fileprivate func moved(by distance: Points) -> Axis {
    let moved: PositionScale =
      switch scale {
      case .continuous(let scale):
        .continuous(
          ContinuousScale(
            scale.transform, domain: scale.domain, from: Points(scale.start) + distance,
            to: Points(scale.end) + distance))
      case .band(let scale):
        .band(
          BandScale(
            scale.values, from: Points(scale.start) + distance, to: Points(scale.end) + distance,
            padding: scale.padding))
      }
    return Axis(plan: plan, scale: moved, ticks: ticks)
  }
}
