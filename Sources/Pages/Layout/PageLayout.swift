package import Drawing

/// Lays a report out on paper, in three stages: collect, distribute, finalize.
package struct PageLayout: Sendable {
  let style: PageStyle
  let measuring: any TextMeasuring
  /// What stands at the left of every page's foot.
  let product = "broadsheet"

  package init(theme: Theme, measuring: any TextMeasuring) {
    style = PageStyle(theme)
    self.measuring = measuring
  }

  /// The report's pages.
  ///
  /// Nothing is lost: what is too wide is wrapped or continued, what is too tall goes on over the
  /// page.
  package func place(_ document: Document, on format: PageFormat) -> PlacedDocument {
    let area = bodyArea(of: format)
    let collected = Collection(document, in: area, with: self)  // contents -> slabs
    let pages = Distribution.pages(of: collected, height: area.height)  // slabs -> pages
    return finalize(pages, of: collected, document, on: format)  // pages -> scenes
  }

  /// The area between running head and folio.
  func bodyArea(of format: PageFormat) -> Rectangle {
    let top = format.top + style.headHeight
    let bottom = format.size.height - format.bottom - style.footHeight
    return Rectangle(
      x: format.side, y: top, width: max(72, format.textWidth), height: max(144, bottom - top))
  }
}
