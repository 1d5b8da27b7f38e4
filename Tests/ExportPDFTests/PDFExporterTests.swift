import Cairo
import Dates
import Drawing
import ExportPDF
import Foundation
import Pages
import TestSupport
import Testing

/// What other programs find in our PDF.
@Suite struct PDFExporterTests {
  static let measuring = PangoMeasuring()
  static let theme = Theme.standard

  static func line(_ text: String, _ x: Points, _ y: Points, font: Font = theme.body)
    -> SceneElement
  {
    .text(
      TextRun(text, font: font, paint: theme.ink), at: Point(x: x, y: y), anchor: .start,
      rotation: 0)
  }

  static func group(_ role: String, _ x: Points, _ y: Points, _ lines: [(String, Font)])
    -> SceneElement
  {
    .group(
      SceneGroup(
        lines.map { line($0.0, 0, 0, font: $0.1) }, role: role, offset: Point(x: x, y: y)))
  }

  /// Two pages with a link, an outline, a figure and words of many scripts.
  static var document: PlacedDocument {
    var first = Page(scene: Scene(size: PageFormat.a4.size))
    first.scene.elements = [
      group("title", 44, 80, [("Cohort risk: women", theme.title)]),
      group("paragraph", 44, 500, [("A first paragraph of", theme.body)]),
      group("paragraph", 44, 512.5, [("two lines.", theme.body)]),
      group("paragraph", 44, 531, [("A second paragraph.", theme.body)]),
      line("Café naïve “quoted” − 12 × 30 ≥ 5 µg", 44, 110),
      line("Ελληνικά Здравствуйте", 44, 130), line("שלום עולם", 44, 150),
      line("مرحبا بالعالم", 44, 170), line("efficient office fly", 44, 190),
      line("see the method", 44, 210), line("a\u{7}b\u{202e}c", 44, 230),
      .group(
        SceneGroup(
          [
            .dots(
              (0..<200).map {
                Point(x: Points(Double($0 * 37 % 300)), y: Points(Double($0 * 53 % 200)))
              },
              shape: .circle, radius: 2, paint: theme.categories[0].opacity(0.4))
          ], role: "chart", offset: Point(x: 44, y: 260),
          clip: Rectangle(x: 0, y: 0, width: 300, height: 200))),
    ]
    first.anchors = ["top": 60]
    first.links = [
      (Rectangle(x: 44, y: 200, width: 60, height: 12), "#method"),
      (Rectangle(x: 44, y: 100, width: 60, height: 12), "https://example.org/a?b=(c)&d='e'"),
      (Rectangle(x: 44, y: 100, width: 60, height: 12), "javascript:alert(1)"),
      (Rectangle(x: 44, y: 100, width: 60, height: 12), "#nowhere"),
    ]
    first.figures = [
      (Rectangle(x: 44, y: 260, width: 300, height: 200), "Dots: weight (lb) by risk, n = 200")
    ]
    var second = Page(scene: Scene(size: PageFormat.a4.size))
    second.scene.elements = [group("heading", 44, 80, [("Method", theme.heading(1))])]
    second.anchors = ["method": 80, "it's \\ odd (é)": 300]
    return PlacedDocument(
      title: "Cohort risk: women (é)", author: "Data desk", language: "en-GB", format: .a4,
      pages: [first, second],
      outline: [
        OutlineEntry(title: "Cohort risk", level: 1, anchor: "top"),
        OutlineEntry(title: "Method – é", level: 3, anchor: "method"),
        OutlineEntry(title: "Odd", level: 2, anchor: "it's \\ odd (é)"),
        OutlineEntry(title: "Lost", level: 1, anchor: "nowhere"),
      ])
  }

  static func bytes(_ document: PlacedDocument = document) throws -> [UInt8] {
    try PDFExporter(measuring: measuring).bytes(
      of: document, created: Timestamp("2026-01-31 06:30:00"))
  }

  /// Runs a program on the PDF, whose path takes the place of `FILE`.
  static func tell(_ command: String, _ arguments: [String], _ pdf: [UInt8]) throws -> String {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "report.pdf")
      try Data(pdf).write(to: file)
      let result = try run(command, arguments.map { $0 == "FILE" ? file.path() : $0 })
      #expect(result.status == 0, "\(command): \(result.errorText)")
      #expect(result.errorText.isEmpty, "\(command): \(result.errorText)")
      return result.text
    }
  }

  @Test func qpdfFindsNoFault() throws {
    let told = try Self.tell("qpdf", ["--check", "FILE"], Self.bytes())
    #expect(told.contains("No syntax or stream encoding errors found"))
  }

  @Test func descriptionComesFromTheReportNotFromTheClock() throws {
    let told = try Self.tell("pdfinfo", ["-isodates", "FILE"], Self.bytes())
    for line in [
      "Title:           Cohort risk: women (é)", "Author:          Data desk",
      "Creator:         broadsheet", "CreationDate:    2026-01-31T06:30:00Z",
      "ModDate:         2026-01-31T06:30:00Z", "Pages:           2",
      "Page size:       595.276 x 841.89 pts (A4)",
    ] {
      #expect(told.contains(line), "\(told)")
    }
    let json = try Self.tell("qpdf", ["--json", "FILE"], Self.bytes())
    #expect(json.contains("\"/Lang\": \"u:en-GB\""))
    #expect(json.contains("\"/DisplayDocTitle\": true"))
  }

  @Test func fontsAreEmbeddedAsSubsets() throws {
    let lines = try Self.tell("pdffonts", ["FILE"], Self.bytes()).split(separator: "\n").dropFirst(
      2)
    #expect(lines.count >= 5)
    for line in lines {
      let flags = line.split(separator: " ").suffix(5)
      #expect(Array(flags.prefix(3)) == ["yes", "yes", "yes"], "\(line)")
    }
  }

  @Test func textIsFoundAsItWasWritten() throws {
    let text = try Self.tell("pdftotext", ["-layout", "FILE", "-"], Self.bytes())
    for line in [
      "Cohort risk: women", "Café naïve “quoted” − 12 × 30 ≥ 5 µg", "Ελληνικά Здравствуйте",
      "שלום עולם", "efficient office fly", "a␇b\u{fffd}c", "Method",
    ] {
      #expect(text.contains(line), "\(line) in \(text)")
    }
    // pdftotext 22.12 sees spaces inside Arabic words, in pages that Pango itself prints too.
    #expect(text.filter { $0 != " " }.contains("مرحبابالعالم"))
  }

  @Test func linksAndOutlineLeadWhereTheyShould() throws {
    let json = try Self.tell("qpdf", ["--json", "FILE"], Self.bytes())
    let outlines = try #require(json.range(of: "\"outlines\""))
    let told = String(json[outlines.lowerBound...].prefix(2500))
    for title in ["Cohort risk", "Method – é", "Odd", "Lost"] {
      #expect(told.contains("\"title\": \"\(title)\""), "\(told)")
    }
    #expect(json.components(separatedBy: "\"/Subtype\": \"/Link\"").count - 1 == 2)
    #expect(json.contains("u:https://example.org/a?b=(c)&d='e'"))
    #expect(!json.contains("javascript"))
  }

  @Test func structureTellsHeadingsParagraphsAndFigures() throws {
    let told = try Self.tell("pdfinfo", ["-struct-text", "FILE"], Self.bytes())
    let order = [
      "H1 (block)", "\"Cohort risk: women\"", "P (block)", "\"A first paragraph of two lines.\"",
      "P (block)", "\"A second paragraph.\"", "Figure", "H4 (block)",
      "\"Method\"",
    ]
    var rest = told[...]
    for words in order {
      guard let found = rest.range(of: words) else {
        Issue.record("\(words) is not where it should be in \(told)")
        return
      }
      rest = rest[found.upperBound...]
    }
    let json = try Self.tell("qpdf", ["--json", "FILE"], Self.bytes())
    #expect(json.contains("\"/Alt\": \"u:Dots: weight (lb) by risk, n = 200\""))
  }

  @Test func sameReportSameBytes() throws {
    let again = try PDFExporter(measuring: PangoMeasuring()).bytes(
      of: Self.document, created: Timestamp("2026-01-31 06:30:00"))
    #expect(try Self.bytes() == again)
  }

  @Test func reportsWrittenAtOnceAreEqual() async throws {
    let expected = try Self.bytes()
    let exporter = PDFExporter(measuring: Self.measuring)
    let document = Self.document
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<6 {
        group.addTask {
          try exporter.bytes(of: document, created: Timestamp("2026-01-31 06:30:00"))
        }
      }
      for try await bytes in group { #expect(bytes == expected) }
    }
  }

  /// Many dots are written by us, few by Cairo; both look the same.
  @Test func manyDotsLookLikeFew() throws {
    let points = (0..<400).map {
      Point(x: Points(Double($0 % 20) * 7.37 + 3), y: Points(Double($0 / 20) * 6.91 + 3))
    }
    let paint = Self.theme.categories[1].opacity(0.5)
    func picture(_ count: Int) throws -> [UInt8] {
      try seen(
        stride(from: 0, to: points.count, by: count).map { start in
          SceneElement.dots(
            Array(points[start..<start + count]), shape: .circle, radius: 4, paint: paint)
        })
    }
    let (many, few) = (try picture(400), try picture(50))
    try #require(many.count == few.count && many.count > 1_000_000)
    #expect(many.count { $0 < 250 } > 100_000)
    // An edge may lie a sixtieth of a point off, which is a thirtieth of a pixel here.
    #expect(zip(many, few).count { abs(Int($0) - Int($1)) > 40 } == 0)
  }

  /// A long line is written by us, a short one by Cairo; both look the same.
  @Test(arguments: [Stroke.Ending.round, .butt])
  func aLongLineLooksLikeShortOnes(_ ending: Stroke.Ending) throws {
    let stroke = Stroke(
      Paint(light: Color(0x0072b2), dark: Color(0)), width: 1.5, ending: ending)
    // Every hundredth step is level, so that lines that meet there have no corner to lose.
    var random = SeededGenerator(seed: 8)
    var points = [Point(x: 10, y: 60)]
    for step in 1...400 {
      let height =
        step % 100 < 2 ? points[step - 1].y : Points(.random(in: 10...110, using: &random))
      points.append(Point(x: Points(10 + Double(step) * 0.3), y: height))
    }
    func picture(_ count: Int) throws -> [UInt8] {
      try seen(
        stride(from: 0, to: 400, by: count).map { start in
          .path(.polyline(Array(points[start...start + count])), fill: nil, stroke: stroke)
        })
    }
    let (long, short) = (try picture(400), try picture(100))
    try #require(long.count == short.count && long.count > 1_000_000)
    #expect(long.count { $0 < 250 } > 20_000)
    // A corner may lie a 256th of a point off, and short lines darken the edge where they meet.
    #expect(zip(long, short).count { abs(Int($0) - Int($1)) > 40 } < 200)
  }

  /// A page of some elements, cut and moved, as another program shows it.
  private func seen(_ elements: [SceneElement]) throws -> [UInt8] {
    var document = Self.document
    document.pages[0].scene.elements = [
      .group(
        SceneGroup(
          elements, role: "chart", offset: Point(x: 61.3, y: 80.7),
          clip: Rectangle(x: 5, y: 0, width: 130, height: 200)))
    ]
    let pdf = try Self.bytes(document)
    return try withTemporaryFolder { folder in
      let file = folder.appending(path: "page.pdf")
      try Data(pdf).write(to: file)
      let seen = try run("pdftoppm", ["-r", "144", "-l", "1", "-singlefile", file.path()])
      return [UInt8](seen.output)
    }
  }

  @Test func aReportWithoutPagesIsStillAFile() throws {
    var document = Self.document
    document.pages = []
    _ = try Self.tell("qpdf", ["--check", "FILE"], Self.bytes(document))
  }
}
