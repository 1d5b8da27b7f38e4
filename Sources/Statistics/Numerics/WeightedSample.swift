/// The finite values of a column with their frequency weights: each stands for so many equal rows.
package struct WeightedSample: Hashable, Sendable {
  /// The values of positive weight; what was left out is counted as often as its weight says.
  package let sample: Sample
  /// The weight of each of the sample's values, at least 1.
  package let weights: [Int]
  /// How many rows have no weight; they take no part.
  package let unweighted: Int

  /// Takes a measured column and a weight a row.
  package init(_ values: Measured, weights: FrequencyWeights) throws(StatisticsError) {
    guard values.count == weights.counts.count else {
      throw .lengthsDiffer(values.count, weights.counts.count)
    }
    var (distances, kept, missing, infinite): ([Double], [Int], Int, Int) = ([], [], 0, 0)
    for (distance, weight) in zip(values.distances, weights.counts) {
      guard let weight, weight > 0 else { continue }
      if distance.isFinite {
        distances.append(distance)
        kept.append(weight)
      } else if distance.isNaN {
        missing += weight
      } else {
        infinite += weight
      }
    }
    sample = Sample(
      finite: distances, gauge: values.gauge, missing: missing, infinite: infinite)
    self.weights = kept
    unweighted = weights.missing
  }
}
