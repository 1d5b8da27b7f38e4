import Drawing
import TestSupport
import Testing

@Suite
struct SceneDumpTests {
  @Test func tellsEveryElementOnALine() {
    let blue = Paint(light: Color(0x0072b2), dark: Color(0x3b9ad9))
    let font = Font(families: ["Inter"], size: 8, weight: 600, hasTabularDigits: true)
    let run = TextRun("Say \"n\"", font: font, paint: blue, link: "#top")
    let dots = (0..<20).map { Point(x: Points(Double($0)), y: 1.23456) }
    let group = SceneGroup(
      [
        .path(
          .rectangle(Rectangle(x: 0, y: -0.00001, width: 10, height: 0.5)), fill: blue, stroke: nil),
        .path(
          .polyline(dots), fill: nil,
          stroke: Stroke(blue.opacity(0.35), width: 1.5, dashes: [2, 1], ending: .round)),
        .dots(dots, shape: .ring, radius: 2, paint: blue),
        .dots([Point(x: 1, y: 2)], shape: .circle, radius: 2, paint: blue),
        .mask(
          CoverageMask(columns: 3, rows: 2, coverages: [0, 255, 51, 0, 0, 102]),
          in: Rectangle(x: 1, y: 2, width: 6, height: 4), paint: blue),
        .text(run, at: Point(x: 1.0005, y: 2), anchor: .middle, rotation: -90),
      ],
      role: "marks", offset: Point(x: 4, y: 5), clip: Rectangle(x: 0, y: 0, width: 9, height: 8),
      tooltip: "a\nb")
    Golden.check(
      Scene(size: Size(width: 100, height: 50.5), elements: [.group(group)]).dump,
      named: "scene-dump-of-every-element")
  }
}
