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
    var (sum, present) = (CompensatedSum(), 0)
    var values: [Double] = []
    var isPartial: [Bool] = []
    values.reserveCapacity(distances.count)
    isPartial.reserveCapacity(distances.count)
    window.slide(over: distances.count) { row in
      guard distances[row].isFinite else { return }
      sum.add(distances[row])
      present += 1
    } leave: { row in
      guard distances[row].isFinite else { return }
      sum.subtract(distances[row])
      present -= 1
    } settle: { row in
      isPartial.append(present > 0 && present < window.width)
      let needed = window.minimum == window.rows ? window.width : window.minimum
      guard present >= needed else { return values.append(.nan) }
      var (total, weight) = (sum, Double(present))
      if window.isSplit {
        for end in [row - window.reach, row + window.reach]
        where distances.indices.contains(end) && distances[end].isFinite {
          total.subtract(distances[end] / 2)
          weight -= 0.5
        }
      }
      let mean = DoubleDouble(sum: total.high, total.low) / weight
      values.append(series.gauge.value(at: mean))
    }
    self.values = values
    self.isPartial = isPartial
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
