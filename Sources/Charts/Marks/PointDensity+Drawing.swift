import Drawing
import JSON

extension PointDensity {
  /// How strongly a cell is painted, 0 to 1: by the logarithm of its count, so that a single row is
  /// seen beside thousands.
  func coverage(_ count: Int) -> Double {
    guard count > 0 else { return 0 }
    guard most > 1 else { return 0.6 }
    let faintest = 0.2
    return faintest + (1 - faintest) * (logarithm(Double(count)) / logarithm(Double(most)))
  }

  /// One mask a paint, whose colours mix in each cell by their shares of its count; of bands, which
  /// have gaps between, one mask each.
  func draw(in panel: Panel) -> [SceneElement] {
    guard let grid = grid(panel: panel.index) else { return [] }
    let frame = panel.frame
    let across = stretches(
      panel.x, filled: grid.filledColumns, of: grid.columns,
      from: frame.x + frame.width * grid.across.lowerBound,
      to: frame.x + frame.width * grid.across.upperBound)
    let down = stretches(
      panel.y, filled: grid.filledRows, of: grid.rows,
      from: frame.y + frame.height * grid.down.lowerBound,
      to: frame.y + frame.height * grid.down.upperBound)
    return zip(paints, masks(of: grid)).flatMap { paint, coverages in
      let whole = CoverageMask(columns: grid.columns, rows: grid.rows, coverages: coverages)
      return across.flatMap { column in
        down.compactMap { row -> SceneElement? in
          let mask = whole.cut(columns: column.cells, rows: row.cells)
          guard mask.coverages.contains(where: { $0 > 0 }) else { return nil }
          let area = Rectangle(
            x: column.start, y: row.start, width: column.length, height: row.length)
          return .mask(mask, in: area, paint: paint)
        }
      }
    }
  }

  /// Cells along a side that touch, and where they lie.
  private typealias Stretch = (cells: Range<Int>, start: Points, length: Points)

  private func stretches(
    _ scale: PositionScale, filled: Range<Int>, of cells: Int, from start: Points, to end: Points
  ) -> [Stretch] {
    guard let bands = scale.bands else {
      let cell = (end - start) / Double(cells)
      return [(filled, start + cell * Double(filled.lowerBound), cell * Double(filled.count))]
    }
    return (0..<cells).map { cell in
      let band = bands.step < 0 ? cells - 1 - cell : cell
      return (
        cell..<cell + 1, Points(bands.center(band) - bands.bandwidth / 2), Points(bands.bandwidth)
      )
    }
  }

  /// The coverages of each paint, drawn one over another.
  ///
  /// Drawn over by others whose opacities add up to b, a paint that shall show with opacity a needs
  /// a / (1 − b): then all show with their shares, and the paper with the rest.
  func masks(of grid: Grid) -> [[UInt8]] {
    var masks = paints.map { _ in [UInt8](repeating: 0, count: grid.cells) }
    for cell in 0..<grid.cells {
      let total = grid.total(cell)
      guard total > 0 else { continue }
      let strength = coverage(total) / Double(total)
      var above = 0.0
      for paint in paints.indices.reversed() {
        let count = grid.counts[paint * grid.cells + cell]
        guard count > 0 else { continue }
        let shown = strength * Double(count)
        let opacity = min(1, shown / max(shown, 1 - above))
        masks[paint][cell] = UInt8((opacity * 255).rounded())
        above += shown
      }
    }
    return masks
  }

  /// Counts whose strength the legend shows: powers of ten that can be told apart, and the highest.
  var legendCounts: [Int] {
    let apart = 0.25
    var counts = most > 0 ? [1] : []
    var count = 10
    while count < most, coverage(most) - coverage(count) >= apart {
      if coverage(count) - coverage(counts.last ?? 0) >= apart { counts.append(count) }
      count *= 10
    }
    return counts + (most > 1 ? [most] : [])
  }

  /// What `results.json` tells of it.
  var results: [(key: String, value: JSONValue)] {
    [("rows", .count(rows)), ("cells", .count(filled)), ("most", .count(most))]
  }

  /// What the strengths mean; where there are several paints, in the colour of words.
  func legendEntries(in context: DrawingContext) -> [Legend.Entry] {
    let words = Words(formatter: context.formatter)
    let paint = paints.count == 1 ? paints[0] : context.theme.ink
    return legendCounts.enumerated().map { index, count in
      let label = index == 0 ? "\(words.rows(count)) a cell" : words.count(count)
      return Legend.Entry(
        label: label, detail: nil,
        paint: paint.mixed(with: context.theme.paper, share: 1 - coverage(count)), sample: .square)
    }
  }
}

extension PointDensity.Grid {
  /// The columns from the first to the last that hold rows.
  fileprivate var filledColumns: Range<Int> {
    filled(columns) { column, row in row * columns + column }
  }

  /// The rows of cells from the first to the last that hold any.
  fileprivate var filledRows: Range<Int> {
    filled(rows) { row, column in row * columns + column }
  }

  private func filled(_ lines: Int, _ cell: (_ line: Int, _ place: Int) -> Int) -> Range<Int> {
    func isFilled(_ line: Int) -> Bool {
      (0..<cells / max(1, lines)).contains { total(cell(line, $0)) > 0 }
    }
    guard let first = (0..<lines).first(where: isFilled),
      let last = (0..<lines).last(where: isFilled)
    else { return 0..<0 }
    return first..<last + 1
  }
}

extension CoverageMask {
  /// A part of the mask; the mask itself where the part is the whole.
  fileprivate func cut(columns part: Range<Int>, rows: Range<Int>) -> CoverageMask {
    guard part.count < columns || rows.count < self.rows else { return self }
    let kept = rows.flatMap { row in
      coverages[row * columns + part.lowerBound..<row * columns + part.upperBound]
    }
    return CoverageMask(columns: part.count, rows: rows.count, coverages: kept)
  }
}
