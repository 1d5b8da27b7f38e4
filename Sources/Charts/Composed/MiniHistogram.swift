package import Drawing

/// A histogram as small as a word: the form of a distribution beside its numbers.
package enum MiniHistogram {
  /// Draws how many of the finite values fall into each of `bins` parts of their range.
  ///
  /// No finite value gives an empty scene; constant values one full bar in the middle.
  package static func draw(_ values: [Double], bins: Int = 16, size: Size, paint: Paint) -> Scene {
    draw(counts: counts(values, bins: bins), size: size, paint: paint)
  }

  /// Draws one bar a count, heights on one scale.
  package static func draw(counts: [Int], size: Size, paint: Paint) -> Scene {
    guard let most = counts.max(), most > 0 else { return Scene(size: size) }
    let step = size.width / Double(counts.count)
    let height = size.height - 1
    let bars = counts.enumerated().compactMap { index, count -> SceneElement? in
      guard count > 0 else { return nil }
      // A bin that holds anything stays visible beside one that holds a million.
      let tall = max(Points(0.75), height * (Double(count) / Double(most)))
      let bar = Rectangle(
        x: step * Double(index), y: height - tall, width: max(step - 0.5, step * 0.7), height: tall)
      return .path(.rectangle(bar), fill: paint, stroke: nil)
    }
    let base = SceneElement.path(
      .polyline([Point(x: 0, y: height), Point(x: size.width, y: height)]), fill: nil,
      stroke: Stroke(paint, width: 0.5))
    return Scene(size: size, elements: [.group(SceneGroup(bars + [base], role: "histogram"))])
  }

  private static func counts(_ values: [Double], bins: Int) -> [Int] {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return [] }
    var counts = Array(repeating: 0, count: max(1, bins))
    let half = high / 2 - low / 2
    for value in finite {
      let share = half > 0 ? (value / 2 - low / 2) / half : 0.5
      counts[min(counts.count - 1, Int(share * Double(counts.count)))] += 1
    }
    return counts
  }
}
