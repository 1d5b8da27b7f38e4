package import Drawing

/// A drawing with one of everything that a painter must paint.
package enum PaintedGallery {
  private static let theme = Theme.standard

  /// The drawing, 240 by 150 points.
  package static var scene: Scene {
    Scene(size: Size(width: 240, height: 150), elements: [axes, marks, dots, cells, words])
  }

  private static var axes: SceneElement {
    let lines = stride(from: 20.0, through: 100, by: 20).map { y in
      SceneElement.path(
        .polyline([Point(x: 24, y: Points(y)), Point(x: 232, y: Points(y))]), fill: nil,
        stroke: Stroke(theme.rule, width: 0.5))
    }
    let labels = stride(from: 20.0, through: 100, by: 20).map { y in
      SceneElement.text(
        TextRun("\(Int(100 - y))", font: theme.label, paint: theme.grey),
        at: Point(x: 20, y: Points(y + 2.8)), anchor: .end, rotation: 0)
    }
    return .group(SceneGroup(lines + labels, role: "axis-y"))
  }

  private static var marks: SceneElement {
    let curve = Path([
      .move(Point(x: 0, y: 60)),
      .curve(Point(x: 60, y: 0), Point(x: 120, y: 90), Point(x: 220, y: 10)),
    ])
    return .group(
      SceneGroup(
        [
          .path(curve, fill: nil, stroke: Stroke(theme.categories[1], width: 2.2, ending: .round)),
          .path(
            curve.moved(by: Point(x: 0, y: 12)), fill: nil,
            stroke: Stroke(theme.categories[0], width: 1, dashes: [4, 2])),
          .path(
            .rectangle(Rectangle(x: 10, y: 30, width: 14, height: 50)),
            fill: theme.categories[2].opacity(0.25), stroke: Stroke(theme.categories[2], width: 1)),
        ], role: "marks", offset: Point(x: 24, y: 20),
        clip: Rectangle(x: 0, y: 0, width: 200, height: 80), tooltip: "risk < 5 & rising"))
  }

  private static var dots: SceneElement {
    .group(
      SceneGroup(
        DotShape.allCases.enumerated().map { place, shape in
          .dots(
            (0..<20).map { step in
              Point(x: Points(60 + Double(step) * 8.3), y: Points(26 + Double(place) * 12))
            }, shape: shape, radius: 2, paint: theme.categories[place].opacity(0.7))
        }, role: "dots"))
  }

  private static var cells: SceneElement {
    let coverages = (0..<12).map { UInt8($0 * 23) }
    return .mask(
      CoverageMask(columns: 4, rows: 3, coverages: coverages),
      in: Rectangle(x: 26, y: 86, width: 24, height: 12), paint: theme.categories[3])
  }

  private static var words: SceneElement {
    .group(
      SceneGroup(
        [
          .text(
            TextRun("Café “naïve” 12×30", font: theme.chartTitle, paint: theme.ink),
            at: Point(x: 24, y: 118), anchor: .start, rotation: 0),
          .text(
            TextRun("שלום עולם (3)", font: theme.body, paint: theme.ink), at: Point(x: 232, y: 118),
            anchor: .end, rotation: 0),
          .text(
            TextRun("مرحبا بالعالم", font: theme.body, paint: theme.ink), at: Point(x: 232, y: 132),
            anchor: .end, rotation: 0),
          .text(
            TextRun("Cohort risk: women 2026", font: theme.heading(1), paint: theme.ink),
            at: Point(x: 24, y: 134), anchor: .start, rotation: 0),
          .text(
            TextRun("a\u{7}b <tag> \u{f8000}", font: theme.note, paint: theme.quiet),
            at: Point(x: 24, y: 146), anchor: .start, rotation: 0),
          .text(
            TextRun("Risk score", font: theme.label, paint: theme.grey), at: Point(x: 6, y: 60),
            anchor: .middle, rotation: -90),
        ], role: "words"))
  }
}
