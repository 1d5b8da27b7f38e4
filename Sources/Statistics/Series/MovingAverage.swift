package import Frame

/// The mean of the rows of a moving window.
///
/// A centred window of an even number of rows has no middle: one row more is taken, and the two
/// outermost count half, as in the 2×12 average of months.
///
/// - Shape: one number a row, in the order of the rows.
/// - Missing: a row has no average (NaN) where its window holds fewer values than the minimum, which
///   is all of its rows unless said otherwise; as in pandas.
package struct MovingAverage: Statistic {
  package static let name = "moving_average"
  package static let title = "Moving average"
  package static let method = "mean of a window; none until the window is full"

  /// The average at each row; NaN where there is none.
  package let values: [Double]
  /// Whether a row's average is of fewer values than a full window has.
  package let isPartial: [Bool]
  /// The window.
  package let window: MovingWindow

  /// Averages a column's doubles, NaN being a missing value, over full windows that end at the row.
  package init(_ doubles: [Double], window: Int) throws(StatisticsError) {
    self.init(Measured(doubles), try MovingWindow(window))
  }

  /// Averages a measured column.
  package init(_ series: Measured, _ window: MovingWindow) {
    let distances = series.distances
    let needed = window.minimum == window.rows ? window.width : window.minimum
    var isPartial = [Bool](repeating: false, count: distances.count)
    values = [Double](unsafeUninitializedCapacity: distances.count) { values, filled in
      distances.withUnsafeBufferPointer { distances in
        isPartial.withUnsafeMutableBufferPointer { isPartial in
          var sum = SlidingSum(distances, window)
          for row in distances.indices {
            sum.move(to: row)
            isPartial[row] = sum.present > 0 && sum.present < window.width
            values[row] = sum.present >= needed ? sum.mean(at: row, series.gauge) : .nan
          }
        }
      }
      filled = distances.count
    }
    self.isPartial = isPartial
    self.window = window
  }

  /// The averages as a column.
  package var column: Column { Column(series: values) }
}

/// The sum of the finite rows in a window that moves down a column.
private struct SlidingSum {
  private let distances: UnsafeBufferPointer<Double>
  private let window: MovingWindow
  /// A power of two, so that no sum leaves the range of doubles; small ones keep their digits.
  private let scale: Double
  private var sum = CompensatedSum()
  private var entered = 0
  /// How many finite rows the window holds.
  private(set) var present = 0

  init(_ distances: UnsafeBufferPointer<Double>, _ window: MovingWindow) {
    (self.distances, self.window) = (distances, window)
    scale = CompensatedSum.scale(for: distances, rows: window.width)
  }

  /// Takes in and lets go the rows by which the window of a row differs from that of the row before.
  @inline(__always)
  mutating func move(to row: Int) {
    let end = min(distances.count, row + min(window.reach, distances.count) + 1)
    while entered < end {
      if distances[entered].isFinite {
        sum.add(distances[entered] * scale)
        present += 1
      }
      entered += 1
    }
    let gone = row + window.reach - window.width
    if gone >= 0, distances[gone].isFinite {
      sum.subtract(distances[gone] * scale)
      present -= 1
    }
  }

  /// The mean of the window of a row, the outermost rows of a split window counting half.
  @inline(__always)
  func mean(at row: Int, _ gauge: Gauge) -> Double {
    var (total, weight) = (sum, Double(present))
    if window.isSplit {
      for end in [row - window.reach, row + window.reach]
      where distances.indices.contains(end) && distances[end].isFinite {
        total.subtract(distances[end] * scale / 2)
        weight -= 0.5
      }
    }
    let exact = DoubleDouble(total)
    let first = exact.high / weight
    let rest = (exact.high.addingProduct(-first, weight) + exact.low) / weight
    // Only plain distances are so large that they are scaled.
    return gauge.isPlain
      ? (first + rest) / scale : gauge.value(at: DoubleDouble(sum: first, rest))
  }
}

extension Column {
  /// A column of doubles in which NaN marks the rows without a value.
  package init(series values: [Double]) {
    self.init(.double(values.map { $0.isNaN ? 0 : $0 }), presence: values.map { !$0.isNaN })
  }
}
