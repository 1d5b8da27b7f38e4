/// Where shapes that share a place stand: side by side in the order of their colour categories.
///
/// Marks of one chart that show the same categories stand in the same slots, so that an error bar
/// meets its bar.
struct Slots: Hashable, Sendable {
  private let spans: [ClosedRange<Double>]

  /// Arranges shapes by the colour category and the place of each; a place that is no number has a
  /// slot without width.
  init(groups: [Int], places: [Double], width: Double, isStacked: Bool = false) {
    let known = isStacked ? [] : Set(groups).sorted()
    // Colour that only repeats the place is no reason to stand aside.
    let crowd = Dictionary(grouping: places.indices) { places[$0] }.values.map(\.count).max() ?? 1
    let count = isStacked || crowd <= 1 ? 1 : known.count
    let slot = width / Double(count)
    let gap = count > 1 ? min(1, slot * 0.1) : 0
    spans = groups.indices.map { index in
      guard places[index].isFinite else { return 0...0 }
      let rank = count > 1 ? known.firstIndex(of: groups[index]) ?? 0 : 0
      let start = places[index] - width / 2 + slot * Double(rank)
      return start...max(start, start + slot - gap)
    }
  }

  /// The stretch of a shape along its side.
  func span(_ index: Int) -> ClosedRange<Double> { spans[index] }

  /// The middle of a shape's stretch.
  func center(_ index: Int) -> Double { (spans[index].lowerBound + spans[index].upperBound) / 2 }

  /// The width of a shape's stretch.
  func width(_ index: Int) -> Double { spans[index].upperBound - spans[index].lowerBound }
}
