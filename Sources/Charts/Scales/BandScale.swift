import Drawing
import Frame

/// From categories to bands of equal width along a line.
struct BandScale: Hashable, Sendable {
  /// The categories in their order.
  let values: [Value]
  let start: Double
  let end: Double
  /// The empty share of each step, split to both sides of its band.
  let padding: Double
  private let indices: [Value: Int]

  init(_ values: [Value], from start: Points, to end: Points, padding: Double) {
    self.values = values
    self.start = start.value
    self.end = end.value
    self.padding = padding
    indices = Dictionary(
      values.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The signed distance from one band's centre to the next.
  var step: Double { values.isEmpty ? end - start : (end - start) / Double(values.count) }

  /// The width of a band.
  var bandwidth: Double { abs(step) * (1 - padding) }

  /// The index of a category, nil where the scale does not have it.
  func index(of value: Value) -> Int? { indices[value] }

  /// The centre of a band.
  func center(_ index: Int) -> Double { start + step * (Double(index) + 0.5) }

  /// The centre of a category's band, NaN where the scale does not have it.
  func place(_ value: Value) -> Double { indices[value].map(center) ?? .nan }
}
