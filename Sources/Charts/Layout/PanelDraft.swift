import Drawing

/// The room left and right of the panels, and between them.
struct PanelMargins: Hashable, Sendable {
  var left: Points = 0
  var right: Points = 0
  /// Between panels: neighbours' outermost labels must not touch.
  var gap: Points = 16
  /// What the labels of y leave unsaid, which takes a line above the panels.
  var unit: String?

  /// Makes room for the labels of the axes at their ends.
  mutating func grow(for draft: PanelDraft, _ chart: TrainedChart, context: DrawingContext) {
    func extent(_ text: String, _ font: Font) -> Points {
      context.measuring.extent(of: text, font: font).width
    }
    let measuring = context.measuring
    let widest = draft.ys.flatMap { y in y.ticks.map { y.width(of: $0, measuring) } }.max() ?? 0
    unit = draft.ys.first?.unit
    left = widest > 0 ? widest + AxisDrawing.labelGap : 0
    var (before, behind) = (Points.zero, Points.zero)
    for x in draft.xs {
      for tick in x.ticks {
        let widest = max(
          x.width(of: tick, measuring), tick.context.map { extent($0, x.font) } ?? .zero)
        let half = widest * 0.5
        let place = Points(x.place(tick))
        guard place.value.isFinite else { continue }
        before = max(before, half - place)
        behind = max(behind, half + place - draft.width)
      }
    }
    left = max(left, before)
    right = max(right, behind)
    gap = max(gap, before + behind + 8)
    if draft.hasOwnY { gap = max(gap, left + behind + 8) }
  }

  /// The margins with what the axes' labels lack, and no narrower.
  func widened(for draft: PanelDraft, _ chart: TrainedChart, context: DrawingContext)
    -> PanelMargins
  {
    var needed = self
    needed.grow(for: draft, chart, context: context)
    (needed.left, needed.right) = (max(left, needed.left), max(right, needed.right))
    return needed
  }
}

/// Panels of one size, measured but not yet placed.
struct PanelDraft: Sendable {
  let grid: PanelGrid
  let rowsPerSheet: Int
  /// The axes of panels at the origin, one for each plan.
  let xs: [Axis]
  let ys: [Axis]
  let width: Points
  let height: Points
  /// From the foot of a panel to the top of the one below.
  let between: Points
  /// The room under the lowest panels.
  let foot: Points
  /// Whether every panel shows its labels, since its scale is its own.
  let hasOwnX: Bool
  let hasOwnY: Bool
  /// How counts are worded under the names of several panels; nil where they are not told.
  let countWording: CountWording?
  private let above: (first: Points, further: Points)

  /// The height that fits on a page of any paper, under a title and over a note.
  private static let page: Points = 600
  /// Panels lower than this cannot be read.
  private static let lowest: Points = 62

  init(
    _ chart: TrainedChart, _ guides: Guides, _ margins: PanelMargins, width: Points,
    context: DrawingContext
  ) {
    let facets = chart.facets
    hasOwnX = chart.axes.x.isFree && facets.grid == nil
    hasOwnY = chart.axes.y.isFree && facets.grid == nil
    let inner = width - margins.left - margins.right
    grid = PanelGrid(facets, width: inner, gap: margins.gap)
    let panel = max(24, (inner - margins.gap * Double(grid.columns - 1)) / Double(grid.columns))
    let xs = chart.axes.x.plans.map { plan in
      AxisMaking(
        plan: plan, side: .x, context: context, start: 0, end: panel, padding: chart.bandPadding,
        mayFactor: !chart.axes.x.isFree
      ).make()
    }
    countWording = chart.countWording(under: xs, in: context)
    let showsCounts = countWording != nil || facets.count == 1 && chart.hasCounts
    let labels = PanelDraft.labelsUnder(xs, showsCounts: showsCounts, context)
    foot = labels + (chart.title(.x, unit: xs.first?.unit) == nil ? 0 : PanelLayout.titleRow)
    // Each panel tells its own counts, though names stand under the lowest alone.
    let counts = countWording == nil ? Points.zero : AxisDrawing.secondRow
    between = PanelDraft.between(facets) + (hasOwnX ? labels : counts)
    let heads =
      PanelDraft.heads(facets)
      + (chart.title(.y, unit: margins.unit) == nil ? 0 : PanelLayout.titleRow)
    // What the colours mean is told on every page: each may be read alone.
    let above = guides.legend.height + chart.roomAbove + heads
    self.above = (above, PanelLayout.continuedRow + above)
    let natural = chart.panelHeight(width: panel, names: width * 0.36, in: context)
    let (between, foot, rows) = (between, foot, grid.rows)
    func pressed(under above: Points) -> (height: Points, rows: Int) {
      PanelDraft.pressed(
        chart, natural: natural, rows: rows, between: between,
        room: PanelDraft.page - above - foot)
    }
    let alone = pressed(under: above)
    // Further pages also say how they go on.
    let pressed =
      alone.rows < rows ? pressed(under: self.above.further) : alone
    (height, rowsPerSheet) = pressed
    // Names, and what the author puts in an order, are read downwards; numbers grow upwards.
    ys = chart.axes.y.plans.map { plan in
      let isOrdered = plan.channel?.settings.sort != nil
      let isDown = !plan.bands.isEmpty && isOrdered || plan.bands.contains(where: \.isText)
      let axis = AxisMaking(
        plan: plan, side: .y, context: context, start: isDown ? 0 : pressed.height,
        end: isDown ? pressed.height : 0, nameRoom: width * 0.36, padding: chart.bandPadding,
        mayFactor: !chart.axes.y.isFree
      ).make()
      return chart.writesItsValues ? axis.with([]) : axis
    }
    (self.xs, self.width) = (xs, panel)
  }

  /// Where the panels of a page begin.
  func top(ofSheet sheet: Int) -> Points { sheet == 0 ? above.first : above.further }

  /// The height of panels and how many of them stand under each other on a page.
  ///
  /// Panels are made a little lower where that keeps all of them on one page, or fills pages well;
  /// the pages have about equally many.
  private static func pressed(
    _ chart: TrainedChart, natural: Points, rows: Int, between: Points, room: Points
  ) -> (height: Points, rows: Int) {
    func height(_ rows: Int) -> Points { (room + between) / Double(rows) - between }
    func most(_ height: Points) -> Int {
      max(1, Int((room + between) / (height + between) + 1e-9))
    }
    guard rows > most(natural) else { return (natural, rows) }
    guard chart.yieldsHeight else {
      let pages = (rows + most(natural) - 1) / most(natural)
      return (natural, (rows + pages - 1) / pages)
    }
    if height(rows) >= max(lowest, natural * 0.66) { return (height(rows), rows) }
    let fitting = most(max(lowest, natural * 0.8))
    let pages = (rows + fitting - 1) / fitting
    let each = (rows + pages - 1) / pages
    return (min(natural, height(each)), each)
  }

  /// The room for heads above the topmost panels.
  private static func heads(_ facets: Facets) -> Points {
    guard let grid = facets.grid else {
      return facets.heads.contains { $0 != nil } ? PanelLayout.head : 0
    }
    let hasColumns = grid.columnHeads.contains { $0 != nil }
    let hasRows = grid.rowHeads.contains { $0 != nil }
    return (hasColumns ? PanelLayout.head : 0) + (hasRows ? PanelLayout.head : 0)
  }

  private static func between(_ facets: Facets) -> Points {
    guard let grid = facets.grid else { return PanelLayout.head + 10 }
    return 10 + (grid.rowHeads.contains { $0 != nil } ? PanelLayout.head : 0)
  }

  private static func labelsUnder(
    _ xs: [Axis], showsCounts: Bool, _ context: DrawingContext
  ) -> Points {
    let line = context.measuring.extent(of: "0", font: context.theme.label).height
    let hasContexts = xs.contains { $0.ticks.contains { $0.context != nil } }
    let hasSecond = showsCounts || hasContexts
    // A day's month then stands under the day, and the count below both.
    let third = showsCounts && hasContexts ? BandLabels.lineStep : 0
    let isBand = xs.contains { $0.scale.bands != nil }
    let gap = isBand ? Points(3) : AxisDrawing.tickLength + 2
    let deeper = xs.map { $0.depthBeyondOneLine(context.measuring) }.max() ?? 0
    return gap + line + deeper + third + (hasSecond ? AxisDrawing.secondRow : 0)
  }
}
