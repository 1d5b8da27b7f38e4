import Cairo
import Drawing
import Testing

/// How paragraphs are wrapped.
@Suite struct ParagraphLayoutTests {
  static let measuring = PangoMeasuringTests.measuring
  static let theme = Theme.standard

  static func run(_ text: String, weight: Int = 400, link: String? = nil) -> TextRun {
    TextRun(text, font: theme.body.weight(weight), paint: theme.ink, link: link)
  }

  static func wrap(_ texts: String..., width: Points) -> [String] {
    measuring.lines(of: texts.map { run($0) }, width: width)
      .map { $0.runs.map(\.run.text).joined(separator: "|") }
  }

  @Test func wordsWrapAndTheSpaceAtTheEndIsDropped() {
    let lines = Self.measuring.lines(
      of: [Self.run("Weight and smoking move the risk score together")], width: 80)
    #expect(lines.count > 1)
    for line in lines {
      #expect(line.extent.width <= 80)
      #expect(line.runs.allSatisfy { !$0.run.text.hasSuffix(" ") && $0.x == 0 })
    }
    let words = lines.map { $0.runs.map(\.run.text).joined() }.joined(separator: " ")
    #expect(words == "Weight and smoking move the risk score together")
  }

  @Test func aLineMeasuresAsItIsPainted() {
    let lines = Self.measuring.lines(
      of: [Self.run("AVATAR To Yes, weight and smoking: 12×30 → 5:30 fi ffl")], width: 70)
    for line in lines {
      for placed in line.runs {
        let alone = Self.measuring.extent(of: placed.run.text, font: placed.run.font).width
        #expect(abs((placed.width - alone).value) < 0.25, "\(placed.run.text)")
      }
    }
  }

  @Test(arguments: [
    "one\ntwo", "one\r\ntwo", "one\rtwo", "one\u{2028}two", "one\u{2029}two", "one\u{85}two",
  ])
  func lineEndsBeginALine(_ text: String) {
    #expect(Self.wrap(text, width: 200) == ["one", "two"])
  }

  @Test func emptyLinesKeepTheirHeight() {
    let lines = Self.measuring.lines(of: [Self.run("one\n\nthree")], width: 200)
    #expect(lines.map(\.runs.count) == [1, 0, 1])
    #expect(lines[1].extent.height == lines[0].extent.height)
  }

  @Test func aWordWiderThanTheWidthIsBrokenAndNothingIsLost() {
    let word = String(repeating: "abcdefghij", count: 20)
    let lines = Self.wrap(word, width: 50)
    #expect(lines.count > 10)
    #expect(lines.joined() == word)
  }

  @Test(arguments: [0, -5, 0.01, Double.infinity] as [Double])
  func anyWidthGivesLines(_ width: Double) {
    let lines = Self.wrap("ab cd", width: Points(width))
    #expect(lines.joined().filter { $0 != " " } == "abcd")
  }

  @Test func runsKeepTheirFontPaintAndLink() {
    let lines = Self.measuring.lines(
      of: [
        Self.run("See "), Self.run("the method", link: "#method"), Self.run(" and "),
        Self.run("strong", weight: 600), Self.run("."),
      ], width: 400)
    #expect(lines.count == 1)
    #expect(lines[0].runs.map(\.run.text) == ["See ", "the method", " and ", "strong", "."])
    #expect(lines[0].runs[1].run.link == "#method")
    #expect(lines[0].runs[3].run.font.weight == 600)
    for (left, right) in zip(lines[0].runs, lines[0].runs.dropFirst()) {
      #expect(abs((left.x + left.width - right.x).value) < 0.01)
    }
  }

  @Test func noRunsNoLines() {
    #expect(Self.measuring.lines(of: [], width: 100).isEmpty)
    #expect(Self.wrap("", width: 100).count <= 1)
  }

  @Test func aRightToLeftParagraphBeginsAtTheRight() {
    let lines = Self.measuring.lines(of: [Self.run("שלום 123 עולם")], width: 200)
    #expect(lines.count == 1)
    let last = lines[0].runs.map { $0.x + $0.width }.max() ?? 0
    #expect(abs(last.value - 200) < 0.01)
    // In the order of the eye: the second word at the left, the number, the first word.
    #expect(lines[0].runs.map { $0.run.text.trimmed } == ["עולם", "123", "שלום"])
  }

  @Test func aRightToLeftValueDoesNotTurnTheSentenceAroundIt() {
    let isolated = "\u{2068}שלום (1)\u{2069} is 5 of 10"
    let lines = Self.measuring.lines(of: [Self.run(isolated)], width: 300)
    #expect(lines.count == 1)
    #expect(lines[0].runs.first?.x == 0)
    #expect(lines[0].runs.last?.run.text.hasSuffix("is 5 of 10") == true)
  }

  @Test func overridesAreShownAndTurnNothing() {
    let lines = Self.measuring.lines(of: [Self.run("abc\u{202e}def ghi")], width: 300)
    #expect(lines.map { $0.runs.map(\.run.text).joined() } == ["abc\u{fffd}def ghi"])
  }

  @Test func aSoftHyphenShowsOnlyWhereTheLineBreaks() {
    let text = "incomprehensi\u{ad}bilities"
    let whole = Self.measuring.lines(of: [Self.run(text)], width: 300)
    #expect(whole.count == 1 && whole[0].runs.map(\.run.text).joined() == text)
    let lines = Self.measuring.lines(of: [Self.run(text)], width: 70)
    #expect(lines.map { $0.runs.map(\.run.text).joined() } == ["incomprehensi-", "bilities"])
    #expect(lines.allSatisfy { $0.extent.width <= 70 })
  }

  @Test func aHundredThousandCharactersWrap() {
    let text = String(repeating: "lorem ipsum dolor ", count: 5_600)
    #expect(Self.wrap(text, width: 400).count > 500)
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
