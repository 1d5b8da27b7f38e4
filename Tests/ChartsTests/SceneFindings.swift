import Drawing
import TestSupport

/// What is wrong with a scene: words outside it, words on other words.
struct SceneFindings {
  /// One line of text with the area it covers.
  private struct Words {
    let text: String
    let role: String
    let area: Rectangle
  }

  private var words: [Words] = []
  private let size: Size
  private(set) var legendPaints: [String: Paint] = [:]

  init(_ scene: Scene) {
    size = scene.size
    walk(scene.elements, role: "", Point(x: 0, y: 0))
  }

  /// Texts that reach over the scene's edge by more than half a point.
  var outside: [String] {
    words.filter { word in
      word.area.x < -0.5 || word.area.y < -0.5 || word.area.maxX > size.width + 0.5
        || word.area.maxY > size.height + 0.5
    }
    .map { "'\($0.text)' (\($0.role)) at \($0.area)" }
  }

  /// Pairs of texts that cover each other; labels of the marks themselves apart.
  var overlapping: [String] {
    words.indices.flatMap { first in
      words.indices.dropFirst(first + 1).compactMap { second in
        let (a, b) = (words[first], words[second])
        guard a.role != "marks" || b.role != "marks", covers(a.area, b.area) else { return nil }
        return "'\(a.text)' (\(a.role)) and '\(b.text)' (\(b.role))"
      }
    }
  }

  private func covers(_ a: Rectangle, _ b: Rectangle) -> Bool {
    // Boxes of neighbouring lines may share the room of ascents and descents that nothing uses.
    let slack: Points = 1
    return a.x + slack < b.maxX && b.x + slack < a.maxX && a.y + slack < b.maxY
      && b.y + slack < a.maxY
  }

  private mutating func walk(_ elements: [SceneElement], role: String, _ offset: Point) {
    var sample: Paint?
    for element in elements {
      switch element {
      case .text(let run, let point, let anchor, let rotation):
        add(run, Point(x: point.x + offset.x, y: point.y + offset.y), anchor, rotation, role)
        if role == "legend", let paint = sample { legendPaints[run.text] = paint }
      case .group(let group):
        walk(
          group.elements, role: group.role,
          Point(x: offset.x + group.offset.x, y: offset.y + group.offset.y))
      case .dots(_, _, _, let paint): sample = paint
      case .path(_, let fill, let stroke): sample = fill ?? stroke?.paint
      }
    }
  }

  private mutating func add(
    _ run: TextRun, _ at: Point, _ anchor: TextAnchor, _ rotation: Double, _ role: String
  ) {
    guard !run.text.isEmpty else { return }
    let extent = FixedMeasuring().extent(of: run.text, font: run.font)
    if rotation == -90 {
      // Reading upwards: what ends at the point lies below it.
      let top = anchor == .end ? at.y : at.y - extent.width
      let area = Rectangle(
        x: at.x - extent.ascent, y: top, width: extent.height, height: extent.width)
      words.append(Words(text: run.text, role: role, area: area))
      return
    }
    let left: Points =
      switch anchor {
      case .start: at.x
      case .middle: at.x - extent.width / 2
      case .end: at.x - extent.width
      }
    let area = Rectangle(
      x: left, y: at.y - extent.ascent, width: extent.width, height: extent.height)
    words.append(Words(text: run.text, role: role, area: area))
  }
}
