import Charts
import Drawing
import Statistics
import TestSupport
import Testing

@Suite struct SurvivalChartTests {
  private static func curve(_ times: [Double], _ events: [Bool], label: String? = nil) throws
    -> SurvivalChart.Curve
  {
    let rows = try SurvivalRows(Measured(times), events: events)
    return SurvivalChart.Curve(
      label: label, paint: Theme.standard.categories[label == "b" ? 1 : 0],
      estimate: try KaplanMeier(SurvivalTimes(rows)))
  }

  private func texts(in elements: [SceneElement]) -> [String] {
    elements.flatMap { element -> [String] in
      switch element {
      case .text(let run, _, _, _): [run.text]
      case .group(let group): texts(in: group.elements)
      default: []
      }
    }
  }

  private func group(_ role: String, in scene: Scene) -> SceneGroup? {
    scene.elements.lazy.compactMap { element -> SceneGroup? in
      if case .group(let group) = element, group.role == role { group } else { nil }
    }.first
  }

  @Test func stepsBandsTicksAndNumbersAtRisk() throws {
    let chart = SurvivalChart(
      curves: [
        try Self.curve([2, 3, 3, 5, 8], [true, true, false, true, false], label: "a"),
        try Self.curve([1, 4, 6, 10], [true, false, true, true], label: "b"),
      ], timeLabel: "Days", times: [0, 5, 10])
    Golden.check(chart.draw(width: 300, in: .fixed([:])).dump, named: "survival-of-two-groups")
  }

  /// A curve has no interval before its first event, so that its first points have none.
  @Test func aBandBeginsAtTheFirstEventThoughRowsWereCensoredBefore() throws {
    let chart = SurvivalChart(
      curves: [try Self.curve([1, 2, 3, 4, 5], [false, true, true, true, false])],
      timeLabel: "Days")
    let scene = chart.draw(width: 300, in: .fixed([:]))
    let marks = try #require(group("marks", in: scene))
    let filled = marks.elements.count { element in
      if case .path(_, fill: .some, stroke: nil) = element { true } else { false }
    }
    #expect(filled == 1)
  }

  /// Where the curve falls to 0 there is no interval: the last one holds until then.
  @Test func aBandHoldsUntilTheCurveFallsToZero() throws {
    let chart = SurvivalChart(
      curves: [try Self.curve([1, 2, 3, 4], [true, true, true, true])], timeLabel: "Days")
    let marks = try #require(group("marks", in: chart.draw(width: 300, in: .fixed([:]))))
    let ends = marks.elements.compactMap { element -> Double? in
      guard case .path(let path, _, _) = element else { return nil }
      return path.steps.compactMap { step -> Double? in
        switch step {
        case .move(let point), .line(let point): point.x.value
        default: nil
        }
      }.max()
    }
    #expect(ends.count == 2 && ends[0] == ends[1])
  }

  @Test func numbersAtRiskStandUnderTheTimesAskedFor() throws {
    let chart = SurvivalChart(
      curves: [try Self.curve([1, 2, 3, 4], [true, true, false, true])], timeLabel: "Days",
      times: [2, 4, 9])
    let scene = chart.draw(width: 300, in: .fixed([:]))
    let table = try #require(group("at-risk", in: scene))
    #expect(texts(in: table.elements) == ["Days", "At risk", "4", "3", "1"])
  }

  /// The times asked for do not take the axis's own ticks away.
  @Test func theAxisKeepsItsTicksBesideTheTimesAskedFor() throws {
    let times = (1...40).map { Double($0) * 10 }
    let chart = SurvivalChart(
      curves: [try Self.curve(times, times.map { _ in true })], timeLabel: "Days", times: [60, 120])
    let axis = try #require(group("axis-x", in: chart.draw(width: 400, in: .fixed([:]))))
    let told = texts(in: axis.elements)
    #expect(told.contains("60") && told.contains("120") && told.contains("300"))
    #expect(told.contains("400"))
  }

  @Test func aFactorOfTheTimeAxisIsTold() throws {
    let times = (1...9).map { Double($0) * 1e17 }
    let chart = SurvivalChart(
      curves: [try Self.curve(times, times.map { _ in true })], timeLabel: "Days")
    let table = try #require(group("at-risk", in: chart.draw(width: 300, in: .fixed([:]))))
    #expect(texts(in: table.elements).first == "Days, ×\u{a0}10¹⁷")
  }

  /// One row, nothing but censored rows, only time 0, times at the ends of doubles.
  @Test(
    arguments: [
      ([4], [true]), ([1, 2], [false, false]), ([0, 0], [true, false]),
      ([0, 1e308], [true, true]),
      ([1e-300, 2e-300], [true, false]), ([1e15, 1e15 + 1], [true, true]),
    ] as [([Double], [Bool])])
  func oddTimesAreDrawn(_ times: [Double], _ events: [Bool]) throws {
    let scene = SurvivalChart(curves: [try Self.curve(times, events)], timeLabel: "Days")
      .draw(width: 240, in: .fixed([:]))
    #expect(!scene.dump.contains("nan") && !scene.dump.contains("inf"))
    #expect(scene.size.height < 400)
  }

  @Test func aCurveOfManyRowsHasNoMoreCornersThanItsWidthShows() throws {
    let times = (0..<50_000).map(Double.init)
    let curve = try Self.curve(times, times.map { Int($0) % 3 > 0 })
    let scene = SurvivalChart(curves: [curve], timeLabel: "Days").draw(width: 300, in: .fixed([:]))
    let steps = try #require(group("marks", in: scene)).elements.reduce(0) { count, element in
      if case .path(let path, _, _) = element { count + path.steps.count } else { count }
    }
    #expect(steps < 30_000)
  }
}
