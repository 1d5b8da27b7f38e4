package import Frame

/// The sum of each row and all before it.
///
/// - Shape: one number a row, in the order of the rows.
/// - Missing: a row without a finite value has no sum (NaN) and adds nothing.
package struct Cumulative: Statistic {
  package static let name = "cumulative"
  package static let title = "Cumulative sum"
  package static let method = "running sum; missing rows add nothing"

  /// The sum at each row; NaN where the row has no finite value.
  package let values: [Double]

  /// Sums a column's doubles, NaN being a missing value.
  package init(_ doubles: [Double]) {
    var sum = CompensatedSum()
    values = doubles.map { value in
      guard value.isFinite else { return .nan }
      sum.add(value)
      return sum.value
    }
  }

  /// The sums as a column.
  package var column: Column { Column(series: values) }
}
