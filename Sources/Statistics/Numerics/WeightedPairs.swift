/// The complete rows of two columns with their frequency weights.
struct WeightedPairs {
  let pairs: PairedSample
  let weights: [Double]?
  /// Rows that lack a value or a weight; rows of weight 0 stand for no row and are not counted.
  let missing: Int

  init(_ x: [Double], _ y: [Double], _ weights: [Double]?) throws(StatisticsError) {
    guard let weights else {
      pairs = try PairedSample(x, y)
      self.weights = nil
      missing = pairs.missing
      return
    }
    guard x.count == weights.count else { throw .lengthsDiffer(x.count, weights.count) }
    guard x.count == y.count else { throw .lengthsDiffer(x.count, y.count) }
    for (row, weight) in weights.enumerated()
    where weight < 0 || weight.isInfinite || (!weight.isNaN && weight != weight.rounded()) {
      throw .invalidWeight(row: row)
    }
    let counted = x.indices.filter { weights[$0] > 0 }
    pairs = try PairedSample(counted.map { x[$0] }, counted.map { y[$0] })
    self.weights = counted.filter { x[$0].isFinite && y[$0].isFinite }.map { weights[$0] }
    missing = pairs.missing + weights.count(where: \.isNaN)
  }
}
