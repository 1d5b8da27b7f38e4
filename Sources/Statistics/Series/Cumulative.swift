package import Frame

/// The sum of each row and all before it.
///
/// - Shape: one number a row, in the order of the rows.
/// - Missing: a row without a finite value has no sum (NaN) and adds nothing; nor has a row whose sum
///   is beyond the range of doubles, though rows after it may.
package struct Cumulative: Statistic {
  package static let name = "cumulative"
  package static let title = "Cumulative sum"
  package static let method = "running sum; missing rows add nothing"

  /// The sum at each row; NaN where the row has no finite value or its sum none.
  package let values: [Double]

  /// Sums a column's doubles, NaN being a missing value.
  package init(_ doubles: [Double]) {
    var sum = CompensatedSum()
    let scale = doubles.withUnsafeBufferPointer {
      CompensatedSum.scale(for: $0, rows: doubles.count)
    }
    values = doubles.map { value in
      guard value.isFinite else { return .nan }
      sum.add(value * scale)
      let total = sum.value / scale
      return total.isFinite ? total : .nan
    }
  }

  /// The sums as a column.
  package var column: Column { Column(series: values) }
}
