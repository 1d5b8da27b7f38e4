import CPangoCairo
package import Drawing

/// A PDF under construction: pages are painted in order and go out as they finish.
///
/// Text stays text, with the characters behind every glyph; fonts are embedded as subsets.
package struct PDFCanvas: ~Copyable {
  private let sink: ByteSink
  private let surface: CairoSurface
  private let context: CairoContext
  private let painter: ScenePainter
  private let forms = PDFForms()

  /// - Parameters:
  ///   - pageSize: the size of every page.
  ///   - measuring: what measured the pages; if it is no ``PangoMeasuring``, one is made.
  /// - Throws: ``CairoError`` where there is no memory.
  package init(pageSize: Size, measuring: any TextMeasuring) throws(CairoError) {
    let sink = ByteSink()
    let surface = try CairoSurface.pdf(
      size: (pageSize.width.value, pageSize.height.value), to: sink)
    let context = try CairoContext(on: surface)
    self.sink = sink
    painter = ScenePainter(
      context: context.pointer, measuring: .matching(measuring), medium: .vectors, forms: forms,
      appearance: .light)
    self.context = context
    self.surface = surface
  }

  /// What the document says about itself.
  package struct Description: Hashable, Sendable {
    /// What it is called.
    package var title: String
    /// Who made it; nil where nobody says.
    package var author: String?
    /// The program that wrote it.
    package var creator: String
    /// When the document was made, such as `2026-01-31T06:30:00Z`.
    ///
    /// Cairo asks the clock where it is not told, so there is no default.
    package var created: String

    /// Makes a description of its four parts.
    package init(title: String, author: String?, creator: String, created: String) {
      self.title = title
      self.author = author
      self.creator = creator
      self.created = created
    }
  }

  /// Tells what the document is.
  package func describe(_ description: Description) {
    let words = [
      (CAIRO_PDF_METADATA_TITLE, description.title),
      (CAIRO_PDF_METADATA_AUTHOR, description.author ?? ""),
      (CAIRO_PDF_METADATA_CREATOR, description.creator),
      (CAIRO_PDF_METADATA_CREATE_DATE, description.created),
      (CAIRO_PDF_METADATA_MOD_DATE, description.created),
    ]
    for (key, text) in words where !text.isEmpty {
      cairo_pdf_surface_set_metadata(surface.pointer, key, PrintableText.oneLine(text))
    }
  }

  /// Paints a scene on the current page.
  package func paint(_ scene: Scene) { painter.paint(scene) }

  /// Paints elements on the current page as one piece of the document's structure; nil for what
  /// stands on every page and is no part of the text.
  package func paint(_ elements: [SceneElement], as part: StructurePart?) {
    if let part { cairo_tag_begin(context.pointer, part.tag, nil) }
    painter.paint(elements)
    if let part { cairo_tag_end(context.pointer, part.tag) }
  }

  /// Names a height of the current page, for links and the outline to lead to.
  package func mark(_ anchor: String, at y: Points) {
    cairo_tag_begin(
      context.pointer, CAIRO_TAG_DEST,
      "name=\(TagText.quoted(anchor)) x=0 y=\(TagText.number(y))")
    cairo_tag_end(context.pointer, CAIRO_TAG_DEST)
  }

  /// Makes an area of the current page lead to an anchor that is marked on some page.
  package func link(_ area: Rectangle, toAnchor anchor: String) {
    link(area, "dest=\(TagText.quoted(anchor))")
  }

  /// Makes an area of the current page lead to a URL.
  package func link(_ area: Rectangle, toURL url: String) {
    link(area, "uri=\(TagText.quoted(url))")
  }

  private func link(_ area: Rectangle, _ target: String) {
    let sides = [area.x, area.y, area.width, area.height].map { TagText.number($0) }
    cairo_tag_begin(
      context.pointer, CAIRO_TAG_LINK, "rect=[\(sides.joined(separator: " "))] \(target)")
    cairo_tag_end(context.pointer, CAIRO_TAG_LINK)
  }

  /// Ends the current page.
  package func endPage() { FontTurn.take { cairo_show_page(context.pointer) } }

  /// Adds an outline entry.
  ///
  /// - Parameters:
  ///   - title: what the entry says.
  ///   - anchor: where it leads, marked on some page; nil for the first page.
  ///   - parent: the number of the entry above, 0 for none.
  ///   - isOpen: whether the entries below it show at first.
  /// - Returns: the number of the new entry.
  package func addOutline(
    _ title: String, anchor: String?, under parent: Int32, isOpen: Bool
  ) -> Int32 {
    let target = anchor.map { "dest=\(TagText.quoted($0))" } ?? "page=1 pos=[0 0]"
    return cairo_pdf_surface_add_outline(
      surface.pointer, parent, PrintableText.oneLine(title), target,
      isOpen ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(0))
  }

  /// A document but for its forms.
  package struct Drawn {
    /// The file, with a picture of fax data in the place of each form: its number.
    package let bytes: [UInt8]
    /// What is put in the places of those pictures, in the order of their numbers.
    package let forms: [PDFForm]
  }

  /// Ends the document.
  package consuming func finish() throws(CairoError) -> Drawn {
    try CairoError.check(cairo_status(context.pointer))
    FontTurn.take { cairo_surface_finish(surface.pointer) }
    try CairoError.check(cairo_surface_status(surface.pointer))
    return Drawn(bytes: sink.bytes, forms: forms.all)
  }
}

/// What a piece of a page is, for readers who cannot see it.
package enum StructurePart: Hashable, Sendable {
  /// A heading of level 1 to 6.
  case heading(Int)
  case paragraph
  case figure

  /// The structure type's name in PDF.
  var tag: String {
    switch self {
    case .heading(let level): "H\(max(1, min(6, level)))"
    case .paragraph: "P"
    case .figure: "Figure"
    }
  }
}

/// Values inside Cairo's tag attributes.
enum TagText {
  /// A string between single quotes.
  static func quoted(_ text: String) -> String {
    var quoted = "'"
    for character in PrintableText.oneLine(text).unicodeScalars {
      if character == "'" || character == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "'"
  }

  /// A length at three decimals, never in exponent form.
  static func number(_ length: Points) -> String {
    let bounded = length.value.isFinite ? max(-1e6, min(1e6, length.value)) : 0
    let thousandths = Int((bounded * 1000).rounded())
    let (whole, part) = abs(thousandths).quotientAndRemainder(dividingBy: 1000)
    let digits = String(1000 + part).dropFirst()
    return "\(thousandths < 0 ? "-" : "")\(whole).\(digits)"
  }
}
