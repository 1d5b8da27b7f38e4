import Charts
import Drawing
import Frame
import Testing
import TestSupport

@testable import Pages

@Suite struct PageLayoutTests {
  private func rows(_ count: Int, lines: Int = 1) -> TableContent {
    TableContent(
      columns: [
        TableContent.Column(head: "Name", alignment: .left),
        TableContent.Column(head: "Number", alignment: .right),
      ],
      rows: (0..<count).map { row in
        .cells([
          TableContent.Cell("row\(row)" + String(repeating: "\nmore", count: lines - 1)),
          TableContent.Cell("\(row)"),
        ])
      }, summary: "Rows")
  }

  private func chart(height: Points, width: Points = PageFormat.a4.textWidth) -> Content {
    .chart(
      Chart(
        title: "Chart", subtitle: "Subtitle",
        scene: Scene(size: Size(width: width, height: height)), note: "Note", altText: "Alt",
        data: DataFrame([]), results: []), id: "chart-1")
  }

  @Test func openingPageLooksAsDrawn() {
    let tiles = [
      FigureTile(label: "Users", value: "2,497", comparison: "of all"),
      FigureTile(label: "Mean risk", value: "37.7", comparison: "0.4 above", direction: 1),
      FigureTile(label: "Smokers", value: "23%", comparison: "1 pt below", direction: -1),
      FigureTile(label: "Steps", value: "1,152", unit: "a day", comparison: "as", direction: 0),
    ]
    let document = Document(
      title: "Cohort risk: women", standfirst: [Inline("Age moves it most.")],
      runningHead: ("Cohort risk", "Data as of 31 March 2026"),
      content: [
        .figures(tiles), .heading(level: 1, text: "How they move", anchor: "how"),
        .paragraph([
          Inline("Readings are "), Inline("many", isStrong: true), Inline("; see "),
          Inline("this", link: "https://example.org"), Inline("."),
        ]),
        .list(
          [[.paragraph([Inline("One")])], [.paragraph([Inline("Two")])]], isOrdered: true, start: 1),
        .quote([.paragraph([Inline("Said")])]), .code("a = 1"), .rule,
        .choice(id: "choose-1", [("Women", [.note([Inline("For women")])])]),
        .contents(title: "Contents"),
      ])
    let placed = document.placed()
    #expect(placed.pages.count == 1)
    Golden.check(placed.pages[0].scene.dump, named: "page-opening")
  }

  @Test func tableLooksAsDrawn() {
    let table = TableContent(
      columns: [
        TableContent.Column(head: "Name", alignment: .left),
        TableContent.Column(head: "Age", alignment: .right),
        TableContent.Column(head: "Risk", alignment: .right, hasBars: true),
      ],
      rows: [
        .groupHead("High"),
        .cells([.init("Ann"), .init("86"), .init("96.8", bar: 0...1)]),
        .cells([
          .init("Bob"), .init("–"), .init("9.5", bar: 0...0.1, fill: Theme.standard.categories[0]),
        ]),
        .totals([.init("Mean"), .init("86"), .init("53.2")]),
      ], cut: "2 of 9 rows.", summary: "Risks")
    let document = Document.of([
      .block(id: "t", [.title("Highest risk", subtitle: "of all"), .table(table)])
    ])
    Golden.check(document.placed().pages[0].scene.dump, named: "page-table")
  }

  @Test func longTableRepeatsItsHeadOnEachPage() {
    let placed = Document.of([.table(rows(200))]).placed()
    #expect(placed.pages.count == 5)
    for (index, page) in placed.pages.enumerated() {
      let heads = page.texts.filter { $0.role == "table-head" }.map(\.text)
      #expect(heads == (index == 0 ? ["Name", "Number"] : ["Continued", "Name", "Number"]))
    }
  }

  @Test func noRowStandsAloneOnTheLastPage() throws {
    for count in 36...48 {
      let placed = Document.of([.table(rows(count))]).placed()
      let last = try #require(placed.pages.last).texts.filter { $0.role == "row" }
      #expect(last.count >= 4, "\(count) rows")
    }
  }

  @Test func rowTallerThanAPageIsCutBetweenLines() {
    let placed = Document.of([.table(rows(2, lines: 150))]).placed()
    #expect(placed.words("row").count { $0 == "more" } == 298)
    #expect(placed.pages.count > 4)
  }

  @Test func wordWiderThanItsColumnIsBrokenNotLost() {
    let word = String(repeating: "x", count: 1000)
    let table = TableContent(
      columns: [TableContent.Column(head: "A", alignment: .left)],
      rows: [.cells([TableContent.Cell(word)])], summary: "")
    let printed = Document.of([.table(table)]).placed().words("row").joined()
    #expect(printed == word)
  }

  @Test func columnsThatDoNotFitFollowUnderTheFirst() {
    let table = TableContent(
      columns: (0..<30).map { TableContent.Column(head: "Column\($0)", alignment: .right) },
      rows: [.cells((0..<30).map { TableContent.Cell("value\($0)") })], summary: "")
    let placed = Document.of([.table(table)]).placed()
    let words = placed.words("row")
    #expect(Set(words) == Set((0..<30).map { "value\($0)" }))
    let parts = words.count { $0 == "value0" }
    #expect(parts > 1 && words.count == 29 + parts)
    let labels = placed.pages[0].texts.filter { $0.role == "note" }.map(\.text)
    #expect(labels.count == parts && labels[0].hasSuffix("of 30"))
  }

  @Test func chartThatDoesNotFitGoesToTheNextPageWithItsWords() {
    let placed = Document.of([chart(height: 500), chart(height: 300)]).placed()
    #expect(placed.pages.count == 2)
    for page in placed.pages {
      #expect(
        page.texts.map(\.role).filter { $0 != "folio" && $0 != "running-head" } == [
          "title", "subtitle", "note",
        ])
      #expect(page.figures.map(\.altText) == ["Alt"])
    }
  }

  @Test func chartLargerThanAPageIsMadeSmaller() {
    let placed = Document.of([chart(height: 2000, width: 900)]).placed()
    #expect(placed.pages.count == 1)
    let area = placed.pages[0].figures.first?.area
    #expect((area?.height ?? 9999) < 720 && (area?.width ?? 9999) < 507.3)
  }

  @Test func headingIsNeverLastOnAPage() {
    for spacer in stride(from: 600, through: 700, by: 7) {
      let placed = Document.of([
        .chart(
          Chart(
            title: nil, subtitle: nil,
            scene: Scene(size: Size(width: 100, height: Points(Double(spacer)))), note: nil,
            altText: "", data: DataFrame([]), results: []), id: "c"),
        .heading(level: 1, text: "Heading", anchor: "h"), .paragraph([Inline("Below")]),
      ]).placed()
      for page in placed.pages {
        let roles = page.texts.map(\.role)
        #expect(roles.contains("heading") == roles.contains("paragraph"))
      }
    }
  }

  @Test func contentsNameThePageOfEachHeading() {
    let placed = Document.of([
      .contents(title: "Contents"), .pageBreak,
      .heading(level: 1, text: "First", anchor: "a"), .pageBreak,
      .columns([(1, [.heading(level: 2, text: "Second", anchor: "b")])]),
    ]).placed()
    let entries = placed.pages[0].texts.filter { $0.role == "contents" }.map(\.text)
    #expect(entries == ["First", "2", "Second", "3"])
    #expect(placed.pages[0].links.map(\.target) == ["#a", "#b"])
    #expect(placed.pages[1].anchors["a"] != nil && placed.pages[2].anchors["b"] != nil)
    #expect(placed.outline.map(\.title) == ["First", "Second"])
  }

  @Test func columnsStandSideBySideAndContinueOverThePage() {
    let placed = Document.of([
      .columns([(1, [.table(rows(60))]), (1, [.paragraph([Inline("Right")])])]),
      .paragraph([Inline("After")]),
    ]).placed()
    #expect(placed.pages.count == 2)
    let right = placed.pages[0].texts.first { $0.role == "paragraph" }
    #expect(right?.left == 44 + (PageFormat.a4.textWidth + 24) / 2.0)
    #expect(placed.pages[1].texts.contains { $0.text == "After" })
  }

  @Test func figuresOfABlockHaveOneSize() {
    let values = ["5,000", "10,131,361", "225,019,360.62", "1"]
    let page = Document.of([.figures(values.map { FigureTile(label: "L", value: $0) })])
      .placed().pages[0]
    let sizes = Set(page.texts.filter { values.contains($0.text) }.map(\.size))
    #expect(sizes.count == 1)
  }

  @Test func numberNeverMeetsItsSparkline() {
    let spark = Scene(
      size: Size(width: 64, height: 18),
      elements: [
        .path(
          .polyline([Point(x: 0, y: 0), Point(x: 64, y: 18)]), fill: nil,
          stroke: Stroke(Theme.standard.ink, width: 1))
      ])
    for digits in 1...14 {
      let value = String(repeating: "8", count: digits)
      let tiles = (0..<4).map { _ in
        FigureTile(label: "L", value: value, unit: "kg", sparkline: spark)
      }
      let page = Document.of([.figures(tiles)]).placed().pages[0]
      #expect(
        page.texts.filter { $0.text.contains("8") }.map(\.text).joined().filter { $0 == "8" }.count
          == 4 * digits)
      // A number stays whole, and no sparkline is lost.
      #expect(page.texts.filter { $0.text == value }.count == 4, "\(digits) digits")
      #expect(page.scene.dump.split(separator: "sparkline").count == 5)
    }
  }

  @Test func pageBreaksMakeNoEmptyPage() {
    let placed = Document.of([
      .pageBreak, .paragraph([Inline("A")]), .pageBreak, .pageBreak, .paragraph([Inline("B")]),
      .pageBreak,
    ]).placed()
    #expect(placed.pages.dropLast().allSatisfy { $0.texts.contains { $0.role == "paragraph" } })
  }

  @Test func emptyDocumentHasOnePage() {
    #expect(Document.of([]).placed().pages.count == 1)
  }
}
