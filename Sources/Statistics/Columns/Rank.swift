/// The rank of each row's value: 1 for the smallest, equal values sharing the mean of their ranks.
///
/// - Shape: one number a row.
/// - Missing: a row without a finite value has no rank (NaN).
package struct Rank: Statistic {
  package static let name = "rank"
  package static let title = "Rank"
  package static let method = "1 for the smallest; ties share their mean rank"

  /// The rank of each row; NaN where there is no finite value.
  package let values: [Double]
  /// How many rows have a rank.
  package let n: Int

  /// Ranks a column's doubles, where NaN is a missing value.
  package init(_ doubles: [Double]) {
    let rows = doubles.indices.filter { doubles[$0].isFinite }
    let ranks = Ranks(rows.map { doubles[$0] }).ranks
    var values = [Double](repeating: .nan, count: doubles.count)
    for (row, rank) in zip(rows, ranks) { values[row] = rank }
    self.values = values
    n = rows.count
  }
}
