import CKernels

/// How one column is measured while products are summed: in a unit, from a provisional centre.
struct Axis {
  /// What distances are counted in.
  let gauge: Gauge
  /// A power of two; see ``Moments/unit``.
  let unit: Double
  /// The mean, rounded, in units; a whole number where ``isWhole`` says so.
  let centre: Double
  /// Whether exact products were asked for and all distances are whole numbers that doubles hold, as
  /// those of integers and decimals are: their deviations from the centre are then exact.
  let isWhole: Bool
  /// The smallest distance; nil without values.
  let nearest: Double?
  /// The largest distance; nil without values.
  let farthest: Double?
  /// One over the unit.
  let scale: Double

  /// Measures finite distances, each as often as its weight says where weights are given.
  ///
  /// With `exact`, whole numbers are measured from a whole centre.
  init(
    _ distances: [Double], gauge: Gauge = .plain, weights: [Double]? = nil, exact: Bool = false
  ) {
    self.gauge = gauge
    (nearest, farthest) = Sample.range(of: distances)
    unit = Moments.unit(for: max(abs(nearest ?? 0), abs(farthest ?? 0)))
    scale = 1 / unit
    isWhole =
      exact
      && distances.withUnsafeBufferPointer { distances in
        distances.baseAddress.map { bs_is_whole($0, distances.count) != 0 } ?? false
      }
    let mean = Axis.mean(distances, weights, scale: scale)
    centre = isWhole ? mean.rounded() : mean
  }

  private static func mean(_ values: [Double], _ weights: [Double]?, scale: Double) -> Double {
    guard let weights else {
      return values.withUnsafeBufferPointer { values in
        guard let start = values.baseAddress, !values.isEmpty else { return 0 }
        return CompensatedSum(bs_sum(start, values.count, scale)).value / Double(values.count)
      }
    }
    var (sum, total) = (CompensatedSum(), 0.0)
    for (value, weight) in zip(values, weights) {
      sum.add(weight * (value * scale))
      total += weight
    }
    return total > 0 ? sum.value / total : 0
  }

  /// How far a distance lies from the centre, in units, without rounding.
  @inline(__always)
  func exactDeviation(_ distance: Double) -> DoubleDouble {
    DoubleDouble(sum: distance * scale, -centre)
  }

  /// The column's part of cross moments, once the sums of its deviations and of their squares are
  /// known.
  func sums(first: DoubleDouble, second: DoubleDouble, count: Double) -> ColumnSums {
    let isConstant = nearest == farthest
    let rest = count > 0 ? first / count : DoubleDouble(0)
    return ColumnSums(
      gauge: gauge,
      offset: isConstant ? DoubleDouble(nearest ?? 0) : (DoubleDouble(centre) + rest) * unit,
      unit: unit, squares: isConstant ? DoubleDouble(0) : (second - first * rest).atLeastZero,
      nearest: nearest, farthest: farthest)
  }
}

/// One column's mean and centred squares, as a part of cross moments.
package struct ColumnSums: Hashable, Sendable {
  /// What distances are counted in.
  package let gauge: Gauge
  /// The mean's distance from the gauge's origin.
  package let offset: DoubleDouble
  /// The power of two that ``squares`` are measured in; see ``Moments/unit``.
  package let unit: Double
  /// Σ(x − x̄)² of the distances, in ``unit``².
  package let squares: DoubleDouble
  /// The smallest distance; nil without values.
  package let nearest: Double?
  /// The largest distance; nil without values.
  package let farthest: Double?

  /// The mean in the values' unit.
  package var mean: Double { gauge.value(at: offset) }

  /// Whether all values are equal, exactly.
  package var isConstant: Bool { nearest == farthest }

  /// The sums of two parts together: `share` is the second's share of all rows, and `spread` is
  /// n₁n₂/(n₁ + n₂).
  static func merge(_ a: ColumnSums, _ b: ColumnSums, share: DoubleDouble, spread: DoubleDouble)
    -> (sums: ColumnSums, distance: DoubleDouble)
  {
    precondition(a.gauge == b.gauge, "parts of one column have one gauge")
    let unit = max(a.unit, b.unit)
    let (first, second) = (a.offset * (1 / unit), b.offset * (1 / unit))
    let distance = second - first
    let (scaleA, scaleB) = (a.unit / unit, b.unit / unit)
    let sums = ColumnSums(
      gauge: a.gauge, offset: (first + distance * share) * unit, unit: unit,
      squares: a.squares * scaleA * scaleA + b.squares * scaleB * scaleB
        + distance * distance * spread,
      nearest: min(a.nearest ?? .infinity, b.nearest ?? .infinity),
      farthest: max(a.farthest ?? -.infinity, b.farthest ?? -.infinity))
    return (sums, distance)
  }
}
