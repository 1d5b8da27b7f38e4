/// Values' distances from their mean in 31 digits, in a power of two that keeps their squares in
/// range.
struct CentredValues {
  /// Each value's distance from the mean, in ``unit``.
  let deviations: [DoubleDouble]
  /// The power of two; see ``Moments/unit``.
  let unit: Double

  /// Centres finite values; a unit is shared where the squares of several parts are summed.
  init(_ values: [Double], unit given: Double? = nil) {
    let unit = given ?? CentredValues.unit(for: values)
    let scale = 1 / unit
    let scaled = values.map { DoubleDouble($0 * scale) }
    let mean = scaled.reduce(DoubleDouble(0), +) / DoubleDouble(Double(max(values.count, 1)))
    deviations = scaled.map { $0 - mean }
    self.unit = unit
  }

  /// The unit in which squares of values keep in range.
  static func unit(for values: [Double]) -> Double {
    Moments.unit(for: values.lazy.map(\.magnitude).max() ?? 0)
  }

  /// The sum of products with the deviations of another column.
  func products(_ other: CentredValues) -> DoubleDouble {
    zip(deviations, other.deviations).reduce(DoubleDouble(0)) { $0 + $1.0 * $1.1 }
  }
}
