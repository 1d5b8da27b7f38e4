package import Frame

/// Count, centre, spread, quartiles and shape of a numeric column.
///
/// - Shape: one column; any number of rows, none included.
/// - Units: mean, spread and quartiles are in the column's unit; skewness and kurtosis have none.
/// - Missing: rows without a value and rows with an infinite one are counted and left out.
/// - Source: D. N. Joanes and C. A. Gill, *The Statistician* 47 (1998), 183–189, for g and G.
package struct Describe: Statistic {
  package static let name = "describe"
  package static let title = "Summary statistics"
  package static let method =
    "SD with divisor n − 1; quartiles R-7; skewness G1 and excess kurtosis G2 (adjusted)"

  /// How many finite values.
  package let n: Int
  /// How many rows without a value.
  package let missing: Int
  /// How many rows with an infinite value.
  package let infinite: Int
  /// How many distinct values.
  package let distinct: Int
  /// The arithmetic mean.
  package let mean: Double?
  /// The standard deviation, divisor n − 1; nil for fewer than two values.
  package let standardDeviation: Double?
  /// The standard error of the mean; nil for fewer than two values.
  package let standardError: Double?
  /// The smallest value.
  package let min: Double?
  /// The first quartile.
  package let q1: Double?
  /// The median.
  package let median: Double?
  /// The third quartile.
  package let q3: Double?
  /// The largest value.
  package let max: Double?
  /// The adjusted skewness G1, as pandas and spreadsheets give it; needs three values and spread.
  package let skewness: Double?
  /// The adjusted excess kurtosis G2, as pandas and spreadsheets give it; needs four values and
  /// spread.
  package let kurtosis: Double?
  /// The population skewness g1 = m₃ / m₂^1.5; needs spread.
  package let populationSkewness: Double?
  /// The population excess kurtosis g2 = m₄ / m₂² − 3; needs spread.
  package let populationKurtosis: Double?
  /// The median absolute deviation from the median, without a factor.
  package let medianAbsoluteDeviation: Double?
  /// The most frequent value, the smallest of those; nil without values.
  package let top: SortedSample.Run?
  /// Why some field is nil; nil where none is.
  package let reason: StatisticsError?

  /// The distance of the quartiles.
  package var interquartileRange: Double? { q1.flatMap { q1 in q3.map { $0 - q1 } } }

  /// Describes a column's doubles, where NaN is a missing value.
  package init(_ values: [Double]) { self.init(Sample(values)) }

  /// Describes a column by its numbers; a text column has none.
  package init(_ column: Column) { self.init(Sample(column)) }

  /// Describes a sample.
  package init(_ sample: Sample) {
    let moments = Moments(sample)
    let shape = Shape(moments)
    let sorted = SortedSample(sample)
    let runs = sorted.runSummary
    n = sample.count
    (missing, infinite) = (sample.missing, sample.infinite)
    (distinct, top) = (runs.distinct, runs.top)
    mean = n > 0 ? moments.mean : nil
    standardDeviation = moments.standardDeviation
    standardError = moments.standardError
    (min, max) = (sample.min, sample.max)
    (q1, median, q3) = (sorted.quantile(0.25), sorted.median, sorted.quantile(0.75))
    (skewness, kurtosis) = (shape.adjustedSkewness, shape.adjustedKurtosis)
    (populationSkewness, populationKurtosis) = (shape.skewness, shape.kurtosis)
    medianAbsoluteDeviation = sorted.medianAbsoluteDeviation
    reason = shape.reason
  }
}

extension SortedSample {
  /// How many distinct values, and the most frequent of them (the smallest where several are).
  var runSummary: (distinct: Int, top: Run?) {
    var distinct = 0
    var longest = 0..<0
    forEachRun { run in
      distinct += 1
      if run.count > longest.count { longest = run }
    }
    return (
      distinct, longest.isEmpty ? nil : Run(value: values[longest.lowerBound], count: longest.count)
    )
  }

  /// The median of the distances from the median; nil without values.
  ///
  /// Left of the median the distances fall, right of it they rise: merging the two from the middle
  /// gives them in order without another sort.
  package var medianAbsoluteDeviation: Double? {
    guard let median else { return nil }
    var right = values.partitioningIndex { $0 >= median }
    var left = right - 1
    var distances: [Double] = []
    let wanted = count / 2 + 1
    distances.reserveCapacity(wanted)
    while distances.count < wanted {
      let below = left >= 0 ? median - values[left] : .infinity
      let above = right < count ? values[right] - median : .infinity
      distances.append(Swift.min(below, above))
      if below <= above, left >= 0 { left -= 1 } else { right += 1 }
    }
    let high = distances[wanted - 1]
    return count.isMultiple(of: 2) ? distances[wanted - 2] / 2 + high / 2 : high
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
