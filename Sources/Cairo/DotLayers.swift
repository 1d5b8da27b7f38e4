import Drawing

/// Dots of one paint in layers, none of which holds two that overlap.
///
/// A layer can be painted as one outline and still shows each dot with its own opacity; a few layers
/// take a fraction of the time, and of the PDF, that as many outlines as dots would.
struct DotLayers {
  private(set) var layers: [[Point]] = []
  /// The dots so far by the square of a grid that they lie in, with their layers.
  private var squares: [Square: [(point: Point, layer: Int)]] = [:]
  private let reach: Double

  private struct Square: Hashable {
    let column: Int
    let row: Int
  }

  /// - Parameters:
  ///   - points: where the dots are; what is no place is left out.
  ///   - reach: the distance from which two dots do not touch.
  init(_ points: [Point], reach: Points) {
    self.reach = max(reach.value, 0.01)
    for point in points where point.x.value.magnitude < 1e6 && point.y.value.magnitude < 1e6 {
      add(point)
    }
  }

  private mutating func add(_ point: Point) {
    let column = Int((point.x.value / reach).rounded(.down))
    let row = Int((point.y.value / reach).rounded(.down))
    var taken: Set<Int> = []
    for near in column - 1...column + 1 {
      for level in row - 1...row + 1 {
        for other in squares[Square(column: near, row: level)] ?? [] {
          let (x, y) = ((other.point.x - point.x).value, (other.point.y - point.y).value)
          if x * x + y * y < reach * reach { taken.insert(other.layer) }
        }
      }
    }
    var layer = 0
    while taken.contains(layer) { layer += 1 }
    if layer == layers.count { layers.append([]) }
    layers[layer].append(point)
    squares[Square(column: column, row: row), default: []].append((point, layer))
  }
}
