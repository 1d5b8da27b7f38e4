/// Finite values in ascending order, each once or as often as its weight says: quantiles, runs of
/// equal values, and what is made of them.
///
/// Order and quantiles are those of the exact distances; results return to the values' unit.
package struct SortedSample: Hashable, Sendable {
  /// The distances, smallest first, one an entry.
  package let distances: [Double]
  /// What distances are counted in.
  package let gauge: Gauge
  /// How many values, each as often as its weight says.
  package let count: Int
  /// How many values there are up to and with each entry; nil where each entry is one value.
  private let cumulative: [Int]?

  /// The values of the entries as doubles, smallest first; made anew at each call unless the gauge
  /// is plain.
  package var values: [Double] { gauge.isPlain ? distances : distances.map(gauge.value(at:)) }

  /// Sorts a sample, each value as often as its weight says where weights are given: one for each
  /// of the sample's values.
  package init(_ sample: Sample, weights: [Int]? = nil) {
    gauge = sample.gauge
    guard let weights else {
      distances = RadixSort.sorted(sample.distances)
      (count, cumulative) = (distances.count, nil)
      return
    }
    let order = RadixSort.order(sample.distances).map(Int.init)
    distances = order.map { sample.distances[$0] }
    var total = 0
    cumulative = order.map { row in
      total += weights[row]
      return total
    }
    count = total
  }

  /// A value of the sample and how often it occurs.
  package struct Run: Hashable, Sendable {
    /// The value.
    package let value: Double
    /// How many rows hold it.
    package let count: Int
  }

  /// Whether entries stand for as many values as weights say.
  var isWeighted: Bool { cumulative != nil }

  /// How many values an entry stands for.
  func weight(_ entry: Int) -> Int {
    guard let cumulative else { return 1 }
    return entry == 0 ? cumulative[0] : cumulative[entry] - cumulative[entry - 1]
  }

  /// The entry of the value at a place from the smallest, which is place 0.
  func entry(atPlace place: Int) -> Int {
    cumulative.map { $0.partitioningIndex { $0 > place } } ?? place
  }

  /// How many of an entry's values lie at a place and after it.
  func remaining(in entry: Int, from place: Int) -> Int {
    (cumulative?[entry] ?? entry + 1) - place
  }

  /// How many values lie before the first entry whose distance satisfies a condition that holds
  /// from there on.
  func place(where holds: (Double) -> Bool) -> Int {
    let entry = distances.partitioningIndex(where: holds)
    guard let cumulative else { return entry }
    return entry == 0 ? 0 : cumulative[entry - 1]
  }

  /// Calls `body` with each distinct distance and how often it occurs, in ascending order.
  func forEachRun(_ body: (Double, Int) -> Void) {
    distances.withUnsafeBufferPointer { distances in
      var start = 0
      while start < distances.count {
        var end = start + 1
        while end < distances.count, distances[end] == distances[start] { end += 1 }
        let before = start == 0 ? 0 : cumulative?[start - 1] ?? start
        body(distances[start], (cumulative?[end - 1] ?? end) - before)
        start = end
      }
    }
  }

  /// The distance at a place from the smallest, which is place 0; between two values linear.
  private func distance(atPlace place: Double) -> Double {
    let place = min(max(place, 0), Double(count - 1))
    let below = Int(place)
    let share = place - Double(below)
    let a = distances[entry(atPlace: below)]
    guard share > 0, below + 1 < count else { return a }
    let b = distances[entry(atPlace: below + 1)]
    return Quantile.between(a, b, share: share)
  }

  /// The distance of a quantile; nil without values.
  func quantileDistance(_ probability: Double, kind: QuantileKind = .r7) -> Double? {
    precondition((0...1).contains(probability), "a probability is from 0 to 1")
    guard count > 0 else { return nil }
    return kind.value(probability, of: count, distance(atPlace:))
  }

  /// A quantile; nil without values.
  ///
  /// - Precondition: `probability` is from 0 to 1.
  /// - Source: R. J. Hyndman and Y. Fan, *The American Statistician* 50 (1996), 361–365.
  package func quantile(_ probability: Double, kind: QuantileKind = .r7) -> Double? {
    quantileDistance(probability, kind: kind).map(gauge.value(at:))
  }

  /// The median: the middle value, or the middle of the two; nil without values.
  package var median: Double? { quantile(0.5) }

  /// The distance between two quantiles, in the values' unit; nil without values.
  package func range(
    from low: Double, to high: Double, kind: QuantileKind = .r7
  ) -> Double? {
    guard let a = quantileDistance(low, kind: kind), let b = quantileDistance(high, kind: kind)
    else { return nil }
    return gauge.length(b - a)
  }
}

extension Array {
  /// The first index whose element satisfies a condition that holds from there on.
  func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
