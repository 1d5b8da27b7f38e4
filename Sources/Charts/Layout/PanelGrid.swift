import Drawing

/// How the panels of a chart are arranged: how many stand side by side, and which on which page.
struct PanelGrid: Hashable, Sendable {
  /// The place of one panel.
  struct Cell: Hashable, Sendable {
    let sheet: Int
    let row: Int
    let column: Int
    /// Whether no panel stands below it on its page.
    let isLowest: Bool
  }

  /// How many panels stand side by side on a page.
  let columns: Int
  /// How many rows of panels there are under each other, on however many pages.
  let rows: Int
  private let facets: Facets

  /// Panels narrower than this cannot be read.
  private static let narrowest: Points = 118
  /// In a grid more stand side by side, since rows are read along one scale.
  private static let narrowestInGrid: Points = 64

  init(_ facets: Facets, width: Points, gap: Points) {
    self.facets = facets
    let narrowest = facets.grid == nil ? PanelGrid.narrowest : PanelGrid.narrowestInGrid
    let fitting = max(1, Int((width + gap) / (narrowest + gap)))
    if let grid = facets.grid {
      columns = min(grid.columnHeads.count, fitting)
      rows = grid.rowHeads.count
      return
    }
    let count = facets.count
    if let wish = facets.settings.columns {
      let room = max(1, Int((width + gap) / (PanelGrid.narrowestInGrid + gap)))
      columns = max(1, min(wish, count, room))
      rows = (count + columns - 1) / columns
      return
    }
    let most = max(1, min(count, min(4, fitting)))
    // Rows of equal length where it costs no more rows: 4 panels as 2 × 2, not 3 + 1.
    rows = (count + most - 1) / most
    columns = (count + rows - 1) / rows
  }

  /// The places of all panels, with so many rows to a page; columns of a grid that do not fit
  /// follow on pages of their own.
  func cells(rowsPerSheet: Int) -> [Cell] {
    let perSheet = max(1, rowsPerSheet)
    guard let grid = facets.grid else {
      return (0..<facets.count).map { index in
        let (row, column) = (index / columns, index % columns)
        let isLast = row % perSheet == perSheet - 1 || index + columns >= facets.count
        return Cell(
          sheet: row / perSheet, row: row % perSheet, column: column, isLowest: isLast)
      }
    }
    let (width, height) = (grid.columnHeads.count, grid.rowHeads.count)
    let sheetsDown = (height + perSheet - 1) / perSheet
    return (0..<facets.count).map { index in
      let (row, column) = (index / width, index % width)
      return Cell(
        sheet: column / columns * sheetsDown + row / perSheet, row: row % perSheet,
        column: column % columns, isLowest: row % perSheet == perSheet - 1 || row == height - 1)
    }
  }
}
