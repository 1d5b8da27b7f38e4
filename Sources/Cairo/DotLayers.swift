import Drawing

/// Dots of one paint in layers, none of which holds two that overlap.
///
/// A layer can be painted as one outline and still shows each dot with its own opacity; a few layers
/// take a fraction of the time, and of the PDF, that as many outlines as dots would.
struct DotLayers {
  private(set) var layers: [[Point]] = []

  /// - Parameters:
  ///   - points: where the dots are; what is no place is left out.
  ///   - reach: the distance from which two dots do not touch.
  init(_ points: [Point], reach: Points) {
    let placed = points.filter { $0.x.value.magnitude < 1e6 && $0.y.value.magnitude < 1e6 }
    let reach = max(reach.value, 0.01)
    var squares = DotSquares(placed, side: reach)
    // The dot for which a layer was last found taken.
    var taken: [Int] = []
    for (dot, point) in placed.enumerated() {
      squares.forNeighbors(of: dot) { other, layer in
        let (x, y) = ((placed[other].x - point.x).value, (placed[other].y - point.y).value)
        if x * x + y * y < reach * reach { taken[layer] = dot }
      }
      let layer = taken.firstIndex { $0 != dot } ?? taken.count
      if layer == taken.count {
        taken.append(-1)
        layers.append([])
      }
      layers[layer].append(point)
      squares.add(dot, layer: layer)
    }
  }
}

/// The dots so far by the square of a grid that they lie in.
private struct DotSquares {
  private let square: [Int]
  private let columns: Int
  /// The dot that came into each square last, -1 where there is none.
  private var last: [Int]
  /// The dot that came into the square of each before it.
  private var before: [Int]
  private var layers: [Int]

  /// Sorts points into squares of at least a side; it is more where squares would be very many.
  init(_ points: [Point], side: Double) {
    let xs = points.map(\.x.value)
    let ys = points.map(\.y.value)
    let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
    let (width, height) = ((xs.max() ?? 0) - left, (ys.max() ?? 0) - top)
    let side = max(side, width / 500, height / 500)
    // A margin of one square, so that each has eight around it.
    let columns = Int(width / side) + 3
    square = zip(xs, ys).map { x, y in
      (Int((y - top) / side) + 1) * columns + Int((x - left) / side) + 1
    }
    self.columns = columns
    last = Array(repeating: -1, count: columns * (Int(height / side) + 3))
    before = Array(repeating: -1, count: points.count)
    layers = Array(repeating: 0, count: points.count)
  }

  /// Calls with each dot, and its layer, in the square of a dot and those around it.
  func forNeighbors(of dot: Int, _ body: (_ other: Int, _ layer: Int) -> Void) {
    for row in -1...1 {
      let middle = square[dot] + row * columns
      for place in middle - 1...middle + 1 {
        var other = last[place]
        while other >= 0 {
          body(other, layers[other])
          other = before[other]
        }
      }
    }
  }

  mutating func add(_ dot: Int, layer: Int) {
    before[dot] = last[square[dot]]
    last[square[dot]] = dot
    layers[dot] = layer
  }
}
