import Drawing
import Frame

/// Lines that stay level from row to row, as prices and counts do: a line whose curve is a step.
struct StepMark: Mark {
  static let name = "step"
  static let needs = LineMark.needs
  static let takes = LineMark.takes
  static let cleans = LineMark.cleans
  static let breaks = LineMark.breaks
  static let measures = LineMark.measures
  static let sample = LegendSample.line
  static let traits: MarkTraits = [.toldApartByMeasure, .seesBeyondDomain]

  private let line: LineMark

  init(_ layer: Layer, _ settings: CurveSettings) {
    line = LineMark(layer, CurveSettings(settings.kind ?? .step_after))
  }

  func demand(_ side: Side) -> AxisDemand { line.demand(side) }
  func obstacles(in panel: Panel) -> Obstacles { line.obstacles(in: panel) }
  func draw(in panel: Panel) -> [SceneElement] { line.draw(in: panel) }
  func tips(in panel: Panel) -> [Tip] { line.tips(in: panel) }
  func endLabels(in words: Words) -> [EndLabel] { line.endLabels(in: words) }

  func story(in words: Words) -> Story {
    var story = line.story(in: words)
    story.kind = "Step chart"
    return story
  }
}
