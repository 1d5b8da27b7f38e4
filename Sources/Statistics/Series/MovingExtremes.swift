/// The smallest and the largest value of the rows of a moving window.
///
/// - Shape: two numbers a row, in the order of the rows; a centred window spans an odd number of
///   rows.
/// - Missing: a row has neither (NaN) where its window holds fewer values than the minimum.
package struct MovingExtremes: Statistic {
  package static let name = "moving_extremes"
  package static let title = "Moving minimum and maximum"
  package static let method = "smallest and largest value of a window; none until it is full"

  /// The smallest value at each row; NaN where there is none.
  package let minima: [Double]
  /// The largest value at each row; NaN where there is none.
  package let maxima: [Double]
  /// The window.
  package let window: MovingWindow

  /// Finds the extremes of a measured column.
  package init(_ series: Measured, _ window: MovingWindow) throws(StatisticsError) {
    guard !window.isSplit else {
      throw .invalidParameter("a centred window of extremes spans an odd number of rows")
    }
    let distances = series.distances
    var (low, high) = (ExtremeQueue(isSmallest: true), ExtremeQueue(isSmallest: false))
    var present = 0
    var (minima, maxima) = ([Double](), [Double]())
    window.slide(over: distances.count) { row in
      guard distances[row].isFinite else { return }
      present += 1
      low.enter(row, distances)
      high.enter(row, distances)
    } leave: { row in
      guard distances[row].isFinite else { return }
      present -= 1
      low.leave(row)
      high.leave(row)
    } settle: { _ in
      let isTold = present >= window.minimum
      minima.append(isTold ? low.first.map { series.gauge.value(at: distances[$0]) } ?? .nan : .nan)
      maxima.append(
        isTold ? high.first.map { series.gauge.value(at: distances[$0]) } ?? .nan : .nan)
    }
    (self.minima, self.maxima, self.window) = (minima, maxima, window)
  }
}

/// The rows of a window that are or may become its extreme, the extreme first: each row comes and
/// goes once.
private struct ExtremeQueue {
  let isSmallest: Bool
  private var rows: [Int] = []
  private var start = 0

  init(isSmallest: Bool) { self.isSmallest = isSmallest }

  var first: Int? { start < rows.count ? rows[start] : nil }

  mutating func enter(_ row: Int, _ values: [Double]) {
    while start < rows.count, let last = rows.last,
      isSmallest ? values[last] >= values[row] : values[last] <= values[row]
    {
      rows.removeLast()
    }
    rows.append(row)
  }

  mutating func leave(_ row: Int) {
    if first == row { start += 1 }
  }
}
