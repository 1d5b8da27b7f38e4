import CKernels
package import Frame

/// The quantile of each row and those before it, the median unless said otherwise.
///
/// Each row moves the window by one value in and one out; the quantile's place then moves by one rank
/// at most. The window is held as a set of ranks, so that a row costs the same whatever the window.
///
/// - Shape: one number a row, in the order of the rows.
/// - Missing: a row has no quantile (NaN) until the window is full, and where the window holds a row
///   without a finite value; as in pandas.
/// - Source: R. J. Hyndman and Y. Fan, *The American Statistician* 50 (1996), 361–365, for R-7.
package struct MovingQuantile: Statistic {
  package static let name = "moving_quantile"
  package static let title = "Moving quantile"
  package static let method = "trailing R-7 quantile; none until the window is full"

  /// The quantile at each row; NaN where there is none.
  package let values: [Double]
  /// How many rows a window spans.
  package let window: Int
  /// The share of a window's values at or below its quantile.
  package let probability: Double

  /// Takes quantiles of a column's doubles, NaN being a missing value, over windows of `window` rows.
  package init(_ doubles: [Double], window: Int, at probability: Double = 0.5)
    throws(StatisticsError)
  {
    guard window > 0 else { throw .invalidParameter("a window spans at least 1 row") }
    guard (0...1).contains(probability) else {
      throw .invalidParameter("a quantile's probability is from 0 to 1")
    }
    self.window = window
    self.probability = probability
    values = MovingQuantile.values(doubles, window, probability)
  }

  /// The quantiles as a column.
  package var column: Column { Column(series: values) }

  private static func values(_ doubles: [Double], _ window: Int, _ probability: Double) -> [Double]
  {
    let ranked = RankedRows(doubles)
    var held = RankWindow(ranks: ranked.ascending.count)
    // Place 1 + (n − 1)p: how many values lie below it, and how far it lies above the next.
    let place = Double(window - 1) * probability
    let below = min(Int(place), window - 1)
    let share = place - Double(below)
    return doubles.indices.map { row in
      if let rank = ranked.rank(of: row) { held.insert(rank) }
      if row >= window, let rank = ranked.rank(of: row - window) { held.remove(rank) }
      guard row >= window - 1, held.count == window else { return .nan }
      held.seek(below: below)
      let low = ranked.ascending[held.cursor]
      guard share > 0, let next = held.rank(after: held.cursor) else { return low }
      return Quantile.between(low, ranked.ascending[next], share: share)
    }
  }
}

/// Each row's own rank among the finite values, equal values in row order.
private struct RankedRows {
  let ascending: [Double]
  private let ranks: [Int32]

  init(_ doubles: [Double]) {
    let rows = doubles.indices.filter { doubles[$0].isFinite }
    let entries = RadixSort.entries(rows.map { doubles[$0] })
    var ranks = [Int32](repeating: -1, count: doubles.count)
    for (rank, entry) in entries.enumerated() { ranks[rows[Int(entry.row)]] = Int32(rank) }
    self.ranks = ranks
    ascending = entries.map(\.key)
  }

  @inline(__always)
  func rank(of row: Int) -> Int? {
    let rank = ranks[row]
    return rank < 0 ? nil : Int(rank)
  }
}
