import Charts
import Drawing
import Frame
import Testing

@testable import Pages

/// No-break spaces reach every word of a report that may be wrapped.
@Suite struct ContentBindingTests {
  private static let loose = "n = 12"
  private static let firm = "n\u{a0}=\u{a0}12"

  private static let contents: [Content] = {
    let run = [Inline(loose)]
    let table = TableContent(
      columns: [.init(head: loose, alignment: .left)],
      rows: [.cells([.init(loose)]), .groupHead(loose), .totals([.init(loose)])], cut: loose,
      summary: "")
    let chart = Chart(
      title: loose, subtitle: loose, scene: Scene(size: Size(width: 1, height: 1)), note: loose,
      altText: "", data: DataFrame([]), results: [])
    return [
      .heading(level: 1, text: loose, anchor: ""), .title(loose, subtitle: loose),
      .paragraph(run), .caption(run), .note(run),
      .list([[.paragraph(run)]], isOrdered: false, start: 1), .quote([.paragraph(run)]),
      .figures([FigureTile(label: loose, value: "1", comparison: loose)]), .table(table),
      .chart(chart, id: ""), .columns([(share: 1, content: [.paragraph(run)])]),
      .choice(id: "", [(label: loose, content: [.paragraph(run)])]),
      .block(id: "", [.paragraph(run)]), .contents(title: loose),
    ]
  }()

  @Test(arguments: contents.indices)
  func wordsAreBoundWhereverTheyStand(_ index: Int) {
    let content = ContentBindingTests.contents[index]
    let bound = String(reflecting: content.bound)
    #expect(!bound.contains(ContentBindingTests.loose), "\(bound)")
    let count = String(reflecting: content).ranges(of: ContentBindingTests.loose).count
    // Reflection writes a no-break space as an escape or as itself.
    let firm = bound.replacing("\\u{A0}", with: "\u{a0}")
    #expect(count > 0 && firm.ranges(of: ContentBindingTests.firm).count == count)
  }

  @Test func codeStaysAsItWasWritten() {
    #expect(Content.code("n = 12").bound == .code("n = 12"))
    #expect(Inline("n = 12", isCode: true).bound.text == "n = 12")
  }
}
