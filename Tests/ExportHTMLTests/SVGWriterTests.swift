@testable import ExportHTML
import Drawing
import TestSupport
import Testing

/// Scenes as SVG.
@Suite struct SVGWriterTests {
  static let theme = Theme.standard

  static func svg(_ elements: [SceneElement], title: String? = nil, description: String? = nil)
    -> String
  {
    var styles = SVGStyles()
    return SVGWriter.svg(
      of: Scene(size: Size(width: 40, height: 30), elements: elements), styles: &styles,
      idPrefix: "c", title: title, description: description)
  }

  static func text(_ words: String, anchor: TextAnchor = .start) -> SceneElement {
    .text(
      TextRun(words, font: theme.body, paint: theme.ink), at: Point(x: 1, y: 2), anchor: anchor,
      rotation: 0)
  }

  @Test func everythingIsDrawn() {
    var styles = SVGStyles()
    let svg = SVGWriter.svg(
      of: PaintedGallery.scene, styles: &styles, idPrefix: "gallery", title: "One of everything",
      description: "Lines, dots & words")
    let lines = svg.split(separator: "><").joined(separator: ">\n<")
    Golden.check(lines + "\n\n" + styles.css + "\n", named: "svg-of-every-element")
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("a & \"b\" 'c'", "a &amp; &quot;b&quot; &#39;c&#39;"),
    ("a\u{0}\u{1b}b\nc", "a␀␛b␊c"), ("\u{fffe}\u{202e}x", "\u{fffd}\u{fffd}x"),
  ])
  func dataIsEncoded(_ text: String, _ encoded: String) {
    #expect(Self.svg([Self.text(text)]).contains(">\(encoded)</text>"))
    #expect(Self.svg([], title: text).contains("aria-label=\"\(encoded)\""))
    let group = SceneGroup([], role: "marks", tooltip: text)
    #expect(Self.svg([.group(group)]).contains("<title>\(encoded)</title>"))
  }

  @Test func decorationIsHiddenAndWordsAreTold() {
    #expect(Self.svg([]).contains("aria-hidden=\"true\""))
    let told = Self.svg([], title: "Risk", description: "rises")
    #expect(told.contains("role=\"img\" aria-label=\"Risk\" aria-describedby=\"c-d\""))
    #expect(told.contains("<desc id=\"c-d\">rises</desc>"))
  }

  @Test func rightToLeftTextKeepsItsSide() {
    #expect(Self.svg([Self.text("שלום")]).contains("text-anchor=\"end\" direction=\"rtl\""))
    #expect(Self.svg([Self.text("שלום", anchor: .end)]).contains("\" direction=\"rtl\""))
    #expect(!Self.svg([Self.text("שלום", anchor: .end)]).contains("text-anchor"))
    #expect(Self.svg([Self.text("abc", anchor: .end)]).contains("text-anchor=\"end\""))
  }

  @Test func drawingsShareTheirStyles() {
    var styles = SVGStyles()
    let scene = Scene(size: Size(width: 9, height: 9), elements: [Self.text("a")])
    let first = SVGWriter.svg(of: scene, styles: &styles, idPrefix: "a")
    let css = styles.css
    let second = SVGWriter.svg(of: scene, styles: &styles, idPrefix: "a")
    #expect(first == second && styles.css == css)
    #expect(css.contains("--p0:#16191d") && css.contains("--p0:#f0f2f4"))
  }

  @Test func fiveThousandDotsStayShort() {
    var random = SeededGenerator(seed: 5)
    let points = (0..<5000).map { _ in
      Point(
        x: Points(Double.random(in: 0...500, using: &random)),
        y: Points(Double.random(in: 0...300, using: &random)))
    }
    let svg = Self.svg([.dots(points, shape: .circle, radius: 2, paint: Self.theme.ink)])
    #expect(svg.utf8.count < 80_000)
  }

  @Test(arguments: [
    (0.0, "0"), (-0.001, "0"), (0.5, ".5"), (-0.25, "-.25"), (12, "12"), (3.1, "3.1"),
    (2.05, "2.05"), (-1.999, "-2"), (Double.nan, "0"), (Double.infinity, "0"),
  ])
  func numbersAreShort(_ number: Double, _ text: String) {
    #expect(SVGNumber(number).text == text)
  }

  @Test func roundingNeverAddsUpAlongAPath() {
    let points = (0...300).map { Point(x: Points(Double($0) / 3), y: Points(Double($0) / 7)) }
    var (x, y) = (0.0, 0.0)
    let numbers = SVGPathData(.polyline(points)).text
      .replacing("m", with: " ").replacing("l", with: " ").replacing("-", with: " -")
      .split(separator: " ").compactMap { Double($0) }
    for place in stride(from: 0, to: numbers.count, by: 2) {
      (x, y) = (x + numbers[place], y + numbers[place + 1])
      #expect(abs(x - points[place / 2].x.value) < 0.0051)
      #expect(abs(y - points[place / 2].y.value) < 0.0051)
    }
  }

  @Test func idsStayApart() {
    #expect(XMLText.identifier("age & risk") != XMLText.identifier("age _ risk"))
    #expect(XMLText.identifier("\"><x") == "_22__3e__3c_x")
  }
}
