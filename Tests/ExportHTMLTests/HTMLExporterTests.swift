import Drawing
import ExportHTML
import Pages
import ReportFixture
import TestSupport
import Testing

@Suite struct HTMLExporterTests {
  @Test func sampleReportIsWrittenAsPinned() {
    let html = HTMLExporter().html(of: SampleReport.document())
    Golden.check(html, named: "sample-report", extension: "html")
  }

  @Test func sameDocumentGivesSameBytes() {
    let document = SampleReport.document(points: 300, rows: 40)
    #expect(HTMLExporter().html(of: document) == HTMLExporter().html(of: document))
  }

  @Test func sampleReportIsWellFormed() throws {
    try #expect(HTMLReading(HTMLExporter().html(of: SampleReport.document())).faults == [])
  }

  @Test func hostileTextIsPrintedAsItself() throws {
    let texts = ["x"] + SampleReport.hostileTexts.map(\.text)
    let pages = try HTMLReading.all(
      texts.map { HTMLExporter().html(of: SampleReport.document(everywhere: $0)) })
    // Data adds no element, save those that isolate a direction or end a line.
    let added = ["bdi", "br", "a"] as Set
    for (text, page) in zip(texts, pages) {
      let name = String(text.prefix(40))
      #expect(page.faults == [], "\(name)")
      #expect(page.elements(without: added) == pages[0].elements(without: added), "\(name)")
      #expect(page.handlers == [], "\(name)")
      #expect(page.text.contains(page.printable(text)), "\(name)")
    }
  }

  @Test func linksLeadOnlyWhereTheyMay() throws {
    let links = ["https://example.org/?a=1&b=2", "#x y", "javascript:alert(1)", "data:,x"]
    let content = links.map { Content.paragraph([Inline("go", link: $0)]) }
    let html = HTMLExporter().html(of: document(content))
    #expect(
      html.contains("<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener noreferrer\">"))
    #expect(html.contains("<a href=\"#x-y\">"))
    #expect(html.components(of: "<a ") == 3, "two links and the one that skips to the report")
  }

  @Test func headingsLeaveNoLevelOut() {
    let html = HTMLExporter().html(
      of: document([
        .heading(level: 3, text: "deep first", anchor: "a"),
        .heading(level: 3, text: "then deeper", anchor: "b"),
        .title("block", subtitle: nil), .heading(level: 1, text: "back", anchor: "c"),
      ]))
    #expect(html.contains("<h2 class=\"level-3\" id=\"a\">deep first</h2>"))
    #expect(html.contains("<h3 class=\"level-3\" id=\"b\">then deeper</h3>"))
    #expect(html.contains("<h4 class=\"block-title\">block</h4>"))
    #expect(html.contains("<h2 class=\"level-1\" id=\"c\">back</h2>"))
  }

  @Test func anIdIsGivenOnce() {
    let html = HTMLExporter().html(
      of: document([.block(id: "a b", [.block(id: "a b", []), .block(id: "report", [])])]))
    #expect(html.components(of: "id=\"a-b\"") == 1)
    #expect(html.components(of: "id=\"report\"") == 1)
  }

  @Test func longDataIsCutAndSaysSo() {
    let html = HTMLExporter().html(of: SampleReport.document(points: 1234))
    #expect(html.contains("<summary>Data behind this chart: first 200 of 1"))
    #expect(html.components(of: "<td>N</td>") + html.components(of: "<td>Y</td>") == 200)
  }

  private func document(_ content: [Content]) -> Document {
    Document(title: "T", runningHead: ("", ""), content: content)
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
