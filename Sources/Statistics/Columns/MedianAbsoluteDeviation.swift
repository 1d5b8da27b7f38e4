/// The median of the absolute distances from the median: a spread that outliers do not move.
///
/// - Shape: one column of at least one value.
/// - Units: the column's.
/// - Missing: absent and infinite values are left out.
/// - Source: F. R. Hampel, *JASA* 69 (1974), 383–393.
package struct MedianAbsoluteDeviation: Statistic {
  package static let name = "mad"
  package static let title = "Median absolute deviation"
  package static let method = "median of |x − median|, without a factor"

  /// 1/Φ⁻¹(3/4): what makes it estimate the standard deviation of normal values.
  package static let normalFactor = 1.482602218505602

  /// The median of the distances from the median.
  package let value: Double
  /// How many values.
  package let n: Int

  /// The value times ``normalFactor``: an estimate of the standard deviation.
  package var scaled: Double { value * MedianAbsoluteDeviation.normalFactor }

  /// The deviation of a column's doubles, where NaN is a missing value.
  package init(_ values: [Double]) throws(StatisticsError) {
    try self.init(SortedSample(Sample(values)))
  }

  /// The deviation of sorted values.
  package init(_ sorted: SortedSample) throws(StatisticsError) {
    guard let value = sorted.medianAbsoluteDeviation else { throw .tooFew(needed: 1, got: 0) }
    self.value = value
    n = sorted.count
  }
}

extension SortedSample {
  /// The median of the distances from the median, in the values' unit; nil without values.
  ///
  /// Left of the median the distances fall, right of it they rise: merging the two from the middle
  /// gives them in order without another sort.
  package var medianAbsoluteDeviation: Double? {
    guard let median = quantileDistance(0.5) else { return nil }
    if !isWeighted {
      let sides = DistancesFromMedian(distances, median)
      let (a, b) = (sides.value(atPlace: (count - 1) / 2), sides.value(atPlace: count / 2))
      return gauge.length(a == b ? a : a / 2 + b / 2)
    }
    var right = distances.partitioningIndex { $0 >= median }
    var (left, seen) = (right - 1, 0)
    var (last, middle): (Double, Double?) = (0, nil)
    // Places (n − 1)/2 and n/2 from the smallest distance are the middle, or its two sides.
    while seen <= count / 2 {
      let below = left >= 0 ? median - distances[left] : .infinity
      let above = right < distances.count ? distances[right] - median : .infinity
      let isLeft = below <= above && left >= 0
      last = Swift.min(below, above)
      seen += weight(isLeft ? left : right)
      if isLeft { left -= 1 } else { right += 1 }
      if middle == nil, seen > (count - 1) / 2 { middle = last }
    }
    return middle.map { gauge.length($0 == last ? last : $0 / 2 + last / 2) }
  }
}

/// The distances of ascending values from their median, as two ascending runs from the middle out.
private struct DistancesFromMedian {
  private let values: [Double]
  private let median: Double
  /// How many values lie left of the median.
  private let left: Int

  init(_ values: [Double], _ median: Double) {
    (self.values, self.median) = (values, median)
    left = values.partitioningIndex { $0 >= median }
  }

  /// The distance at a place from the smallest of both runs, found by halving: so many of the places
  /// before it are on the left that the next on the left is no nearer than the last on the right.
  func value(atPlace place: Int) -> Double {
    let right = values.count - left
    var (low, high) = (max(0, place - right), min(place, left))
    while low < high {
      let middle = (low + high) / 2
      if leftward(middle) >= rightward(place - middle - 1) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return min(leftward(low), rightward(place - low))
  }

  private func leftward(_ place: Int) -> Double {
    place < left ? median - values[left - 1 - place] : .infinity
  }

  private func rightward(_ place: Int) -> Double {
    place < values.count - left ? values[left + place] - median : .infinity
  }
}
