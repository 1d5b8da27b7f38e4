import Frame

/// Bins of equal width with nice edges over a column's range.
struct Bins: Hashable, Sendable {
  /// The lower edge of the first bin.
  let start: Double
  let width: Double

  /// About `count` bins over the finite values; nil where there is none.
  init?(_ numbers: [Double], count: Int) {
    let finite = numbers.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return nil }
    let ideal = (high / 2 - low / 2) / Double(max(1, count)) * 2
    // Below the normal doubles a power of ten has no digits left to be divided by.
    guard ideal > 1e-300, high / 2 - low / 2 < .greatestFiniteMagnitude / 4 else {
      width = max(1, low.magnitude * 1e-3)
      start = low - width / 2
      return
    }
    let power = powerOfTen(magnitude(ideal))
    let digit = ideal / power
    // The thresholds are the geometric means between neighbouring steps, as in d3-array's ticks.
    let nice = digit >= 7.0710678 ? 10.0 : digit >= 3.1622777 ? 5 : digit >= 1.4142136 ? 2 : 1
    width = nice * power
    start = (low / width).rounded(.down) * width
  }

  /// The lower edge of the bin of each value, absent where the value is absent or not finite.
  func lowerEdges(_ numbers: [Double]) -> Column {
    Column(
      doubles: numbers.map { number in
        guard number.isFinite else { return nil }
        // Multiplying keeps equal edges equal, adding up would not.
        let edge = start + ((number - start) / width).rounded(.down) * width
        return edge.isFinite ? edge : start
      })
  }
}
