package import Drawing

/// A line as small as a word: the course of a figure, its last value marked.
package enum Sparkline {
  /// Draws values in their order over the whole size; gaps where a value is absent or not finite.
  ///
  /// Fewer than two finite values give an empty scene.
  package static func draw(_ values: [Double?], size: Size, paint: Paint) -> Scene {
    let finite = values.compactMap { $0 }.filter(\.isFinite)
    guard finite.count > 1, let low = finite.min(), let high = finite.max() else {
      return Scene(size: size)
    }
    let inset = 2.0
    let room = (width: size.width.value - 2 * inset, height: size.height.value - 2 * inset)
    // Halves, because the difference of two huge values may be infinite.
    let half = high / 2 - low / 2
    func place(_ index: Int, _ value: Double) -> Point {
      let share = half > 0 ? (value / 2 - low / 2) / half : 0.5
      return Point(
        x: Points(inset + room.width * Double(index) / Double(values.count - 1)),
        y: Points(inset + room.height * (1 - share)))
    }
    let points = values.enumerated().map { index, value in
      value.flatMap { $0.isFinite ? place(index, $0) : nil }
    }
    var elements: [SceneElement] = [
      .path(
        Path(brokenAtGaps: points), fill: nil, stroke: Stroke(paint, width: 1, ending: .round))
    ]
    if let last = points.last(where: { $0 != nil }) ?? nil {
      elements.append(.dots([last], shape: .circle, radius: 1.6, paint: paint))
    }
    return Scene(size: size, elements: [.group(SceneGroup(elements, role: "sparkline"))])
  }
}

extension Path {
  /// A line through points that is interrupted wherever a point is absent.
  init(brokenAtGaps points: [Point?]) {
    var steps: [Step] = []
    var isDown = false
    for point in points {
      if let point {
        steps.append(isDown ? .line(point) : .move(point))
      }
      isDown = point != nil
    }
    self.init(steps)
  }
}
