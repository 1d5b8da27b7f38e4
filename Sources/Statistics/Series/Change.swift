package import Frame

/// How a row differs from one before it.
///
/// - Shape: one number a row, in the order of the rows; the first rows, as many as the lag, have none.
/// - Units: the column's unit; a share of the earlier value where the change is relative.
/// - Missing: a row has no change (NaN) where it or the earlier one lacks a finite value, or where it
///   would be a share of 0.
package struct Change: Statistic {
  package static let name = "change"
  package static let title = "Change"
  package static let method = "each row minus the row before"

  /// What a change is measured in.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The difference.
    case absolute
    /// The difference as a share of the earlier value: 0.1 for a tenth more.
    case relative
  }

  /// The change at each row; NaN where there is none.
  package let values: [Double]
  /// How many rows earlier the row is that each is compared with.
  package let lag: Int
  /// What changes are measured in.
  package let kind: Kind

  /// Compares each row of a column's doubles, NaN being a missing value, with an earlier one.
  package init(_ doubles: [Double], lag: Int = 1, kind: Kind = .absolute) throws(StatisticsError) {
    guard lag > 0 else { throw .invalidParameter("a lag is at least 1") }
    values = doubles.indices.map { row in
      guard row >= lag, doubles[row].isFinite, doubles[row - lag].isFinite else { return .nan }
      let difference = doubles[row] - doubles[row - lag]
      var change = kind == .absolute ? difference : difference / doubles[row - lag]
      // The difference of the two ends of the doubles' range is no double, its share may be.
      if kind == .relative, !difference.isFinite { change = doubles[row] / doubles[row - lag] - 1 }
      return change.isFinite ? change : .nan
    }
    self.lag = lag
    self.kind = kind
  }

  /// The changes as a column.
  package var column: Column { Column(series: values) }
}
