/// Ranks from 1, equal values sharing the mean of theirs, and the sizes of those ties.
struct Ranks {
  /// The rank of each value.
  let ranks: [Double]
  /// The size of each run of equal values, ascending by value; runs of one are left out.
  let ties: [Int]

  /// Ranks finite values.
  init(_ values: [Double]) {
    let order = RadixSort.order(values)
    var ranks = [Double](repeating: 0, count: values.count)
    var ties: [Int] = []
    var start = 0
    while start < order.count {
      var end = start + 1
      let value = values[Int(order[start])]
      while end < order.count, values[Int(order[end])] == value { end += 1 }
      let rank = Double(start + end + 1) / 2
      for place in start..<end { ranks[Int(order[place])] = rank }
      if end - start > 1 { ties.append(end - start) }
      start = end
    }
    self.ranks = ranks
    self.ties = ties
  }

  /// Σ(t³ − t) over the ties.
  var tieSum: Double {
    ties.reduce(0) { $0 + Double($1) * (Double($1) - 1) * (Double($1) + 1) }
  }
}
