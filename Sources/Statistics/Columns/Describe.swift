import CKernels
package import Frame

/// Count, centre, spread, quantiles and shape of a numeric column.
///
/// - Shape: one column; any number of rows, none included.
/// - Units: mean, spread and quantiles are in the column's unit; skewness, kurtosis and the
///   coefficient of variation have none.
/// - Missing: rows without a value and rows with an infinite one are counted and left out. A row of
///   frequency weight w counts as w rows in every figure.
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
  /// How many rows without a frequency weight, where there are weights; they take no part.
  package let unweighted: Int
  /// How many distinct values.
  package let distinct: Int
  /// How many values are 0.
  package let zeros: Int
  /// How many values are below 0.
  package let negatives: Int
  /// The arithmetic mean.
  package let mean: Double?
  /// The standard deviation, divisor n − 1; nil for fewer than two values.
  package let standardDeviation: Double?
  /// The standard error of the mean; nil for fewer than two values.
  package let standardError: Double?
  /// The standard deviation over the mean; nil where ``reasons`` tell.
  package let coefficientOfVariation: Double?
  /// The n-th root of the product; nil where ``reasons`` tell.
  package let geometricMean: Double?
  /// The mean without the share that ``Options/trimmedShare`` names at each end.
  package let trimmedMean: TrimmedMean?
  /// The smallest value.
  package let min: Double?
  /// The first quartile.
  package let q1: Double?
  /// The median: the middle value, or the middle of the two.
  package let median: Double?
  /// The third quartile.
  package let q3: Double?
  /// The largest value.
  package let max: Double?
  /// The distance of the quartiles.
  package let interquartileRange: Double?
  /// Further quantiles, in the order of ``Options/probabilities``; none without values.
  package let quantiles: [Double]
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
  /// The most frequent values, most frequent first, the smaller first of equal counts.
  package let mostFrequent: [SortedSample.Run]
  /// Why the shape is nil in part; nil where it is not.
  package let reason: StatisticsError?
  /// Why a further statistic is nil, by its name: ``CoefficientOfVariation`` and
  /// ``GeometricMean``.
  package let reasons: [String: StatisticsError]
  /// How it was made.
  package let options: Options

  /// The most frequent value, the smallest of those; nil without values.
  package var top: SortedSample.Run? { mostFrequent.first }

  /// The median absolute deviation times 1.4826: an estimate of a normal standard deviation.
  package var scaledMedianAbsoluteDeviation: Double? {
    medianAbsoluteDeviation.map { $0 * MedianAbsoluteDeviation.normalFactor }
  }

  /// What may be chosen of a description.
  package struct Options: Hashable, Sendable {
    /// The rule of the quartiles and quantiles.
    package var quantileKind = QuantileKind.r7
    /// The probabilities of further quantiles, each from 0 to 1.
    package var probabilities: [Double] = []
    /// The share that the trimmed mean leaves out at each end, from 0 to below 0.5.
    package var trimmedShare = 0.1
    /// How many of the most frequent values are kept.
    package var topCount = 5

    /// The default choices.
    package init() {}
  }

  /// Describes a column's doubles, where NaN is a missing value.
  package init(_ values: [Double], _ options: Options = Options()) {
    self.init(Sample(values), options)
  }

  /// Describes a column by its numbers; a text column has none.
  package init(_ column: Column, _ options: Options = Options()) {
    self.init(Sample(column), options)
  }

  /// Describes a sample.
  package init(_ sample: Sample, _ options: Options = Options()) {
    self.init(sample, weights: nil, unweighted: 0, options)
  }

  /// Describes a sample whose values stand for so many equal rows as their weights say.
  package init(_ weighted: WeightedSample, _ options: Options = Options()) {
    self.init(
      weighted.sample, weights: weighted.weights, unweighted: weighted.unweighted, options)
  }

  private init(_ sample: Sample, weights: [Int]?, unweighted: Int, _ options: Options) {
    let moments = Moments(sample, weights: weights)
    let shape = Shape(moments)
    let sorted = SortedSample(sample, weights: weights)
    let runs = sorted.runs(top: options.topCount)
    let kind = options.quantileKind
    n = sorted.count
    (missing, infinite, self.unweighted) = (sample.missing, sample.infinite, unweighted)
    (distinct, mostFrequent) = (runs.distinct, runs.top)
    (negatives, zeros) = sorted.signs
    mean = n > 0 ? moments.mean : nil
    standardDeviation = moments.standardDeviation
    standardError = moments.standardError
    trimmedMean = try? TrimmedMean(sorted, share: options.trimmedShare)
    (min, max) = (sample.min, sample.max)
    q1 = sorted.quantile(0.25, kind: kind)
    median = sorted.median
    q3 = sorted.quantile(0.75, kind: kind)
    interquartileRange = sorted.range(from: 0.25, to: 0.75, kind: kind)
    quantiles = options.probabilities.compactMap { sorted.quantile($0, kind: kind) }
    (skewness, kurtosis) = (shape.adjustedSkewness, shape.adjustedKurtosis)
    (populationSkewness, populationKurtosis) = (shape.skewness, shape.kurtosis)
    medianAbsoluteDeviation = sorted.medianAbsoluteDeviation
    reason = shape.reason
    var reasons: [String: StatisticsError] = [:]
    coefficientOfVariation = reasons.noting(CoefficientOfVariation.name) {
      () throws(StatisticsError) in try CoefficientOfVariation(moments).value
    }
    geometricMean = reasons.noting(GeometricMean.name) {
      () throws(StatisticsError) in try GeometricMean(sample, weights: weights).value
    }
    self.reasons = reasons
    self.options = options
  }
}

extension [String: StatisticsError] {
  /// What a statistic came to; where it has no value, its reason is kept by its name.
  fileprivate mutating func noting(
    _ name: String, _ make: () throws(StatisticsError) -> Double
  ) -> Double? {
    do throws(StatisticsError) {
      return try make()
    } catch {
      self[name] = error
      return nil
    }
  }
}

extension SortedSample {
  /// How many distinct values, and the most frequent of them, the smaller first of equal counts.
  func runs(top limit: Int) -> (distinct: Int, top: [Run]) {
    var (distinct, top) = (0, MostFrequent(limit: limit))
    if isWeighted {
      forEachRun { distance, count in
        distinct += 1
        top.consider(distance, count)
      }
    } else {
      distinct = distances.withUnsafeBufferPointer { distances in
        top.consider(ascending: distances)
        return distances.baseAddress.map { Int(bs_count_distinct($0, distances.count)) } ?? 0
      }
    }
    return (distinct, top.runs.map { Run(value: gauge.value(at: $0.distance), count: $0.count) })
  }

  /// How many values are below 0, and how many are 0.
  var signs: (negatives: Int, zeros: Int) {
    let zero = gauge.distance(of: 0)
    let negatives = place { $0 >= zero }
    return (negatives, place { $0 > zero } - negatives)
  }
}

/// The most frequent distances so far, most frequent first, the smaller first of equal counts.
private struct MostFrequent {
  let limit: Int
  private(set) var runs: [(distance: Double, count: Int)] = []

  init(limit: Int) { self.limit = limit }

  /// The least count that would enter; none would where there is no room at all.
  private var needed: Int {
    runs.count < limit ? 1 : (runs.last?.count).map { $0 + 1 } ?? .max
  }

  /// Takes a run of equal distances, which come in ascending order.
  mutating func consider(_ distance: Double, _ count: Int) {
    guard count >= needed else { return }
    runs.insert((distance, count), at: runs.partitioningIndex { $0.count < count })
    if runs.count > limit { runs.removeLast() }
  }

  /// Takes all runs of ascending distances, looking only as far ahead as the least count that would
  /// enter: a run that is too short is passed value by value.
  mutating func consider(ascending distances: UnsafeBufferPointer<Double>) {
    var (start, needed) = (0, needed)
    while needed <= distances.count - start {
      let value = distances[start]
      guard distances[start + needed - 1] == value else {
        start += 1
        continue
      }
      var end = start + needed
      while end < distances.count, distances[end] == value { end += 1 }
      consider(value, end - start)
      (start, needed) = (end, self.needed)
    }
  }
}
