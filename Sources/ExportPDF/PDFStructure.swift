import Cairo
import Drawing
import Pages

/// What each piece of a report is: headings, paragraphs and figures in reading order.
///
/// Read from the roles of the groups that page layout makes. Lines that follow each other as lines
/// of one paragraph do become one piece; rows of a table are told as paragraphs.
struct PDFStructure {
  /// Elements that are one part of the document, or none.
  struct Piece {
    var part: StructurePart?
    var elements: [SceneElement]
  }

  /// The pieces of each page.
  let pages: [[Piece]]
  /// The alternative texts of all figures, in the order of their pieces.
  let altTexts: [String]

  init(_ document: PlacedDocument) {
    var levels: [String: Int] = [:]
    for entry in document.outline where levels[entry.anchor] == nil {
      // The report's title is the only heading of level 1.
      levels[entry.anchor] = entry.level + 1
    }
    var altTexts: [String] = []
    var hasTitle = false
    pages = document.pages.map { page in
      var builder = PieceBuilder(page: page, levels: levels, hasTitle: hasTitle)
      for element in page.scene.elements { builder.add(element) }
      hasTitle = builder.hasTitle
      let count = builder.pieces.lazy.filter { $0.part == .figure }.count
      let known = page.figures.prefix(count).map(\.altText)
      altTexts += known + Array(repeating: "", count: count - known.count)
      return builder.pieces
    }
    self.altTexts = altTexts
  }
}

/// Collects the pieces of a page.
private struct PieceBuilder {
  let page: Page
  let levels: [String: Int]
  var hasTitle: Bool
  private(set) var pieces: [PDFStructure.Piece] = []
  private var last: SceneGroup?

  init(page: Page, levels: [String: Int], hasTitle: Bool) {
    self.page = page
    self.levels = levels
    self.hasTitle = hasTitle
  }

  mutating func add(_ element: SceneElement) {
    guard case .group(let group) = element else {
      pieces.append(.init(part: nil, elements: [element]))
      last = nil
      return
    }
    defer { last = group }
    if let last, continues(group, after: last) {
      let piece = pieces.count - 1
      let line = pieces[piece].elements.count - 1
      pieces[piece].elements[line].endWithSpace()
      pieces[piece].elements.append(element)
    } else {
      pieces.append(.init(part: part(of: group), elements: [element]))
    }
  }

  private mutating func part(of group: SceneGroup) -> StructurePart? {
    switch group.role {
    case "chart": return .figure
    case "title" where !hasTitle:
      hasTitle = true
      return .heading(1)
    case "heading": return .heading(level(at: group.offset.y))
    case "title", "standfirst", "paragraph", "subtitle", "caption", "note", "code", "choice",
      "contents", "figures", "table-head", "group-head", "row", "totals":
      return .paragraph
    default: return nil
    }
  }

  /// The level of the outline entry that leads to a height of the page.
  private func level(at y: Points) -> Int {
    page.anchors.filter { $0.value == y }.compactMap { levels[$0.key] }.min() ?? 2
  }

  /// Whether a group is the next line of the paragraph that the last one began.
  private func continues(_ group: SceneGroup, after last: SceneGroup) -> Bool {
    let roles: Set = [
      "title", "standfirst", "heading", "paragraph", "subtitle", "caption", "note", "code",
    ]
    guard group.role == last.role, roles.contains(group.role),
      let size = last.elements.compactMap(fontSize).max()
    else { return false }
    // Lines of one paragraph are at most 1.6 times their size apart; between two there is room.
    let step = group.offset.y - last.offset.y
    return step > 0 && step <= size * 1.6
  }

  private func fontSize(_ element: SceneElement) -> Points? {
    guard case .text(let run, _, _, _) = element else { return nil }
    return run.font.size
  }
}

extension SceneElement {
  /// Adds a space to the last words of a line, so that a reader does not join them to the next
  /// line's first.
  fileprivate mutating func endWithSpace() {
    switch self {
    case .group(var group):
      guard let last = group.elements.lastIndex(where: \.isLeftToRightText) else { return }
      group.elements[last].endWithSpace()
      self = .group(group)
    case .text(var run, let place, let anchor, let rotation):
      run.text += " "
      self = .text(run, at: place, anchor: anchor, rotation: rotation)
    case .path, .dots, .mask: break
    }
  }

  /// Whether a space at the end of the text moves none of its other letters.
  private var isLeftToRightText: Bool {
    guard case .text(let run, _, .start, _) = self else { return false }
    return !PrintableText.isRightToLeft(run.text)
  }
}
