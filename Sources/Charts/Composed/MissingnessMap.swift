package import Drawing
import Formatting

/// Where values are missing: a line for each column, its rows from left to right, marked where they
/// lack a value.
package struct MissingnessMap: Hashable, Sendable {
  /// One column.
  package struct Line: Hashable, Sendable {
    /// The column's name.
    package let name: String
    /// Which rows lack a value; nil where none does.
    package let gaps: [Bool]?

    /// Makes the line of a column; nil gaps where no row lacks a value.
    package init(name: String, gaps: [Bool]?) {
      self.name = name
      self.gaps = gaps
    }
  }

  /// The columns, from top to bottom.
  package let lines: [Line]
  /// How many rows each has.
  package let rowCount: Int

  /// Makes a map of columns over so many rows.
  package init(lines: [Line], rowCount: Int) {
    self.lines = lines
    self.rowCount = rowCount
  }

  /// Draws the lines at most as wide as asked.
  ///
  /// Rows that share a place are shaded by how many of them lack a value; one is enough to be seen.
  package func draw(width: Points, in context: DrawingContext) -> Scene {
    guard !lines.isEmpty, rowCount > 0 else { return Scene(size: Size(width: width, height: 0)) }
    return MissingnessDrawing(map: self, width: width, context: context).scene
  }
}

/// A missingness map with the sizes of its parts.
private struct MissingnessDrawing {
  private let map: MissingnessMap
  private let width: Points
  private let context: DrawingContext
  private let names: [String]
  /// Where the lines begin.
  private let left: Points
  private let stripes: Int

  private static let row: Points = 13
  private static let foot: Points = 14

  init(map: MissingnessMap, width: Points, context: DrawingContext) {
    self.map = map
    self.width = width
    self.context = context
    let (font, measuring) = (context.theme.label, context.measuring)
    names = map.lines.map { measuring.fitted($0.name.oneLine, font, width: width * 0.3) }
    left = 6 + (names.map { measuring.extent(of: $0, font: font).width }.max() ?? 0)
    // Narrower than a point and a half, stripes blur into each other.
    stripes = min(map.rowCount, max(1, Int((width - left).value / 1.5)))
  }

  var scene: Scene {
    let height = MissingnessDrawing.row * Double(map.lines.count) + MissingnessDrawing.foot
    let groups = [
      SceneGroup(map.lines.indices.flatMap(line), role: "marks"),
      SceneGroup(map.lines.indices.map(name), role: "axis-y"), SceneGroup(ends, role: "axis-x"),
    ]
    return Scene(
      size: Size(width: width, height: height), elements: groups.map { .group($0) })
  }

  private func line(_ place: Int) -> [SceneElement] {
    let top = MissingnessDrawing.row * Double(place)
    let ground = Rectangle(
      x: left, y: top + 1, width: width - left, height: MissingnessDrawing.row - 2)
    var elements: [SceneElement] = [
      .path(.rectangle(ground), fill: context.theme.raised, stroke: nil)
    ]
    let shares = shares(of: map.lines[place])
    var start = 0
    while start < shares.count {
      // Neighbours of one shade are one mark.
      let end = shares[start...].firstIndex { $0 != shares[start] } ?? shares.count
      if shares[start] > 0 {
        let mark = Rectangle(
          x: ground.x + ground.width * (Double(start) / Double(stripes)), y: ground.y,
          width: ground.width * (Double(end - start) / Double(stripes)), height: ground.height)
        elements.append(.path(.rectangle(mark), fill: shade(shares[start]), stroke: nil))
      }
      start = end
    }
    return elements
  }

  /// The share of missing rows in each stripe, in tenths, so that like stripes look alike.
  private func shares(of line: MissingnessMap.Line) -> [Double] {
    guard let gaps = line.gaps else { return Array(repeating: 0, count: stripes) }
    return (0..<stripes).map { stripe in
      let rows = (stripe * gaps.count / stripes)..<((stripe + 1) * gaps.count / stripes)
      let missing = gaps[rows].count { $0 }
      return (10 * Double(missing) / Double(max(rows.count, 1))).rounded(.up) / 10
    }
  }

  /// The more of a stripe's rows lack the value, the stronger it covers the ground.
  private func shade(_ share: Double) -> Paint {
    context.theme.accent.opacity(0.25 + 0.75 * share)
  }

  private func name(_ place: Int) -> SceneElement {
    let middle = MissingnessDrawing.row * (Double(place) + 0.5)
    return label(names[place], at: Point(x: left - 5, y: middle + 2.9), .end)
  }

  /// The first and the last row's number.
  private var ends: [SceneElement] {
    let base = MissingnessDrawing.row * Double(map.lines.count) + 10
    let first = label("row 1", at: Point(x: left, y: base), .start)
    let last = "row " + context.formatter.count(map.rowCount)
    let (font, measuring) = (context.theme.label, context.measuring)
    let needed =
      measuring.extent(of: "row 1", font: font).width
      + measuring.extent(of: last, font: font).width + 6
    guard map.rowCount > 1, needed <= width - left else { return [first] }
    return [first, label(last, at: Point(x: width, y: base), .end)]
  }

  private func label(_ text: String, at point: Point, _ anchor: TextAnchor) -> SceneElement {
    .text(
      TextRun(text, font: context.theme.label, paint: context.theme.grey), at: point,
      anchor: anchor, rotation: 0)
  }
}
