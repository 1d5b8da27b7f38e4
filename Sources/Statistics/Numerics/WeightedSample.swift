/// The finite values of a column with their frequency weights: each stands for so many equal rows.
package struct WeightedSample: Hashable, Sendable {
  /// The values of positive weight; what was left out is counted as often as its weight says.
  package let sample: Sample
  /// The weight of each of the sample's values, at least 1.
  package let weights: [Int]
  /// How many rows have no weight; they take no part.
  package let unweighted: Int

  /// Takes a measured column and a weight a row: whole numbers of at least 0, NaN where missing.
  package init(_ values: Measured, weights: [Double]) throws(StatisticsError) {
    guard values.count == weights.count else { throw .lengthsDiffer(values.count, weights.count) }
    try checkWeights(weights)
    guard weights.reduce(0, { $1 > 0 ? $0 + $1 : $0 }) <= 0x1p53 else { throw .outOfRange }
    var (distances, kept, missing, infinite): ([Double], [Int], Int, Int) = ([], [], 0, 0)
    for (distance, weight) in zip(values.distances, weights) where weight > 0 {
      if distance.isFinite {
        distances.append(distance)
        kept.append(Int(weight))
      } else if distance.isNaN {
        missing += Int(weight)
      } else {
        infinite += Int(weight)
      }
    }
    sample = Sample(
      finite: distances, gauge: values.gauge, missing: missing, infinite: infinite)
    self.weights = kept
    unweighted = weights.count(where: \.isNaN)
  }
}
