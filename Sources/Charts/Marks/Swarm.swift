/// Dots of one size along a line, each as near to it as those before leave room: no two overlap.
///
/// Dots are taken in the order of their places; of two equally near spots the sides take turns.
struct Swarm {
  /// How far from the line each dot lies, in the order given.
  let offsets: [Double]
  /// How many dots found no room within the reach; they lie at its edge, over others.
  let overflow: Int

  /// Places dots of a diameter within a reach to both sides of the line; nil where more than `most`
  /// find no room.
  ///
  /// Dots without a place take none.
  init?(_ places: [Double], diameter: Double, reach: Double, most: Int) {
    var offsets = [Double](repeating: 0, count: places.count)
    var overflow = 0
    let order = places.indices.filter { places[$0].isFinite }.sorted {
      (places[$0], $0) < (places[$1], $1)
    }
    var first = 0
    for (rank, index) in order.enumerated() {
      while places[order[first]] <= places[index] - diameter { first += 1 }
      let taken = order[first..<rank].map { other -> (low: Double, high: Double) in
        let along = places[index] - places[other]
        let arm = max(0, diameter * diameter - along * along).squareRoot()
        return (offsets[other] - arm, offsets[other] + arm)
      }
      let offset = Swarm.nearest(to: taken, prefersHigh: rank % 2 == 0)
      if abs(offset) > reach {
        overflow += 1
        guard overflow <= most else { return nil }
      }
      offsets[index] = max(-reach, min(reach, offset))
    }
    (self.offsets, self.overflow) = (offsets, overflow)
  }

  /// The spot nearest to 0 that lies inside no interval.
  private static func nearest(to taken: [(low: Double, high: Double)], prefersHigh: Bool) -> Double
  {
    let sorted = taken.sorted { $0.low < $1.low }
    var (low, high) = (Double.infinity, -Double.infinity)
    for interval in sorted {
      // A gap between intervals as narrow as a rounding error is no room.
      if interval.low < high - 1e-9 || high == -.infinity {
        (low, high) = (min(low, interval.low), max(high, interval.high))
      } else if high > 0 {
        break
      } else {
        (low, high) = (interval.low, interval.high)
      }
    }
    guard low < 0, high > 0 else { return 0 }
    return -low == high ? (prefersHigh ? high : low) : -low < high ? low : high
  }
}
