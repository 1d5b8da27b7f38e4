import CKernels

/// The mean of what is left when a share of the values is cut off at each end.
///
/// - Shape: one column of at least one value.
/// - Units: the column's.
/// - Missing: absent and infinite values are left out before anything is cut.
/// - Source: J. W. Tukey, *Annals of Mathematical Statistics* 33 (1962), 1–67; the count cut at each
///   end is ⌊share · n⌋, as in R and SciPy.
package struct TrimmedMean: Statistic {
  package static let name = "trimmed_mean"
  package static let title = "Trimmed mean"
  package static let method = "mean without ⌊share · n⌋ values at each end"

  /// The mean of the values that are left.
  package let value: Double
  /// The share cut off at each end.
  package let share: Double
  /// How many values were cut off at each end.
  package let cut: Int
  /// How many values there were, those cut off included.
  package let n: Int

  /// The trimmed mean of a column's doubles, where NaN is a missing value.
  package init(_ values: [Double], share: Double = 0.1) throws(StatisticsError) {
    try self.init(SortedSample(Sample(values)), share: share)
  }

  /// The trimmed mean of sorted values.
  package init(_ sorted: SortedSample, share: Double = 0.1) throws(StatisticsError) {
    guard share >= 0, share < 0.5 else {
      throw .invalidParameter("a trimmed share is from 0 to below 0.5")
    }
    try need(1, of: sorted.count)
    n = sorted.count
    self.share = share
    cut = Int(share * Double(n))
    value = sorted.mean(ofPlaces: cut..<n - cut)
  }
}

extension SortedSample {
  /// The mean of the values at some places; there is at least one.
  fileprivate func mean(ofPlaces places: Range<Int>) -> Double {
    let largest = max(abs(distances[0]), abs(distances[distances.count - 1]))
    let unit = Moments.unit(for: largest)
    let scale = 1 / unit
    if !isWeighted {
      let sum = distances[places].withUnsafeBufferPointer { values in
        values.baseAddress.map { CompensatedSum(bs_sum($0, values.count, scale)) }
      }
      return gauge.value(
        at: DoubleDouble(sum ?? CompensatedSum()) / Double(places.count) * unit)
    }
    var (sum, place) = (CompensatedSum(), places.lowerBound)
    var entry = entry(atPlace: place)
    var end = place + remaining(in: entry, from: place)
    while place < places.upperBound {
      let times = Swift.min(end, places.upperBound) - place
      sum.add(DoubleDouble(product: distances[entry] * scale, Double(times)))
      place += times
      entry += 1
      if place < places.upperBound { end += weight(entry) }
    }
    return gauge.value(at: DoubleDouble(sum) / Double(places.count) * unit)
  }
}
