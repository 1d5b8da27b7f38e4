import Cairo
import Drawing
import Fitness
import TestSupport
import Testing

@Suite struct FitnessGateTests: GateSuite {
  // MARK: Words

  @Test func textOnTextIsFound() {
    #expect(
      told([text("March", 10, 50), text("April", 26, 50)], role: "axis-x")
        == ["words-overlap: 'March' (axis-x) at 10, 43.6 overlaps 'April' (axis-x) by 6 pt"])
    #expect(told([text("March", 10, 50), text("April", 32, 50)]).isEmpty)
    #expect(told([text("March", 10, 50), text("April", 10, 58)]).isEmpty)
  }

  @Test func turnedTextIsHeldAgainstItsTurnedRoom() {
    // Reading upwards from (20, 90): 22 points high, 8 wide.
    let upright = text("March", 20, 90, rotation: -90)
    #expect(told([upright, text("April", 22.5, 80)]).isEmpty)
    #expect(told([upright, text("April", 10, 80)]).count == 1)
    // Two lines that read at 45° side by side: their upright bounds meet, their letters do not.
    #expect(
      told([text("March", 40, 20, rotation: 45), text("April", 52, 20, rotation: 45)]).isEmpty)
    #expect(
      told([text("March", 40, 20, rotation: 45), text("April", 46, 20, rotation: 45)]).count == 1)
  }

  @Test func textOutsideTheDrawingIsFound() {
    #expect(
      told([text("March", 190, 50)], role: "axis-x")
        == [
          "words-inside: 'March' (axis-x) at 190, 43.6 reaches 12 pt out at the right of the drawing"
        ])
    #expect(told([text("March", 200, 50, anchor: .end)]).isEmpty)
    #expect(
      told([text("March", 5, 20, rotation: -90)])
        == [
          "words-inside: 'March' (marks) at -1.4, -2 reaches 1.4 pt out at the left and 2 pt out at "
            + "the top of the drawing"
        ])
  }

  @Test func textCutByAClipIsFoundWhereItsGroupLies() {
    let group = SceneElement.group(
      SceneGroup(
        [text("March", 0, 10)], role: "cell", offset: Point(x: 50, y: 50),
        clip: Rectangle(x: 0, y: 0, width: 10, height: 20)))
    #expect(
      told([group])
        == [
          "words-inside: 'March' (marks/cell) at 50, 53.6 is cut: it reaches 12 pt out at the right "
            + "of its area"
        ])
  }

  @Test func textInTheNextPanelIsFound() {
    func panel(_ index: Int, _ x: Points, _ words: SceneElement) -> SceneElement {
      let marks = SceneElement.group(
        SceneGroup([area(Rectangle(x: x, y: 10, width: 80, height: 80), theme.ink)], role: "marks"))
      return .group(SceneGroup([marks, words], role: "panel-\(index)"))
    }
    let told = told(
      [
        panel(1, 0, text("A long head", 60, 12, paint: theme.ink)),
        panel(2, 100, text("Head", 100, 8)),
      ], role: "chart")
    #expect(
      told.contains(
        "words-inside: 'A long head' (chart/panel-1) at 60, 5.6 reaches 3.6 pt into panel-2"))
  }

  // MARK: Contrast

  @Test func faintTextIsFoundInLightAndInDark() {
    let faint = Paint(light: Color(0x777777), dark: Color(0x777777))
    #expect(
      told([text("March", 10, 50, paint: faint)])
        == [
          "words-contrast: 'March' (marks) at 10, 43.6 has 4.47:1 on #ffffff (light) and 4.01:1 on "
            + "#14171a (dark), needs 4.5:1"
        ])
    #expect(told([text("March", 10, 50, paint: theme.quiet)]).isEmpty)
    #expect(told([text("March", 10, 50, paint: theme.ink.opacity(0.4))]).count == 1)
  }

  @Test func largeTextNeedsLess() {
    let faint = Paint(light: Color(0x777777), dark: Color(0x777777))
    let run = TextRun("March", font: theme.label.size(18), paint: faint)
    #expect(
      told([.text(run, at: Point(x: 10, y: 50), anchor: .start, rotation: 0)]).isEmpty)
  }

  @Test func textOnAMarkIsHeldAgainstTheMark() {
    let bar = area(Rectangle(x: 0, y: 30, width: 100, height: 30), theme.categories[0])
    let told = told([bar, text("March", 10, 50)])
    #expect(told.count == 1 && told[0].hasPrefix("words-contrast: 'March' (marks)"))
    #expect(told[0].contains("has 3.40:1 on #0072b2 (light)"))
    #expect(
      self.told([bar, text("March", 10, 50, paint: theme.words(on: theme.categories[0]))])
        .isEmpty)
    // What lies over the words hides them.
    #expect(self.told([text("March", 10, 50), bar]).count == 1)
  }

  @Test func aLineAcrossATextIsNoFindingWhereMostOfItStaysClear() {
    let line = SceneElement.path(
      .polyline([Point(x: 12, y: 30), Point(x: 14, y: 60)]), fill: nil,
      stroke: Stroke(theme.ink, width: 0.5))
    #expect(told([line, text("A longer text", 10, 50)]).isEmpty)
    let through = SceneElement.path(
      .polyline([Point(x: 0, y: 47.6), Point(x: 90, y: 47.6)]), fill: nil,
      stroke: Stroke(theme.ink, width: 2))
    #expect(told([through, text("A longer text", 10, 50)]).count == 1)
  }

  @Test func aMarkTooNearToPaperIsFoundOnce() {
    let faint = Paint(light: Color(0xffcc00), dark: Color(0xffcc00))
    let bars = [0, 20, 40].map { x in
      area(Rectangle(x: Points(x), y: 0, width: 10, height: 10), faint)
    }
    #expect(
      told(bars)
        == [
          "marks-contrast: an area (marks) at 0, 0 in #ffcc00 has 1.51:1 on paper (light), needs 3:1"
        ])
    let edged = area(
      Rectangle(x: 0, y: 0, width: 10, height: 10), faint, stroke: Stroke(theme.ink, width: 1))
    #expect(told([edged]).isEmpty)
    #expect(told(bars, role: "grid").isEmpty)
  }

  @Test func anEdgeOfPaperExcusesNoArea() {
    let faint = Paint(light: Color(0xffcc00), dark: Color(0xffcc00))
    func edged(_ edge: Paint) -> [String] {
      told([
        area(
          Rectangle(x: 0, y: 0, width: 10, height: 10), faint, stroke: Stroke(edge, width: 1))
      ])
    }
    #expect(edged(theme.paper).count == 1)
    #expect(edged(theme.rule).count == 1)
    // The edge is a mark of its own, and is told for itself.
    #expect(edged(faint).count == 1)
    #expect(edged(theme.grey).isEmpty)
  }

  @Test func aLineThatSinksIntoAWashIsFound() {
    // Ten bands on each other are no tint any more.
    let amber = theme.categories[4]
    let band = area(Rectangle(x: 0, y: 0, width: 100, height: 60), amber.opacity(0.22))
    let line = SceneElement.path(
      .polyline([Point(x: 10, y: 30), Point(x: 90, y: 30)]), fill: nil,
      stroke: Stroke(amber, width: 1))
    #expect(told([band, line]).isEmpty)
    #expect(
      told([SceneElement](repeating: band, count: 10) + [line]).first?
        .contains("needs 2:1") == true)
  }

  @Test func textOnWashesRampsAndDotsIsHeldAgainstThem() {
    let room = Rectangle(x: 0, y: 30, width: 100, height: 30)
    // Quiet words that pass on paper do not on a band over it; ink does.
    let wash = area(room, theme.categories[0].opacity(0.22))
    #expect(
      told([wash, text("March", 10, 50, paint: theme.quiet)]).map { $0.suffix(19) }
        == ["(light), needs 4.5:1"].map { $0.suffix(19) })
    #expect(told([wash, text("March", 10, 50)]).isEmpty)
    // A cell in the middle of the ramp bears neither grey nor paper.
    let cell = area(room, ColorRamp.sequential.paint(at: 0.5))
    #expect(told([cell, text("March", 10, 50, paint: theme.grey)]).count == 1)
    let fit = theme.words(on: ColorRamp.sequential.paint(at: 0.5))
    #expect(told([cell, text("March", 10, 50, paint: fit)]).isEmpty)
    func dots(_ places: [Double]) -> SceneElement {
      .dots(
        places.map { Point(x: Points($0), y: 47) }, shape: .circle, radius: 4,
        paint: theme.categories[0])
    }
    #expect(
      told([dots([12, 20, 28]), text("March", 10, 50)]).first?.hasPrefix("words-contrast: 'March'")
        == true)
    #expect(told([dots([60]), text("March", 10, 50)]).isEmpty)
  }

  @Test func wordsOfTheThemeCanBeReadOnPaperAndOnRaisedGround() {
    for word in [theme.ink, theme.grey, theme.quiet, theme.legible(theme.accent)] {
      #expect(told([text("March", 10, 50, paint: word)], role: "note").isEmpty)
    }
    for word in [theme.ink, theme.grey] {
      let raised = area(Rectangle(x: 0, y: 30, width: 100, height: 30), theme.raised)
      #expect(told([raised, text("March", 10, 50, paint: word)], role: "row").isEmpty)
    }
  }

  // MARK: Pages

  @Test func pagesAreHeldAgainstTheRulesOfWords() {
    func told(_ elements: [SceneElement]) -> [String] {
      FitnessGate(theme: theme, measuring: FixedMeasuring(undrawable: ["§"])).findings(
        onPage: Scene(size: Size(width: 200, height: 100), elements: elements)
      ).map { "\($0.rule): \($0)" }
    }
    func group(_ role: String, _ elements: SceneElement...) -> SceneElement {
      .group(SceneGroup(elements, role: role))
    }
    // Faint on dark paper alone, which pages are not.
    let light = Paint(light: Color(0x16191d), dark: Color(0x16191d))
    #expect(told([group("row", text("March", 10, 50, paint: light))]).isEmpty)
    #expect(
      told([group("row", text("March", 10, 50), text("April", 26, 50))])
        == ["words-overlap: 'March' (row) at 10, 43.6 overlaps 'April' (row) by 6 pt"])
    #expect(told([group("row", text("a§b", 10, 50))]).map { $0.prefix(13) } == ["missing-glyph"])
    // A drawing is told of by itself; the page's words must keep clear of its words.
    #expect(told([group("plot", text("March", 10, 50), text("April", 26, 50))]).isEmpty)
    #expect(told([group("plot", text("a§b", 10, 50))]).isEmpty)
    #expect(
      told([group("plot", text("March", 10, 50)), group("row", text("April", 26, 50))]).count == 1)
    #expect(
      told([group("plot", text("March", 10, 50)), group("plot", text("April", 26, 50))]).count == 1)
    // Colours of marks are the drawing's own affair.
    let faint = Paint(light: Color(0xffcc00), dark: Color(0xffcc00))
    #expect(
      told([group("marks", area(Rectangle(x: 0, y: 0, width: 9, height: 9), faint))]).isEmpty)
  }

  @Test func aLineOnAnAreaOfALikeColourIsFound() {
    let ground = area(Rectangle(x: 0, y: 0, width: 100, height: 60), theme.categories[1])
    func line(_ paint: Paint, from start: Point) -> SceneElement {
      .path(
        .polyline([start, Point(x: 90, y: start.y)]), fill: nil, stroke: Stroke(paint, width: 1))
    }
    let poor = told([ground, line(theme.categories[0], from: Point(x: 10, y: 30))])
    #expect(
      poor.first
        == "marks-contrast: a line (marks) at 9.5, 29.5 in #0072b2 has 1.34:1 on #d55e00 under it "
        + "(light) and in #3b9ad9 has 1.05:1 on #e8792b under it (dark), needs 3:1")
    #expect(told([ground, line(theme.categories[0], from: Point(x: 10, y: 80))]).isEmpty)
    // The band around a line is a tint of it.
    let band = area(
      Rectangle(x: 0, y: 0, width: 100, height: 60), theme.categories[2].opacity(0.22))
    #expect(told([band, line(theme.categories[2], from: Point(x: 10, y: 30))]).isEmpty)
  }

  @Test(arguments: ColorRamp.allCases)
  func coloursOfARampAreReadWithItsLegend(_ ramp: ColorRamp) {
    let cells = (0...10).map { step in
      area(
        Rectangle(x: Points(Double(step * 10)), y: 0, width: 9, height: 9),
        ramp.paint(at: Double(step) / 10))
    }
    #expect(told(cells).isEmpty)
  }

  // MARK: Categories

  private func legend(_ samples: [(String, Paint, DotShape)]) -> [SceneElement] {
    samples.enumerated().flatMap { index, sample -> [SceneElement] in
      let y = Points(Double(index) * 14 + 10)
      return [
        .dots([Point(x: 4, y: y)], shape: sample.2, radius: 3, paint: sample.1),
        text(sample.0, 12, y + 3),
      ]
    }
  }

  @Test func categoriesThatLookAlikeToSomeEyesAreFound() {
    // Vermilion and an amber of its lightness: far apart for most, one colour without the cones
    // for middle waves.
    let amber = Paint(light: Color(0xb87a00), dark: Color(0xf0bf3a))
    let told = told(
      legend([("yes", theme.categories[1], .circle), ("no", amber, .circle)]), role: "legend")
    #expect(
      told
        == [
          "category-distance: 'no' (legend) at 12, 20.6 in #b87a00 is 0.4 from 'yes' in #d55e00 for "
            + "deutan sight (light), needs 8"
        ])
    #expect(
      self.told(
        legend([("yes", theme.categories[1], .circle), ("no", amber, .square)]), role: "legend"
      ).isEmpty, "another shape tells them apart")
  }

  @Test func allCategoriesOfTheThemePass() {
    let samples = theme.categories.prefix(6).enumerated().map { ("c\($0)", $1, DotShape.circle) }
    #expect(told(legend(samples), role: "legend").isEmpty)
  }

  // MARK: Glyphs

  @Test func aMissingGlyphIsFound() {
    #expect(
      told([text("a§b", 10, 50)], measuring: FixedMeasuring(undrawable: ["§"]))
        == [
          "missing-glyph: 'a§b' (marks) at 10, 43.6 has no glyph in any installed font for U+00A7"
        ])
    #expect(
      told([text("a\u{f8000}b", 10, 50)], measuring: PangoMeasuring()).first?
        .hasSuffix("has no glyph in any installed font for U+F8000") == true)
  }
}
