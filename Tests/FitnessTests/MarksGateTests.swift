import Drawing
import Fitness
import TestSupport
import Testing

@Suite struct MarksGateTests: GateSuite {
  @Test func aLineOnATintOfItsOwnIsHeldToTheLimitOfWashes() {
    // The middle line of a box in the theme's green: 2.70:1, but plain to see.
    let green = theme.categories[2]
    let box = area(
      Rectangle(x: 0, y: 0, width: 100, height: 60), green.mixed(with: theme.paper, share: 0.8),
      stroke: Stroke(green, width: 1))
    func line(_ paint: Paint) -> SceneElement {
      .path(
        .polyline([Point(x: 10, y: 30), Point(x: 90, y: 30)]), fill: nil,
        stroke: Stroke(paint, width: 2))
    }
    #expect(told([box, line(green)]).isEmpty)
    let near = area(
      Rectangle(x: 0, y: 0, width: 100, height: 60), green.mixed(with: theme.paper, share: 0.5),
      stroke: Stroke(green, width: 1))
    #expect(told([near, line(green)]).first?.contains("needs 2:1") == true)
  }

  @Test func manyFindingsOfARuleAreShortened() {
    let words = (0..<60).map { text("March", Points(Double($0 % 4) * 40), Points(Double($0))) }
    let told = told(words, role: "axis-x").filter { $0.hasPrefix("words-overlap") }
    #expect(told.count == 21)
    #expect(told.last?.hasSuffix("more are like these (words-overlap)") == true)
  }

  /// Ten thousand error bars with halos: each line is held only against what may lie under it.
  @Test func tenThousandMarksAreReadInTime() {
    let halo = Stroke(theme.paper, width: 3)
    let bars = (0..<10_000).flatMap { index -> [SceneElement] in
      let x = Points(Double(index) * 0.019 + 2)
      let line = Path.polyline([Point(x: x, y: 20), Point(x: x, y: 80)])
      return [
        .path(line, fill: nil, stroke: halo),
        .path(line, fill: nil, stroke: Stroke(theme.categories[0], width: 1.2)),
      ]
    }
    let clock = ContinuousClock()
    let time = clock.measure { #expect(told(bars).isEmpty) }
    #expect(time < .seconds(10))
  }

  // MARK: Places

  @Test func samplesOfALegendAreCutByNoEdge() {
    func told(_ radius: Points) -> [String] {
      let dot = SceneElement.dots(
        [Point(x: 20, y: 5)], shape: .circle, radius: radius, paint: theme.categories[0])
      return self.told([dot], role: "legend")
    }
    #expect(told(5).isEmpty)
    #expect(
      told(9).first?.contains("reaches 4 pt out at the top of the drawing") == true, "\(told(9))")
  }

  @Test func marksOutsideTheirRoomAreFound() {
    func told(_ element: SceneElement) -> [String] {
      var group = SceneGroup([element], role: "marks")
      group.room = Rectangle(x: 20, y: 20, width: 100, height: 60)
      let scene = Scene(size: Size(width: 200, height: 100), elements: [.group(group)])
      return FitnessGate(theme: theme, measuring: FixedMeasuring()).findings(in: scene)
        .map { "\($0.rule): \($0)" }
    }
    func line(_ points: [(Double, Double)]) -> SceneElement {
      .path(
        .polyline(points.map { Point(x: Points($0.0), y: Points($0.1)) }), fill: nil,
        stroke: Stroke(theme.ink, width: 2))
    }
    #expect(told(line([(20, 20), (120, 80)])).isEmpty)
    #expect(
      told(line([(20, 20), (140, 80)]))
        == [
          "marks-inside: a line (marks) at 19, 19 reaches 1 pt out at the left and 1 pt out at the top "
            + "and 21 pt out at the right and 1 pt out at the bottom of its panel"
        ])
    #expect(
      told(line([(20, 20), (120, 130)]))
        == ["marks-inside: a line (marks) at 19, 19 reaches 31 pt out at the bottom of the drawing"]
    )
    #expect(
      told(line([(20, 20), (.nan, 50), (60, 60)]))
        == ["marks-inside: a line (marks) has a place that is no number"])
    #expect(
      told(
        .dots([Point(x: 120, y: 50)], shape: .circle, radius: 9, paint: theme.ink)
      ).isEmpty)
  }
}
