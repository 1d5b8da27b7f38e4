import Charts
import Drawing
import ExportHTML
import Frame
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

  @Test func aNarrowScreenHasItsOwnDrawing() throws {
    let html = HTMLExporter().html(of: document([.chart(twice(small: 8), id: "c")]))
    try #expect(HTMLReading(html).faults == [])
    #expect(html.components(of: "<div class=\"plot wide w0\"") == 1)
    #expect(html.components(of: "<div class=\"plot slim w0\"") == 1)
    // Either may be the one that is shown, so both have the words; a hidden one is not read.
    #expect(html.components(of: "aria-label=\"Two drawings\"") == 2)
    #expect(
      html.contains(
        "@media screen{@container (width<520px)"
          + "{.wide.w0{display:none}.slim.w0{display:block}}}"))
  }

  @Test func aDrawingThatCannotBeReadOnAPhoneStaysWide() {
    let html = HTMLExporter().html(of: document([.chart(twice(small: 5), id: "c")]))
    #expect(html.components(of: "<div class=\"plot\"") == 1)
    #expect(html.components(of: "plot slim") == 0)
  }

  @Test func aHeavyDrawingIsNotSentTwice() {
    var chart = twice(small: 8)
    let points = (0..<40_000).map { Point(x: Points(Double($0 % 251)), y: Points(Double($0) / 99)) }
    let line = Path.polyline(points)
    chart.narrow[0].elements.append(
      .path(line, fill: nil, stroke: Stroke(Theme.standard.ink, width: 1)))
    let html = HTMLExporter().html(of: document([.chart(chart, id: "c")]))
    #expect(html.components(of: "plot slim") == 0)
  }

  /// A chart of two drawings with words of a size.
  private func twice(small size: Points) -> Chart {
    func scene(_ width: Points) -> Scene {
      let run = TextRun(
        "word", font: Theme.standard.label.size(size), paint: Theme.standard.ink)
      let place = Point(x: 0, y: 10)
      return Scene(
        size: Size(width: width, height: 20),
        elements: [
          .group(
            SceneGroup(
              [.text(run, at: place, anchor: .start, rotation: 0)], role: "marks",
              clip: Rectangle(x: 0, y: 0, width: width, height: 20)))
        ])
    }
    var chart = Chart(
      title: nil, subtitle: nil, scene: scene(400), note: nil, altText: "Two drawings",
      data: DataFrame([]), results: [])
    chart.narrow = [scene(250)]
    return chart
  }

  private func document(_ content: [Content]) -> Document {
    Document(title: "T", runningHead: ("", ""), content: content)
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
