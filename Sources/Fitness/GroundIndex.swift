import Drawing

/// Inks by the squares of a grid over a drawing, so that a place is held against those alone that may
/// cover it.
struct GroundIndex {
  private let inks: [Ink]
  /// The inks of each square, in the painter's order.
  private var squares: [Int: [Int]] = [:]
  /// Inks that cover more squares than are worth counting.
  private var wide: [Int] = []

  private static let side = 8.0
  private static let columns = 1 << 20
  private static let most = 512

  init(_ inks: [Ink]) {
    self.inks = inks
    for index in inks.indices { place(index) }
  }

  /// The inks that may cover a place, in the painter's order.
  func inks(at place: Point) -> [Ink] {
    let own = squares[GroundIndex.key(place.x.value, place.y.value)] ?? []
    let all = wide.isEmpty ? own : (own + wide).sorted()
    return all.filter { inks[$0].bounds.contains(place) }.map { inks[$0] }
  }

  private mutating func place(_ index: Int) {
    let bounds = inks[index].bounds
    let (width, height) = (bounds.width.value, bounds.height.value)
    let squares = (width / GroundIndex.side + 1) * (height / GroundIndex.side + 1)
    guard squares.isFinite, squares <= Double(GroundIndex.most), bounds.x.value.isFinite,
      bounds.y.value.isFinite
    else {
      wide.append(index)
      return
    }
    let columns = GroundIndex.number(bounds.x.value)...GroundIndex.number(bounds.maxX.value)
    for row in GroundIndex.number(bounds.y.value)...GroundIndex.number(bounds.maxY.value) {
      for column in columns {
        self.squares[row &* GroundIndex.columns &+ column, default: []].append(index)
      }
    }
  }

  private static func key(_ x: Double, _ y: Double) -> Int {
    number(y) &* columns &+ number(x)
  }

  private static func number(_ length: Double) -> Int {
    Int(max(-1e5, min(1e5, (length / side).rounded(.down))))
  }
}
