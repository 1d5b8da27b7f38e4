/// Count, mean and centred sums of powers of finite values: what every moment statistic is made of.
///
/// Two passes with compensated sums: the mean first, then the powers of the deviations, corrected by
/// what the mean's rounding left. The result is that of exact arithmetic on the given doubles to
/// within a few roundings, at any offset and in any row order.
package struct Moments: Hashable, Sendable {
  /// How many values.
  package let count: Int
  /// The mean in the values' unit; 0 without values.
  package let mean: Double
  /// The mean minus the origin that the values were measured from: keeps the digits that the mean
  /// itself has no room for.
  package let offset: Double
  /// A power of two that ``m2``, ``m3`` and ``m4`` are measured in, so that they neither overflow
  /// nor vanish; 1 for values of ordinary size.
  package let unit: Double
  /// Σ(x − mean)² in ``unit``².
  package let m2: Double
  /// Σ(x − mean)³ in ``unit``³.
  package let m3: Double
  /// Σ(x − mean)⁴ in ``unit``⁴.
  package let m4: Double
  /// The smallest value; nil where there is none.
  package let min: Double?
  /// The largest value; nil where there is none.
  package let max: Double?

  /// Whether there are values and all are equal, exactly.
  package var isConstant: Bool { min != nil && min == max }

  /// The moments of a sample, measured from an origin (0, or a value near to all samples that are to
  /// be compared).
  package init(_ sample: Sample, from origin: Double = 0) {
    count = sample.count
    min = sample.min
    max = sample.max
    let largest = Swift.max(abs((min ?? 0) - origin), abs((max ?? 0) - origin))
    unit = Moments.unit(for: largest)
    let sums = PowerSums(sample.values, origin: origin, unit: unit)
    offset = sums.offset * unit
    // The very value, not a rounding beside it, so that a constant column has its own mean.
    mean = sample.isConstant ? sample.min ?? 0 : origin + offset
    (m2, m3, m4) = sample.isConstant ? (0, 0, 0) : (sums.m2, sums.m3, sums.m4)
  }

  /// The power of two to measure deviations in: 1 unless their fourth powers would leave the range
  /// of doubles.
  static func unit(for largest: Double) -> Double {
    if largest > 0x1p240 || (largest > 0 && largest < 0x1p-240) {
      // Above the subnormal numbers, whose reciprocal is infinite.
      return largest.isFinite ? Swift.max(largest.binade, 0x1p-1000) : 0x1p1023
    }
    return 1
  }

  /// Σ(x − mean)² in the values' unit squared; infinite beyond the range of doubles.
  package var sumOfSquares: Double { m2 * unit * unit }

  /// The variance with divisor n − 1; nil for fewer than two values.
  package var variance: Double? { count > 1 ? sumOfSquares / Double(count - 1) : nil }

  /// The standard deviation with divisor n − 1; nil for fewer than two values.
  package var standardDeviation: Double? {
    count > 1 ? unit * (m2 / Double(count - 1)).squareRoot() : nil
  }

  /// The standard error of the mean; nil for fewer than two values.
  package var standardError: Double? {
    standardDeviation.map { $0 / Double(count).squareRoot() }
  }
}

/// The sums behind ``Moments``, in units of a power of two.
private struct PowerSums {
  var offset = 0.0
  var m2 = 0.0
  var m3 = 0.0
  var m4 = 0.0

  init(_ values: [Double], origin: Double, unit: Double) {
    guard !values.isEmpty else { return }
    let (scale, start) = (1 / unit, origin / unit)
    let n = Double(values.count)
    values.withUnsafeBufferPointer { values in
      var total = LaneSums()
      forEachLane(values, filler: origin) { total.add($0 * scale - start) }
      let centre = total.total.value / n
      let whole = values.count & ~3
      var powers = PowerLanes()
      forEachLane(UnsafeBufferPointer(rebasing: values[..<whole]), filler: 0) { lane in
        powers.add((lane * scale - start) - centre)
      }
      for value in values[whole...] {
        powers.add(SIMD4((value * scale - start) - centre, 0, 0, 0))
      }
      shift(powers, by: powers.first.total.value / n, from: centre, n: n)
    }
  }

  /// Moves centred power sums from a centre to the exact mean, `rest` beside it.
  private mutating func shift(_ powers: PowerLanes, by rest: Double, from centre: Double, n: Double)
  {
    let s2 = powers.second.total.value
    let s3 = powers.third.total.value
    let s4 = powers.fourth.total.value
    let rest2 = rest * rest
    offset = centre + rest
    m2 = max(0, s2 - n * rest2)
    m3 = s3 - 3 * rest * s2 + 2 * n * rest2 * rest
    m4 = max(0, s4 - 4 * rest * s3 + 6 * rest2 * s2 - 3 * n * rest2 * rest2)
  }
}

/// Sums of the first four powers of deviations.
private struct PowerLanes {
  var first = LaneSums()
  var second = LaneSums()
  var third = LaneSums()
  var fourth = LaneSums()

  @inline(__always)
  mutating func add(_ d: SIMD4<Double>) {
    let square = d * d
    first.add(d)
    second.add(square)
    third.add(square * d)
    fourth.add(square * square)
  }
}
