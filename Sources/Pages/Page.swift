package import Drawing

/// The paper and its margins.
package struct PageFormat: Hashable, Sendable {
  package var size: Size
  package var side: Points
  package var top: Points
  package var bottom: Points

  package init(size: Size, side: Points = 44, top: Points = 33, bottom: Points = 30) {
    self.size = size
    self.side = side
    self.top = top
    self.bottom = bottom
  }

  /// 210 × 297 mm.
  package static let a4 = PageFormat(size: Size(width: 595.276, height: 841.89))
  /// 8.5 × 11 inches.
  package static let letter = PageFormat(size: Size(width: 612, height: 792))

  /// The width between the side margins.
  package var textWidth: Points { size.width - 2 * side }
}

/// A finished page: one scene, with the places that links lead to.
package struct Page: Hashable, Sendable {
  package var scene: Scene
  /// Anchors on this page by name, at their height.
  package var anchors: [String: Points]
  /// Areas that lead to a URL or `#anchor`.
  package var links: [(area: Rectangle, target: String)]
  /// What stands where, for readers who cannot see: charts with their alt text.
  package var figures: [(area: Rectangle, altText: String)]

  package init(scene: Scene) {
    self.scene = scene
    anchors = [:]
    links = []
    figures = []
  }

  package static func == (a: Page, b: Page) -> Bool { a.scene == b.scene && a.anchors == b.anchors }
  package func hash(into hasher: inout Hasher) { hasher.combine(scene) }
}

/// One entry of the PDF outline.
package struct OutlineEntry: Hashable, Sendable {
  package let title: String
  /// 1 to 3.
  package let level: Int
  package let anchor: String

  package init(title: String, level: Int, anchor: String) {
    self.title = title
    self.level = level
    self.anchor = anchor
  }
}

/// A report on paper.
package struct PlacedDocument: Hashable, Sendable {
  package var title: String
  package var author: String?
  package var language: String
  package var format: PageFormat
  package var pages: [Page]
  package var outline: [OutlineEntry]

  package init(
    title: String, author: String?, language: String, format: PageFormat, pages: [Page],
    outline: [OutlineEntry]
  ) {
    self.title = title
    self.author = author
    self.language = language
    self.format = format
    self.pages = pages
    self.outline = outline
  }
}
