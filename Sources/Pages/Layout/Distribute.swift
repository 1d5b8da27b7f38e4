import Drawing

/// A slab on its page, at its height from the top of the text area.
struct PlacedSlab: Sendable {
  let slab: Slab
  let y: Points
}

/// Spreads slabs over pages.
struct Distribution {
  private let height: Points
  private let heads: [Slab]
  private var pages: [[PlacedSlab]] = [[]]
  private var page = 0
  private var y = Points.zero
  private var room = Points.zero

  /// The slabs of each page; at least one page.
  static func pages(of collection: Collection, height: Points) -> [[PlacedSlab]] {
    var distribution = Distribution(height: height, heads: collection.heads)
    distribution.place(collection.flow)
    return distribution.pages
  }

  private init(height: Points, heads: [Slab]) {
    self.height = height
    self.heads = heads
  }

  private mutating func place(_ items: [Flow]) {
    for index in items.indices {
      switch items[index] {
      case .space(let space): room = max(room, space)
      case .pageBreak: if y > 0 { turn() }
      case .slab(let slab):
        if !fits(lead(items, index)) { turn() }
        put(slab)
      case .together(let inner):
        let whole = inner.height
        // A taller block is better cut than moved: it would leave half a page empty.
        if whole <= height * 0.5, !fits(whole) { turn() }
        place(inner)
      case .columns(let columns): place(sideBySide: columns)
      }
    }
  }

  private mutating func place(sideBySide columns: [[Flow]]) {
    let tallest = columns.map(\.height).max() ?? 0
    guard tallest > 0 else { return }
    if tallest <= height, !fits(tallest) { turn() }
    let (startPage, start, startRoom) = (page, y, room)
    var end = (page: page, y: y)
    for column in columns {
      (page, y, room) = (startPage, start, startRoom)
      place(column)
      if (page, y) > end { end = (page, y) }
    }
    (page, y, room) = (end.page, end.y, 0)
  }

  private mutating func put(_ slab: Slab) {
    if y == 0 {
      room = 0
      if let head = slab.head { add(heads[head]) }
    }
    y = y + room
    room = 0
    add(slab)
  }

  private mutating func add(_ slab: Slab) {
    pages[page].append(PlacedSlab(slab: slab, y: y))
    y = y + slab.height
  }

  private mutating func turn() {
    // At the top of a page nothing is gained by another one.
    guard y > 0 else { return }
    page += 1
    if page == pages.count { pages.append([]) }
    (y, room) = (0, 0)
  }

  private func fits(_ needed: Points) -> Bool {
    // A thousandth of a point forgives the rounding of many sums.
    y + (y > 0 ? room : 0) + needed <= height + 0.001
  }

  /// How much must stand on the page where the item at an index begins: the slab with all that it
  /// keeps with.
  private func lead(_ items: [Flow], _ index: Int) -> Points {
    var total = Points.zero
    var gap = Points.zero
    // A page that goes on with a table begins with its head.
    var most = height
    var first = Points.zero
    for item in items[index...] {
      switch item {
      case .space(let space): gap = max(gap, space)
      case .pageBreak: return total
      case .slab(let slab):
        if total == 0 {
          first = slab.height
          if let head = slab.head { most = height - heads[head].height }
        }
        total = total + (total > 0 ? gap : 0) + slab.height
        gap = 0
        if !slab.keepsWithNext { return total }
      case .together(let inner):
        let whole = inner.height
        let needed = whole <= height * 0.5 ? whole : inner.isEmpty ? 0 : lead(inner, 0)
        return total + gap + needed
      case .columns(let columns):
        let tallest = columns.map(\.height).max() ?? 0
        return total + gap + (tallest <= height ? tallest : 0)
      }
      // A chain taller than a page cannot be kept; it is cut where it must be.
      if total > most { return first }
    }
    return total
  }
}
