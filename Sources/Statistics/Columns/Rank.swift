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
  package init(_ doubles: [Double]) { self.init(Measured(doubles)) }

  /// Ranks a measured column: values that differ only beyond a double's digits are told apart.
  package init(_ measured: Measured) {
    let distances = measured.distances
    let rows = distances.indices.filter { distances[$0].isFinite }
    let ranks = Ranks(rows.map { distances[$0] }).ranks
    var values = [Double](repeating: .nan, count: distances.count)
    for (row, rank) in zip(rows, ranks) { values[row] = rank }
    self.values = values
    n = rows.count
  }
}
