package import Cairo
package import Dates
package import Drawing
package import Pages

/// Writes a placed report as PDF.
///
/// The same report gives the same bytes: the only date inside is the one that is handed in.
package struct PDFExporter: Sendable {
  private let measuring: any TextMeasuring

  /// - Parameter measuring: what measured the pages, so that the same fonts print them.
  package init(measuring: any TextMeasuring) { self.measuring = measuring }

  /// The PDF of a report.
  ///
  /// - Parameters:
  ///   - document: the report.
  ///   - created: the date in the file's description; nil for 1 January 1970.
  /// - Returns: the bytes of the file.
  /// - Throws: ``PDFError`` where Cairo or qpdf cannot go on.
  package func bytes(of document: PlacedDocument, created: Timestamp?) throws(PDFError) -> [UInt8] {
    let structure = PDFStructure(document)
    let drawn: PDFCanvas.Drawn
    do throws(CairoError) {
      drawn = try draw(document, structure, created: created)
    } catch {
      throw .drawing(error)
    }
    let finisher = try PDFFinisher.open(drawn.bytes)
    try finisher.fill(drawn.forms)
    try finisher.finish(language: document.language, altTexts: structure.altTexts)
    return try finisher.bytes()
  }

  private func draw(_ document: PlacedDocument, _ structure: PDFStructure, created: Timestamp?)
    throws(CairoError) -> PDFCanvas.Drawn
  {
    let canvas = try PDFCanvas(pageSize: document.format.size, measuring: measuring)
    canvas.describe(
      .init(
        title: document.title, author: document.author, creator: "broadsheet",
        created: PDFExporter.iso(created)))
    var marked: Set<String> = []
    let anchors = Set(document.pages.flatMap(\.anchors.keys))
    for (page, pieces) in zip(document.pages, structure.pages) {
      for piece in pieces { canvas.paint(piece.elements, as: piece.part) }
      for (anchor, y) in page.anchors.sorted(by: { $0.key < $1.key })
      where marked.insert(anchor).inserted {
        canvas.mark(anchor, at: max(0, y - PDFExporter.headroom))
      }
      for link in page.links { add(link, to: canvas, anchors: anchors) }
      canvas.endPage()
    }
    addOutline(of: document, to: canvas, anchors: anchors)
    return try canvas.finish()
  }

  /// How far above an anchor a link lands.
  private static let headroom: Points = 8

  private func add(
    _ link: (area: Rectangle, target: String), to canvas: borrowing PDFCanvas, anchors: Set<String>
  ) {
    if link.target.hasPrefix("#") {
      let anchor = String(link.target.dropFirst())
      if anchors.contains(anchor) { canvas.link(link.area, toAnchor: anchor) }
    } else if PDFExporter.isSafe(url: link.target) {
      canvas.link(link.area, toURL: link.target)
    }
  }

  /// Whether a URL opens a page or a mail, and runs nothing.
  private static func isSafe(url: String) -> Bool {
    let scheme = url.prefix { $0 != ":" }.lowercased()
    return ["http", "https", "mailto"].contains(scheme) && url.utf8.allSatisfy { $0 > 0x20 }
  }

  private func addOutline(
    of document: PlacedDocument, to canvas: borrowing PDFCanvas, anchors: Set<String>
  ) {
    var above: [(level: Int, number: Int32)] = []
    for entry in document.outline {
      while let last = above.last, last.level >= entry.level { above.removeLast() }
      let number = canvas.addOutline(
        entry.title, anchor: anchors.contains(entry.anchor) ? entry.anchor : nil,
        under: above.last?.number ?? 0, isOpen: entry.level == 1)
      above.append((entry.level, number))
    }
  }

  /// A moment as `YYYY-MM-DDTHH:MM:SSZ`.
  private static func iso(_ moment: Timestamp?) -> String {
    let text = (moment ?? Timestamp(microseconds: 0)).description.prefix(19)
    // Years before 0 or after 9999 are longer; no PDF date can hold them.
    guard text.utf8.count == 19, text.utf8.dropFirst(4).first == UInt8(ascii: "-") else {
      return "1970-01-01T00:00:00Z"
    }
    return text.split(separator: " ").joined(separator: "T") + "Z"
  }
}

/// Why a PDF could not be made.
package enum PDFError: Error, Hashable, Sendable {
  case drawing(CairoError)
  /// What qpdf says.
  case finishing(String)
}
