/// Finite values in ascending order: quantiles, runs of equal values, and what is made of them.
package struct SortedSample: Hashable, Sendable {
  /// The values, smallest first.
  package let values: [Double]

  /// How many values.
  package var count: Int { values.count }

  /// Sorts a sample.
  package init(_ sample: Sample) { values = RadixSort.sorted(sample.values) }

  /// Takes finite values that are in ascending order already.
  init(ascending values: [Double]) { self.values = values }

  /// A value of the sample and how often it occurs.
  package struct Run: Hashable, Sendable {
    /// The value.
    package let value: Double
    /// How many rows hold it.
    package let count: Int
  }

  /// Calls `body` with each distinct value's range of places, in ascending order.
  func forEachRun(_ body: (Range<Int>) -> Void) {
    values.withUnsafeBufferPointer { values in
      var start = 0
      while start < values.count {
        var end = start + 1
        while end < values.count, values[end] == values[start] { end += 1 }
        body(start..<end)
        start = end
      }
    }
  }

  /// The distance of a probability's place, counted from 0, and what lies there.
  private func value(atPlace place: Double) -> Double {
    let place = min(max(place, 0), Double(count - 1))
    let below = Int(place)
    let share = place - Double(below)
    guard share > 0, below + 1 < count else { return values[below] }
    let (a, b) = (values[below], values[below + 1])
    let distance = b - a
    // The distance of values of opposite sign may leave the range of doubles.
    return distance.isFinite ? a + distance * share : a * (1 - share) + b * share
  }

  /// A quantile; nil without values.
  ///
  /// - Precondition: `probability` is from 0 to 1.
  /// - Source: R. J. Hyndman and Y. Fan, *The American Statistician* 50 (1996), 361–365.
  package func quantile(_ probability: Double, kind: QuantileKind = .r7) -> Double? {
    precondition((0...1).contains(probability), "a probability is from 0 to 1")
    guard count > 0 else { return nil }
    let n = Double(count)
    switch kind {
    case .r1: return value(atPlace: (n * probability).rounded(.up) - 1)
    case .r2:
      let place = n * probability
      let low = value(atPlace: place.rounded(.up) - 1)
      let high = value(atPlace: place.rounded(.down))
      return low == high ? low : low / 2 + high / 2
    case .r6: return value(atPlace: (n + 1) * probability - 1)
    case .r7: return value(atPlace: (n - 1) * probability)
    case .r8: return value(atPlace: (n + 1.0 / 3) * probability + 1.0 / 3 - 1)
    }
  }

  /// The median: the middle value, or the middle of the two; nil without values.
  package var median: Double? { quantile(0.5) }
}

/// A rule for quantiles between two values, by its number in Hyndman and Fan.
package enum QuantileKind: String, Hashable, Sendable, CaseIterable {
  /// The smallest value that reaches the probability: SQL's `percentile_disc`.
  case r1
  /// As R-1, but the middle of two values where the probability falls on a step.
  case r2
  /// Place (n + 1)p: the expectation of order statistics; spreadsheets' exclusive form.
  case r6
  /// Place 1 + (n − 1)p: SQL's `percentile_cont`, pandas, numpy, R.
  case r7
  /// Place (n + 1/3)p + 1/3: nearly free of median bias, whatever the distribution.
  case r8
}
