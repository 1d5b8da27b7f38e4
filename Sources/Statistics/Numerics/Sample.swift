package import Frame

/// The finite values of a column, with a count of what was left out.
package struct Sample: Hashable, Sendable {
  /// The finite values, in row order.
  package let values: [Double]
  /// How many rows hold no value.
  package let missing: Int
  /// How many rows hold an infinite value; it takes part in no statistic.
  package let infinite: Int
  /// The smallest value; nil where there is none.
  package let min: Double?
  /// The largest value; nil where there is none.
  package let max: Double?

  /// How many finite values.
  package var count: Int { values.count }

  /// Whether there are values and all are equal, exactly.
  package var isConstant: Bool { min != nil && min == max }

  /// Takes a sample from a column's doubles, where NaN is a missing value.
  package init(_ doubles: [Double]) {
    var (missing, infinite) = (0, 0)
    for value in doubles where !value.isFinite {
      if value.isNaN { missing += 1 } else { infinite += 1 }
    }
    values = missing + infinite == 0 ? doubles : doubles.filter(\.isFinite)
    self.missing = missing
    self.infinite = infinite
    (min, max) = Sample.range(of: values)
  }

  /// Takes a sample from a column; text has no numbers, so that all its rows are missing.
  package init(_ column: Column) { self.init(column.doubles) }

  /// The smallest and the largest of finite values.
  static func range(of values: [Double]) -> (Double?, Double?) {
    guard let first = values.first else { return (nil, nil) }
    var (low, high) = (SIMD4(repeating: first), SIMD4(repeating: first))
    values.withUnsafeBufferPointer { values in
      forEachLane(values, filler: first) { lane in
        low.replace(with: lane, where: lane .< low)
        high.replace(with: lane, where: lane .> high)
      }
    }
    return (low.min(), high.max())
  }
}
