/// The complete rows of two columns with their frequency weights.
struct WeightedPairs {
  let pairs: PairedSample
  let weights: [Double]?
  /// Rows that lack a value or a weight; rows of weight 0 stand for no row and are not counted.
  let missing: Int

  init(_ x: Measured, _ y: Measured, _ weights: [Double]?) throws(StatisticsError) {
    guard let weights else {
      pairs = try PairedSample(x, y)
      self.weights = nil
      missing = pairs.missing
      return
    }
    guard x.count == weights.count else { throw .lengthsDiffer(x.count, weights.count) }
    guard x.count == y.count else { throw .lengthsDiffer(x.count, y.count) }
    try checkWeights(weights)
    // Counts beyond 2⁵³ would no longer be whole.
    guard weights.lazy.filter({ !$0.isNaN }).reduce(0, +) <= 0x1p53 else { throw .outOfRange }
    let counted = weights.indices.filter { weights[$0] > 0 }
    pairs = try PairedSample(x.picking(counted), y.picking(counted))
    self.weights = counted.filter { x.distances[$0].isFinite && y.distances[$0].isFinite }
      .map { weights[$0] }
    missing = pairs.missing + weights.count(where: \.isNaN)
  }
}

/// Throws unless every frequency weight is missing (NaN) or a whole number of at least 0.
func checkWeights(_ weights: [Double]) throws(StatisticsError) {
  for (row, weight) in weights.enumerated()
  where weight < 0 || weight.isInfinite || (!weight.isNaN && weight != weight.rounded()) {
    throw .invalidWeight(row: row)
  }
}
