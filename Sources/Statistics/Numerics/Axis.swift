/// How one column is measured while products are summed: in a unit, from a provisional centre.
struct Axis {
  /// A power of two; see ``Moments/unit``.
  let unit: Double
  /// The mean, rounded, in units.
  let centre: Double
  /// The smallest value.
  let first: Double
  /// Whether all values are equal, exactly.
  let isConstant: Bool
  private let scale: Double

  /// Measures finite values, each as often as its weight says where weights are given.
  init(_ values: [Double], weights: [Double]? = nil) {
    let (low, high) = Sample.range(of: values)
    first = low ?? 0
    isConstant = low == high
    unit = Moments.unit(for: max(abs(first), abs(high ?? 0)))
    scale = 1 / unit
    centre = Axis.mean(values, weights, scale: scale)
  }

  private static func mean(_ values: [Double], _ weights: [Double]?, scale: Double) -> Double {
    guard let weights else {
      var lanes = LaneSums()
      values.withUnsafeBufferPointer { values in
        forEachLane(values, filler: 0) { lanes.add($0 * scale) }
      }
      return lanes.total.value / Double(max(values.count, 1))
    }
    var (sum, total) = (CompensatedSum(), 0.0)
    for (value, weight) in zip(values, weights) {
      sum.add(weight * (value * scale))
      total += weight
    }
    return total > 0 ? sum.value / total : 0
  }

  /// How far a value lies from the centre, in units.
  @inline(__always)
  func deviation(_ value: Double) -> Double { value * scale - centre }

  /// The mean, once what its rounding left over is known, in units.
  func mean(beside rest: Double) -> Double { isConstant ? first : (centre + rest) * unit }
}
