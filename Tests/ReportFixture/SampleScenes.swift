import Drawing
import Glibc
import TestSupport

/// Small drawings in the manner of the chart pipeline.
enum SampleScenes {
  private static let theme = Theme.standard

  /// A scatter of two groups with gridlines, axes and labels at the right.
  static func scatter(_ count: Int, seed: UInt64 = 7) -> Scene {
    var random = SeededGenerator(seed: seed)
    let plot = Rectangle(x: 30, y: 8, width: 360, height: 180)
    var groups: [[Point]] = [[], []]
    for _ in 0..<count {
      let x = Double.random(in: 0...1, using: &random)
      let noise = Double.random(in: -0.3...0.3, using: &random)
      let group = Int.random(in: 0...1, using: &random)
      let y = min(1, max(0, 0.3 + 0.25 * x + 0.15 * Double(group) + noise))
      groups[group].append(Point(x: plot.x + x * plot.width, y: plot.maxY - y * plot.height))
    }
    var elements = grid(plot, ["0", "20", "40", "60", "80", "100"])
    elements += ticks(plot, ["60", "100", "140", "180", "220", "260"])
    for (slot, points) in groups.enumerated() {
      let paint = theme.categories[slot]
      elements.append(
        .dots(points, shape: .circle, radius: 2, paint: paint.opacity(0.35)))
      let top = plot.y + 30 + Double(slot) * 28
      elements.append(label(slot == 0 ? "Non-smokers" : "Smokers", x: 398, y: top, paint, 600))
      elements.append(label("+1.6 a 10 lb · r = 0.22", x: 398, y: top + 11, theme.grey, 400))
    }
    return Scene(size: Size(width: 507, height: 212), elements: elements)
  }

  /// Two lines over time that end in their labels.
  static func lines() -> Scene {
    let plot = Rectangle(x: 34, y: 8, width: 380, height: 150)
    var elements = grid(plot, ["1,000", "1,100", "1,200", "1,300"])
    elements += ticks(plot, ["1 Jan", "15", "1 Feb", "15", "1 Mar", "15"])
    for (slot, name) in [(3, "Women 1,152"), (2, "Men 1,148")] {
      let points = (0..<90).map { day in
        Point(
          x: plot.x + Double(day) / 89 * plot.width,
          y: plot.midY + Points(30 * sin(Double(day) / 2.2 + Double(slot))))
      }
      let paint = theme.categories[slot]
      elements.append(.path(.polyline(points), fill: nil, stroke: Stroke(paint, width: 1.6)))
      elements.append(label(name, x: 420, y: plot.midY + Double(slot) * 10, paint, 600))
    }
    return Scene(size: Size(width: 507, height: 184), elements: elements)
  }

  /// A small heat map as it stands in half a page.
  static func heatMap() -> Scene {
    var elements: [SceneElement] = []
    for row in 0..<3 {
      for column in 0...row {
        let share = Double(row * 3 + column) / 8
        let fill = theme.paper.mixed(with: theme.categories[0], share: share)
        let cell = Rectangle(
          x: Points(50 + Double(column) * 40), y: Points(Double(row) * 40), width: 38.5,
          height: 38.5)
        elements.append(.path(.rectangle(cell), fill: fill, stroke: nil))
        let run = TextRun(
          "0.\(row)\(column)", font: theme.label.weight(500), paint: theme.words(on: fill))
        let place = Point(x: cell.midX, y: cell.midY + 3)
        elements.append(.text(run, at: place, anchor: .middle, rotation: 0))
      }
    }
    return Scene(size: Size(width: 240, height: 140), elements: elements)
  }

  /// A course without axes.
  static func sparkline(_ slot: Int) -> Scene {
    let points = (0..<30).map { step in
      Point(x: Points(Double(step) * 2), y: Points(8 - 5 * sin(Double(step * (slot + 2)) / 7)))
    }
    let stroke = Stroke(theme.categories[slot], width: 1.2)
    return Scene(
      size: Size(width: 60, height: 16),
      elements: [.path(.polyline(points), fill: nil, stroke: stroke)])
  }

  private static func grid(_ plot: Rectangle, _ labels: [String]) -> [SceneElement] {
    labels.enumerated().flatMap { index, text -> [SceneElement] in
      let y = plot.maxY - plot.height * (Double(index) / Double(labels.count - 1))
      let line = Path.polyline([Point(x: plot.x, y: y), Point(x: plot.maxX, y: y)])
      let run = TextRun(text, font: theme.label, paint: theme.grey)
      return [
        .path(line, fill: nil, stroke: Stroke(index == 0 ? theme.ink : theme.rule, width: 0.6)),
        .text(run, at: Point(x: plot.x - 5, y: y + 3), anchor: .end, rotation: 0),
      ]
    }
  }

  private static func ticks(_ plot: Rectangle, _ labels: [String]) -> [SceneElement] {
    labels.enumerated().map { index, text in
      let x = plot.x + plot.width * (Double(index) / Double(labels.count - 1))
      let run = TextRun(text, font: theme.label, paint: theme.grey)
      return .text(run, at: Point(x: x, y: plot.maxY + 13), anchor: .middle, rotation: 0)
    }
  }

  private static func label(_ text: String, x: Points, y: Points, _ paint: Paint, _ weight: Int)
    -> SceneElement
  {
    let run = TextRun(text, font: theme.label.weight(weight), paint: theme.legible(paint))
    return .text(run, at: Point(x: x, y: y), anchor: .start, rotation: 0)
  }
}
