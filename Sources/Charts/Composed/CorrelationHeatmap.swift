package import Drawing
import Formatting

/// The lower triangle of a correlation matrix: colours fixed at −1 to 1, the coefficient in each
/// cell, a star where it is significant after the adjustment.
package struct CorrelationHeatmap: Hashable, Sendable {
  /// One pair of columns.
  package struct Cell: Hashable, Sendable {
    /// Index of the column that stands at the side; greater than ``column``.
    package let row: Int
    /// Index of the column that stands at the foot.
    package let column: Int
    /// The coefficient; nil where it is undefined.
    package let coefficient: Double?
    /// Whether the adjusted p-value is below the level.
    package let isSignificant: Bool
    /// A word under the coefficient, where the cell has room, such as how many rows it is of.
    package let caption: String?

    /// Makes the cell of a pair.
    package init(
      row: Int, column: Int, coefficient: Double?, isSignificant: Bool, caption: String? = nil
    ) {
      self.caption = caption
      self.row = row
      self.column = column
      self.coefficient = coefficient
      self.isSignificant = isSignificant
    }
  }

  /// The columns' labels, in the order of the matrix.
  package let names: [String]
  /// Its cells, of the lower triangle.
  package let cells: [Cell]

  /// Makes a heat map of columns' names and the cells of their pairs.
  package init(names: [String], cells: [Cell]) {
    self.names = names
    self.cells = cells
  }

  /// Draws the triangle at most as wide as asked; cells are square and at most 44 points.
  ///
  /// The first column has no row and the last no column of its own, since they would be empty.
  package func draw(width: Points, in context: DrawingContext) -> Scene {
    guard names.count > 1 else { return Scene(size: Size(width: width, height: 0)) }
    return HeatmapDrawing(map: self, width: width, context: context).scene
  }
}

/// A correlation heat map with the sizes of its parts.
private struct HeatmapDrawing {
  private let map: CorrelationHeatmap
  private let width: Points
  private let context: DrawingContext
  /// The names as they fit beside the rows.
  private let sideNames: [String]
  /// Where the cells begin.
  private let left: Points
  private let cell: Points
  /// Whether the columns' names stand at the foot; else each stands on the diagonal above its
  /// column, where a long name has the empty half of the matrix to itself.
  private let hasFoot: Bool

  private static let gap: Points = 1.5
  private static let row: Points = 13

  init(map: CorrelationHeatmap, width: Points, context: DrawingContext) {
    self.map = map
    self.width = width
    self.context = context
    let font = context.theme.label
    let measuring = context.measuring
    let fitted = map.names.map { measuring.fitted($0, font, width: width * 0.32) }
    sideNames = fitted
    let widest = fitted.dropFirst().map { measuring.extent(of: $0, font: font).width }.max() ?? 0
    left = widest + 6
    let cell = max(10, min(44, (width - widest - 6) / Double(map.names.count - 1)))
    self.cell = cell
    hasFoot = map.names.dropLast().allSatisfy {
      measuring.extent(of: $0.oneLine, font: font).width <= cell - 3
    }
  }

  private var top: Points { hasFoot ? 0 : HeatmapDrawing.row }

  var scene: Scene {
    let rows = map.names.count - 1
    let height = top + cell * Double(rows) + (hasFoot ? HeatmapDrawing.row : 0)
    let groups = [
      SceneGroup(map.cells.flatMap(draw), role: "marks"),
      SceneGroup(rowNames, role: "axis-y"), SceneGroup(columnNames, role: "axis-x"),
    ]
    return Scene(
      size: Size(width: width, height: height), elements: groups.map { .group($0) })
  }

  private func area(_ row: Int, _ column: Int) -> Rectangle {
    let inset = HeatmapDrawing.gap / 2.0
    return Rectangle(
      x: left + cell * Double(column), y: top + cell * Double(row - 1), width: cell, height: cell
    ).inset(left: inset, top: inset, right: inset, bottom: inset)
  }

  private func draw(_ cell: CorrelationHeatmap.Cell) -> [SceneElement] {
    let area = area(cell.row, cell.column)
    let fill =
      cell.coefficient.map { ColorRamp.diverging.paint(at: ($0 + 1) / 2) }
      ?? context.theme.raised
    let box = SceneElement.path(.rectangle(area), fill: fill, stroke: nil)
    let text =
      cell.coefficient.map {
        context.formatter.number($0, decimals: 2) + (cell.isSignificant ? "*" : "")
      } ?? "–"
    for size in [8.0, 7, 6.5, 6, 5] {
      let font = context.theme.label.size(Points(size)).weight(500)
      let extent = context.measuring.extent(of: text, font: font)
      guard extent.width <= area.width - 1, extent.height <= area.height else { continue }
      let run = TextRun(text, font: font, paint: context.theme.words(on: fill))
      let caption = caption(of: cell, in: area, on: fill)
      let lift: Points = caption == nil ? 0 : 4
      let place = Point(x: area.midX, y: area.midY + extent.ascent * 0.36 - lift)
      return [box, .text(run, at: place, anchor: .middle, rotation: 0)]
        + [caption].compactMap(\.self)
    }
    return [box]
  }

  /// The word under a coefficient; nil where the cell has no room for it.
  private func caption(of cell: CorrelationHeatmap.Cell, in area: Rectangle, on fill: Paint)
    -> SceneElement?
  {
    let font = context.theme.label.size(7)
    guard let caption = cell.caption, area.height >= 26,
      context.measuring.extent(of: caption, font: font).width <= area.width - 2
    else { return nil }
    return .text(
      TextRun(caption, font: font, paint: context.theme.words(on: fill)),
      at: Point(x: area.midX, y: area.midY + 9), anchor: .middle, rotation: 0)
  }

  private var rowNames: [SceneElement] {
    sideNames.indices.dropFirst().map { row in
      let area = area(row, 0)
      return label(sideNames[row], at: Point(x: left - 5, y: area.midY + 2.9), .end)
    }
  }

  private var columnNames: [SceneElement] {
    map.names.indices.dropLast().map { column in
      if hasFoot {
        let area = area(map.names.count - 1, column)
        return label(
          map.names[column].oneLine, at: Point(x: area.midX, y: area.maxY + 10.5), .middle)
      }
      let x = left + cell * Double(column) + 2
      let name = context.measuring.fitted(
        map.names[column], context.theme.label, width: max(8, width - x))
      return label(name, at: Point(x: x, y: top + cell * Double(column) - 4), .start)
    }
  }

  private func label(_ text: String, at point: Point, _ anchor: TextAnchor) -> SceneElement {
    .text(
      TextRun(text, font: context.theme.label, paint: context.theme.grey), at: point,
      anchor: anchor, rotation: 0)
  }
}
