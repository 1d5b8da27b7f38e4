import Charts
import Drawing
import Frame
import TestSupport
import Testing

@testable import Pages

@Suite struct FigureTests {
  private func figure(note: String?) -> Scene {
    let line = SceneElement.path(
      .polyline([Point(x: 0, y: 0), Point(x: 200, y: 100)]), fill: nil,
      stroke: Stroke(Theme.standard.ink, width: 1))
    let chart = Chart(
      title: "Risk rises with weight", subtitle: "Risk by weight",
      scene: Scene(size: Size(width: 200, height: 100), elements: [line]), note: note,
      altText: "Alt", data: DataFrame([]), results: [])
    return PageLayout(theme: .standard, measuring: FixedMeasuring()).figure(of: chart)
  }

  @Test func aPictureThatStandsAloneHasTitleSubtitlePlotAndNote() {
    Golden.check(figure(note: "5 rows without weight are left out.").dump, named: "figure-whole")
  }

  @Test func theFigureGrowsByItsNote() {
    let (with, without) = (figure(note: "A note."), figure(note: nil))
    #expect(with.size.width == 224 && without.size.width == 224)
    #expect(with.size.height > without.size.height)
  }
}
