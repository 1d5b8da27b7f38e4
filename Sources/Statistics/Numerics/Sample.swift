import CKernels
package import Frame

/// The finite values of a column, with a count of what was left out.
///
/// Integers and decimals are held exactly, as distances by a ``Gauge``: ranks and moments of the
/// distances lose no digit that the column has.
package struct Sample: Hashable, Sendable {
  /// The finite values' distances from the gauge's origin, in row order.
  package let distances: [Double]
  /// What distances are counted in; ``Gauge/plain`` where they are the values.
  package let gauge: Gauge
  /// How many rows hold no value.
  package let missing: Int
  /// How many rows hold an infinite value; it takes part in no statistic.
  package let infinite: Int
  /// The smallest distance; nil without values.
  package let nearest: Double?
  /// The largest distance; nil without values.
  package let farthest: Double?

  /// How many finite values.
  package var count: Int { distances.count }

  /// The finite values as doubles, in row order; made anew at each call unless the gauge is plain.
  package var values: [Double] { gauge.isPlain ? distances : distances.map(gauge.value(at:)) }

  /// The smallest value; nil where there is none.
  package var min: Double? { nearest.map(gauge.value(at:)) }

  /// The largest value; nil where there is none.
  package var max: Double? { farthest.map(gauge.value(at:)) }

  /// Whether there are values and all are equal, exactly.
  package var isConstant: Bool { nearest != nil && nearest == farthest }

  /// Takes a sample from a column's doubles, where NaN is a missing value.
  package init(_ doubles: [Double]) { self.init(Measured(doubles)) }

  /// Takes a sample from a column; text has no numbers, so that all its rows are missing.
  package init(_ column: Column) { self.init(Measured(column)) }

  /// Takes a sample from a measured column.
  package init(_ measured: Measured) {
    let all = measured.distances
    let survey = Sample.survey(all)
    (missing, infinite) = (Int(survey.missing), Int(survey.infinite))
    let count = all.count - missing - infinite
    distances = count == all.count ? all : Sample.finite(all, count)
    gauge = measured.gauge
    (nearest, farthest) = count > 0 ? (survey.low, survey.high) : (nil, nil)
  }

  /// Takes distances that are finite already, with the count of what was left out.
  init(finite distances: [Double], gauge: Gauge, missing: Int, infinite: Int) {
    self.distances = distances
    self.gauge = gauge
    (self.missing, self.infinite) = (missing, infinite)
    (nearest, farthest) = Sample.range(of: distances)
  }

  /// Samples that share a gauge as they are, others by their doubles: what compares samples value by
  /// value needs one measure for all.
  package static func aligned(_ samples: [Sample]) -> [Sample] {
    guard let gauge = samples.first?.gauge, samples.contains(where: { $0.gauge != gauge }) else {
      return samples
    }
    return samples.map(\.plain)
  }

  /// Aligned samples, their distances in a power of two in which squares neither overflow nor vanish;
  /// a length found in it is multiplied by it, ratios need not be.
  ///
  /// The unit is 1 for distances of ordinary size, and so for all that are not plain.
  static func comparable(_ samples: [Sample]) -> (samples: [Sample], unit: Double) {
    let aligned = aligned(samples)
    let ends = aligned.flatMap { [$0.nearest, $0.farthest] }.compactMap { $0?.magnitude }
    let unit = Moments.unit(for: ends.max() ?? 0)
    guard unit != 1 else { return (aligned, 1) }
    let scaled = aligned.map { sample in
      Sample(
        finite: sample.distances.map { $0 / unit }, gauge: sample.gauge, missing: sample.missing,
        infinite: sample.infinite)
    }
    return (scaled, unit)
  }

  /// The same sample measured in plain doubles.
  private var plain: Sample { Sample(self) }

  private init(_ sample: Sample) {
    distances = sample.values
    gauge = .plain
    (missing, infinite) = (sample.missing, sample.infinite)
    (nearest, farthest) = (sample.min, sample.max)
  }

  /// The smallest and the largest of finite values.
  static func range(of values: [Double]) -> (Double?, Double?) {
    guard !values.isEmpty else { return (nil, nil) }
    let survey = survey(values)
    return (survey.low, survey.high)
  }

  /// Whether all values are finite.
  static func isFinite(_ values: [Double]) -> Bool {
    let survey = survey(values)
    return survey.missing + survey.infinite == 0
  }

  private static func survey(_ values: [Double]) -> bs_survey {
    values.withUnsafeBufferPointer { values in
      values.baseAddress.map { bs_survey_values($0, values.count) } ?? bs_survey()
    }
  }

  /// The finite values, of which there are `count`.
  private static func finite(_ values: [Double], _ count: Int) -> [Double] {
    // The kernel writes one place ahead of what it keeps.
    [Double](unsafeUninitializedCapacity: count + 1) { kept, filled in
      values.withUnsafeBufferPointer { values in
        guard let start = values.baseAddress, let place = kept.baseAddress else { return }
        filled = bs_take_finite(start, values.count, place)
      }
    }
  }
}
