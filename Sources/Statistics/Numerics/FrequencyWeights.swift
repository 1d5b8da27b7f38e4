/// How many equal rows each row of a table stands for.
///
/// - Missing: a row without a weight takes no part, and is counted by what uses the weights.
package struct FrequencyWeights: Hashable, Sendable {
  /// Each row's weight, at least 0; nil where it is missing.
  package let counts: [Int?]

  /// Takes whole numbers of at least 0 that add up to no more than 2⁵³, NaN where missing.
  package init(_ weights: [Double]) throws(StatisticsError) {
    try checkWeights(weights)
    guard weights.reduce(0, { $1 > 0 ? $0 + $1 : $0 }) <= 0x1p53 else { throw .outOfRange }
    counts = weights.map { $0.isNaN ? nil : Int($0) }
  }

  private init(counts: [Int?]) { self.counts = counts }

  /// How many rows there are in all.
  package var total: Int { counts.reduce(0) { $0 + ($1 ?? 0) } }

  /// How many rows have no weight.
  package var missing: Int { counts.count { $0 == nil } }

  /// The weights of the rows at the given indices, in their order.
  package func picking(_ rows: [Int]) -> FrequencyWeights {
    FrequencyWeights(counts: rows.map { counts[$0] })
  }
}
