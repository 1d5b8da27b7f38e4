import Drawing
import Fitness
import TestSupport

/// Drawings of a few elements, and what the gate says about them.
protocol GateSuite {}

extension GateSuite {
  var theme: Theme { .standard }

  /// What the gate says about elements in a group, each finding with its rule before it.
  func told(
    _ elements: [SceneElement], role: String = "marks",
    measuring: any TextMeasuring = FixedMeasuring()
  ) -> [String] {
    let scene = Scene(
      size: Size(width: 200, height: 100),
      elements: [.group(SceneGroup(elements, role: role))])
    return FitnessGate(theme: theme, measuring: measuring).findings(in: scene)
      .map { "\($0.rule): \($0)" }
  }

  func text(
    _ text: String, _ x: Points, _ y: Points, paint: Paint? = nil, anchor: TextAnchor = .start,
    rotation: Double = 0
  ) -> SceneElement {
    .text(
      TextRun(text, font: theme.label, paint: paint ?? theme.ink), at: Point(x: x, y: y),
      anchor: anchor, rotation: rotation)
  }

  func area(_ area: Rectangle, _ paint: Paint, stroke: Stroke? = nil) -> SceneElement {
    .path(.rectangle(area), fill: paint, stroke: stroke)
  }
}
