import Drawing
import TestSupport

@testable import Pages

/// A text at its place on a page.
struct PlacedText {
  let text: String
  let role: String
  let left: Points
  let right: Points
  let baseline: Points
  let size: Points
}

extension Page {
  /// Every text of the page with the role of its slab, as measured by ``FixedMeasuring``.
  var texts: [PlacedText] {
    scene.elements.flatMap { texts(in: $0, at: Point(x: 0, y: 0), role: nil) }
  }

  private func texts(in element: SceneElement, at origin: Point, role: String?) -> [PlacedText] {
    switch element {
    case .group(let group):
      let inner = Point(x: origin.x + group.offset.x, y: origin.y + group.offset.y)
      return group.elements.flatMap { texts(in: $0, at: inner, role: role ?? group.role) }
    case .text(let run, let at, let anchor, _):
      let width = FixedMeasuring().extent(of: run.text, font: run.font).width
      let shift = anchor == .start ? 0 : anchor == .end ? width : width / 2.0
      let left = origin.x + at.x - shift
      return [
        PlacedText(
          text: run.text, role: role ?? "", left: left, right: left + width,
          baseline: origin.y + at.y, size: run.font.size)
      ]
    case .path, .dots, .mask: return []
    }
  }
}

extension PlacedDocument {
  /// The words of slabs of a role, in order of pages.
  func words(_ role: String) -> [String] {
    pages.flatMap(\.texts).filter { $0.role == role }
      .flatMap { $0.text.split(separator: " ").map(String.init) }
  }
}

extension Document {
  /// A document without title, for tests of its content.
  static func of(_ content: [Content], title: String = "") -> Document {
    Document(title: title, runningHead: ("Left", "Right"), content: content)
  }

  func placed(on format: PageFormat = .a4) -> PlacedDocument {
    PageLayout(theme: .standard, measuring: FixedMeasuring()).place(self, on: format)
  }
}
