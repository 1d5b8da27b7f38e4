package import Frame

/// The mean of each row and those before it: a trailing moving average.
///
/// - Shape: one number a row, in the order of the rows.
/// - Missing: a row has no average (NaN) until the window is full, and where the window holds a
///   row without a finite value; as in pandas.
package struct MovingAverage: Statistic {
  package static let name = "moving_average"
  package static let title = "Moving average"
  package static let method = "trailing mean; none until the window is full"

  /// The average at each row; NaN where there is none.
  package let values: [Double]
  /// How many rows a window spans.
  package let window: Int

  /// Averages a column's doubles, NaN being a missing value, over windows of `window` rows.
  package init(_ doubles: [Double], window: Int) throws(StatisticsError) {
    guard window > 0 else { throw .invalidParameter("a window spans at least 1 row") }
    var sum = CompensatedSum()
    var gaps = 0
    values = doubles.indices.map { row in
      if doubles[row].isFinite { sum.add(doubles[row]) } else { gaps += 1 }
      if row >= window {
        let left = doubles[row - window]
        if left.isFinite { sum.subtract(left) } else { gaps -= 1 }
      }
      return row >= window - 1 && gaps == 0 ? sum.value / Double(window) : .nan
    }
    self.window = window
  }

  /// The averages as a column.
  package var column: Column { Column(series: values) }
}

extension Column {
  /// A column of doubles in which NaN marks the rows without a value.
  package init(series values: [Double]) {
    self.init(.double(values.map { $0.isNaN ? 0 : $0 }), presence: values.map { !$0.isNaN })
  }
}
