package import Frame

/// The difference of each row from the row before it.
///
/// - Shape: one number a row, in the order of the rows; the first has none.
/// - Missing: a row has no difference (NaN) where it or the row before lacks a finite value.
package struct Change: Statistic {
  package static let name = "change"
  package static let title = "Change"
  package static let method = "each row minus the row before"

  /// The difference at each row; NaN where there is none.
  package let values: [Double]

  /// Subtracts a column's doubles, NaN being a missing value.
  package init(_ doubles: [Double]) {
    values = doubles.indices.map { row in
      guard row > 0, doubles[row].isFinite, doubles[row - 1].isFinite else { return .nan }
      let difference = doubles[row] - doubles[row - 1]
      return difference.isFinite ? difference : .nan
    }
  }

  /// The differences as a column.
  package var column: Column { Column(series: values) }
}
