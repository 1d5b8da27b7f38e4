import CKernels
import Drawing
import Frame

/// How many of a layer's rows fall into each cell of a fine grid over each panel, exactly and by
/// colour.
struct PointDensity: Hashable, Sendable {
  /// The cells of one panel.
  struct Grid: Hashable, Sendable {
    let columns: Int
    let rows: Int
    /// Where the columns begin and end, as shares of the panel's width.
    let across: ClosedRange<Double>
    /// Where the rows begin and end, as shares of its height.
    let down: ClosedRange<Double>
    /// The counts of each paint's rows in turn, each row by row from the top left.
    let counts: [UInt32]

    var cells: Int { columns * rows }

    /// How many rows of all paints a cell holds.
    func total(_ cell: Int) -> Int {
      stride(from: cell, to: counts.count, by: cells).reduce(0) { $0 + Int(counts[$1]) }
    }
  }

  /// The side of a cell: three pixels of a PNG.
  static let cell = 1.5

  let paints: [Paint]
  private let grids: [Int: Grid]
  /// The highest count of any cell.
  let most: Int
  /// Where the first cell of that count lies.
  let fullest: Spot?
  /// How many rows all cells hold.
  let rows: Int
  /// How many cells hold any.
  let filled: Int

  /// Counts a layer's rows in its panels.
  init(_ layer: Layer, in panels: [Panel]) {
    let wearing = PaintedRows(layer)
    paints = wearing.paints
    var grids: [Int: Grid] = [:]
    for panel in panels {
      grids[panel.index] = PointDensity.grid(layer, wearing, in: panel)
    }
    self.grids = grids
    let totals = grids.values.map { grid in (0..<grid.cells).map(grid.total) }
    most = totals.compactMap { $0.max() }.max() ?? 0
    let most = most
    fullest =
      panels.lazy.compactMap { panel -> Spot? in
        guard most > 0, let grid = grids[panel.index],
          let cell = (0..<grid.cells).first(where: { grid.total($0) == most })
        else { return nil }
        return panel.spot(at: grid.middle(of: cell, in: panel.frame))
      }
      .first
    rows = totals.reduce(0) { $0 + $1.reduce(0, +) }
    filled = totals.reduce(0) { $0 + $1.count { $0 > 0 } }
  }

  /// The cells of a panel, nil where it has none.
  func grid(panel: Int) -> Grid? { grids[panel] }

  private static func grid(_ layer: Layer, _ wearing: PaintedRows, in panel: Panel) -> Grid? {
    guard let x = layer.rows[.x], let y = layer.rows[.y],
      let across = CellAxis(panel.x, of: x.column, length: panel.frame.width),
      let down = CellAxis(panel.y, of: y.column, length: panel.frame.height)
    else { return nil }
    let rows = layer.panelCount > 1 ? layer.rows(inPanel: panel.index) : nil
    let (xs, ys) = (across.numbers(x.column, rows), down.numbers(y.column, rows))
    let cells = across.cells.count * down.cells.count
    let offsets = wearing.offsets(rows, of: cells)
    let count = Int(cells) * wearing.paints.count
    var counts = [UInt32](repeating: 0, count: count + 1)
    counts.withUnsafeMutableBufferPointer { counts in
      guard let start = counts.baseAddress else { return }
      xs.withUnsafeBufferPointer { xs in
        ys.withUnsafeBufferPointer { ys in
          guard let x = xs.baseAddress, let y = ys.baseAddress else { return }
          bs_count_cells(
            x, y, xs.count, across.cells, down.cells, offsets, UInt32(count), start)
        }
      }
    }
    counts.removeLast()
    let grid = Grid(
      columns: Int(across.cells.count), rows: Int(down.cells.count), across: across.span,
      down: down.span, counts: counts)
    return grid.turned(x: across.isTurned, y: down.isTurned)
  }
}

extension PointDensity.Grid {
  /// The middle of a cell in the scene.
  fileprivate func middle(of cell: Int, in frame: Rectangle) -> Point {
    let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
    return Point(
      x: frame.x + frame.width * across.at((Double(column) + 0.5) / Double(columns)),
      y: frame.y + frame.height * down.at((Double(row) + 0.5) / Double(rows)))
  }

  /// The grid with its first column at the left and its first row at the top.
  fileprivate func turned(x: Bool, y: Bool) -> PointDensity.Grid {
    guard x || y else { return self }
    var turned = counts
    for place in counts.indices {
      let (layer, cell) = place.quotientAndRemainder(dividingBy: cells)
      let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
      let target = (y ? rows - 1 - row : row) * columns + (x ? columns - 1 - column : column)
      turned[layer * cells + target] = counts[place]
    }
    return PointDensity.Grid(
      columns: columns, rows: rows, across: across, down: down, counts: turned)
  }
}

extension ClosedRange<Double> {
  /// The number at a share of the way from the lower end to the upper.
  func at(_ share: Double) -> Double { lowerBound + (upperBound - lowerBound) * share }
}

/// Which of a few paints each row of a layer wears.
private struct PaintedRows {
  let paints: [Paint]
  /// The paint of each row, nil where all wear the first.
  private let slots: [UInt32]?

  /// Into how many steps a colour ramp is cut.
  private static let rampSteps = 12

  init(_ layer: Layer) {
    switch layer.colors {
    case .single(let paint): (paints, slots) = ([paint], nil)
    case .categories(let categories):
      // The many that share one grey are one.
      let paints = categories.map(\.paint).unique
      let slot = categories.map { UInt32(paints.firstIndex(of: $0.paint) ?? 0) }
      self.paints = paints
      slots = layer.groups.map { slot[$0] }
    case .ramp(let scale):
      let steps = PaintedRows.rampSteps
      paints =
        (0..<steps).map { scale.paint(atShare: (Double($0) + 0.5) / Double(steps)) }
        + [RampScale.missing]
      slots = layer.numbers(.color).map { number in
        let place = scale.place(number)
        guard !place.isNaN else { return UInt32(steps) }
        return UInt32(max(0, min(Double(steps - 1), place * Double(steps))))
      }
    }
  }

  /// Where the cells of each row's paint begin, nil where there is but one.
  func offsets(_ rows: [Int]?, of cells: Int32) -> [UInt32]? {
    guard let slots else { return nil }
    let cells = UInt32(cells)
    return rows.map { rows in rows.map { slots[$0] * cells } } ?? slots.map { $0 * cells }
  }
}
