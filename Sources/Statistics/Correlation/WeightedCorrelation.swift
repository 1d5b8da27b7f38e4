extension PearsonCorrelation {
  /// Correlates two columns as if each row stood as often as its weight says; nil for once.
  package init(_ x: [Double], _ y: [Double], weights: [Double]?, level: Double = 0.95)
    throws(StatisticsError)
  {
    let rows = try WeightedPairs(Measured(x), Measured(y), weights)
    try self.init(
      CrossMoments(rows.pairs, weights: rows.weights), missing: rows.missing,
      infinite: rows.pairs.infinite, level: level)
  }
}

extension SpearmanCorrelation {
  /// Correlates two columns as if each row stood as often as its weight says; nil for once.
  package init(_ x: [Double], _ y: [Double], weights: [Double]?, level: Double = 0.95)
    throws(StatisticsError)
  {
    guard weights != nil else {
      try self.init(x, y, level: level)
      return
    }
    let rows = try WeightedPairs(Measured(x), Measured(y), weights)
    let counts = rows.weights ?? []
    let ranks = try PairedSample(
      Ranks.weighted(rows.pairs.x, counts), Ranks.weighted(rows.pairs.y, counts))
    try self.init(
      ranks: CrossMoments(ranks, weights: rows.weights), missing: rows.missing,
      infinite: rows.pairs.infinite, level: level)
  }
}

extension Ranks {
  /// The mean rank of each value among values that each stand as often as their weight says.
  fileprivate static func weighted(_ values: [Double], _ weights: [Double]) -> [Double] {
    let order = RadixSort.order(values)
    var ranks = [Double](repeating: 0, count: values.count)
    var (start, before) = (0, 0.0)
    while start < order.count {
      let value = values[Int(order[start])]
      let rest = order[start...]
      let run = rest.prefix { values[Int($0)] == value }
      let weight = run.reduce(0) { $0 + weights[Int($1)] }
      for row in run { ranks[Int(row)] = before + (weight + 1) / 2 }
      before += weight
      start = run.endIndex
    }
    return ranks
  }
}
