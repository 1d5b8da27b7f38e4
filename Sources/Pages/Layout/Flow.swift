import Drawing

/// A piece of a page that is never cut: drawn relative to the text area's left edge and its own top.
struct Slab: Sendable {
  var height: Points
  var role: String
  var elements: [SceneElement] = []
  var links: [(area: Rectangle, target: String)] = []
  var figures: [(area: Rectangle, altText: String)] = []
  /// Anchors at the slab's top.
  var anchors: [String] = []
  /// Whether no page may end after this slab.
  var keepsWithNext = false
  /// The repeated head that comes first where the slab opens a page.
  var head: Int?
  /// A line of the table of contents: its page number is known only when all pages are.
  var entry: ContentsEntry?
}

/// A line of the table of contents.
struct ContentsEntry: Sendable {
  let anchor: String
  let title: String
  let level: Int
  let x: Points
  let width: Points
}

/// What is to be spread over pages.
indirect enum Flow: Sendable {
  case slab(Slab)
  /// Room between two slabs; none at the top of a page, and the larger where two meet.
  case space(Points)
  /// Kept on one page where it is not too tall.
  case together([Flow])
  /// Side by side from one height on.
  case columns([[Flow]])
  case pageBreak
}

extension [Flow] {
  /// How tall the flow is on a page without end.
  var height: Points {
    var total = Points.zero
    var room = Points.zero
    add(to: &total, room: &room)
    return total
  }

  private func add(to total: inout Points, room: inout Points) {
    for item in self {
      switch item {
      case .space(let space): room = Swift.max(room, space)
      case .slab(let slab):
        total = total + (total > 0 ? room : 0) + slab.height
        room = 0
      case .together(let inner): inner.add(to: &total, room: &room)
      case .columns(let columns):
        let tallest = columns.map(\.height).max() ?? 0
        guard tallest > 0 else { continue }
        total = total + (total > 0 ? room : 0) + tallest
        room = 0
      case .pageBreak: room = 0
      }
    }
  }
}
