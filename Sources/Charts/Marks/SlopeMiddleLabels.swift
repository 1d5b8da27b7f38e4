import Drawing

/// The values at the moments between a slope's ends, above or below their dots, where they cover
/// neither a line nor each other; the others are told by the pointer alone.
struct SlopeMiddleLabels {
  private let mark: SlopeMark
  /// The lines that have a colour of their own.
  private let named: [SlopeLines.Line]
  private let places: [Double]
  private let panel: Panel
  private let font: Font
  /// The paths of all lines, a point for each moment.
  private let paths: [[Point?]]

  /// From a dot's middle to the words.
  private static let gap: Points = 4.5
  private static let height: Points = 8.5

  init(_ mark: SlopeMark, _ lines: [SlopeLines.Line], _ places: [Double], _ panel: Panel) {
    (self.mark, self.places, self.panel) = (mark, places, panel)
    named = lines.filter { !mark.isPooled($0) }
    font = panel.context.theme.label.size(7.5)
    paths = lines.map { mark.points($0, places, panel) }
  }

  var elements: [SceneElement] {
    guard places.count > 2, paths.count <= 60 else { return [] }
    let words = Words(formatter: panel.context.formatter)
    var room = LabelRoom()
    return places.indices.dropFirst().dropLast().flatMap { moment in
      named.compactMap { line -> SceneElement? in
        guard let value = line.values[moment],
          let point = mark.points(line, places, panel)[moment]
        else { return nil }
        return label(
          words.number(value, like: mark.layer.rows[.y]), at: point,
          panel.context.theme.legible(mark.layer.colors.paint(line.group)), &room)
      }
    }
  }

  /// The words at the first free place around a dot; nil where none is.
  private func label(_ text: String, at point: Point, _ paint: Paint, _ room: inout LabelRoom)
    -> SceneElement?
  {
    let extent = panel.context.measuring.extent(of: text, font: font)
    let (gap, height) = (SlopeMiddleLabels.gap, SlopeMiddleLabels.height)
    for (across, isAbove) in SlopeMiddleLabels.directions {
      let top = isAbove ? point.y - gap - height : point.y + gap
      let area = Rectangle(
        x: point.x + extent.width * ((across - 1) / 2) + gap * (across * 0.7), y: top,
        width: extent.width, height: height)
      guard area.y >= panel.frame.y - 6, area.maxY <= panel.frame.maxY + 2, isClear(area),
        room.take(area)
      else { continue }
      return .text(
        TextRun(text, font: font, paint: paint), at: Point(x: area.x, y: top + height - 1.5),
        anchor: .start, rotation: 0)
    }
    return nil
  }

  /// Right and left of the moment's hairline, above and below the dot.
  private static let directions: [(across: Double, isAbove: Bool)] = [
    (1, true), (-1, true), (1, false), (-1, false),
  ]

  /// Whether no line runs through an area, nor near by.
  private func isClear(_ area: Rectangle) -> Bool {
    paths.allSatisfy { path in
      zip(path, path.dropFirst()).allSatisfy { start, end in
        guard let start, let end, start.x < area.maxX, end.x > area.x else { return true }
        let levels = [max(start.x, area.x), min(end.x, area.maxX)].map { x in
          start.y + (end.y - start.y) * ((x - start.x).value / max(0.01, (end.x - start.x).value))
        }
        let (high, low) = (min(levels[0], levels[1]), max(levels[0], levels[1]))
        return low < area.y - 1 || high > area.maxY + 1
      }
        && path.allSatisfy { point in
          guard let point, point.x > area.x - 3, point.x < area.maxX + 3 else { return true }
          return point.y < area.y - 2.5 || point.y > area.maxY + 2.5
        }
    }
  }
}
