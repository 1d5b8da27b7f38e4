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

  /// Rows are shared among processors in pieces of 65,536, each with a window of its own.
  private static func values(_ doubles: [Double], _ window: Int, _ probability: Double) -> [Double]
  {
    let ranked = RankedRows(doubles)
    let size = max(1 << 16, 2 * min(window, doubles.count))
    let pieces = sideBySide((doubles.count + size - 1) / size) { piece in
      let rows = piece * size..<min((piece + 1) * size, doubles.count)
      return ranked.quantiles(of: rows, window, probability)
    }
    return Array(pieces.joined())
  }
}

/// Each row's own rank among the finite values, equal values in row order.
private struct RankedRows {
  let ascending: [Double]
  private let ranks: [Int32]

  init(_ doubles: [Double]) {
    var entries: [bs_entry] = []
    entries.reserveCapacity(doubles.count)
    for (row, value) in doubles.enumerated() where value.isFinite {
      entries.append(bs_entry(key: value, row: Int32(row)))
    }
    RadixSort.sort(&entries)
    var ranks = [Int32](repeating: -1, count: doubles.count)
    var rank: Int32 = 0
    for entry in entries {
      ranks[Int(entry.row)] = rank
      rank += 1
    }
    self.ranks = ranks
    ascending = entries.map(\.key)
  }

  /// The quantile at each of some rows.
  func quantiles(of rows: Range<Int>, _ window: Int, _ probability: Double) -> [Double] {
    var held = RankWindow(ranks: ascending.count)
    for row in max(0, rows.lowerBound - window)..<rows.lowerBound {
      if let rank = rank(of: row) { held.insert(rank) }
    }
    // Place 1 + (n − 1)p: how many values lie below it, and how far it lies above the next.
    let place = Double(window - 1) * probability
    let below = min(Int(place), window - 1)
    return [Double](unsafeUninitializedCapacity: rows.count) { values, filled in
      for row in rows {
        if let rank = rank(of: row) { held.insert(rank) }
        if row >= window, let rank = rank(of: row - window) { held.remove(rank) }
        let isFull = row >= window - 1 && held.count == window
        values[filled] = isFull ? quantile(&held, below, share: place - Double(below)) : .nan
        filled += 1
      }
    }
  }

  @inline(__always)
  private func quantile(_ held: inout RankWindow, _ below: Int, share: Double) -> Double {
    held.seek(below: below)
    let low = ascending[held.cursor]
    guard share > 0, let next = held.rank(after: held.cursor) else { return low }
    return Quantile.between(low, ascending[next], share: share)
  }

  @inline(__always)
  private func rank(of row: Int) -> Int? {
    let rank = ranks[row]
    return rank < 0 ? nil : Int(rank)
  }
}
