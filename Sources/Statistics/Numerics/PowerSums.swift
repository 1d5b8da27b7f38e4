import CKernels

/// Sums of the first four powers of deviations from a centre: what ``Moments`` are finished from.
///
/// Two passes with compensated sums: the mean first, then the powers of the deviations from it.
struct PowerSums {
  /// What deviations are taken from: the mean, rounded, in units.
  private(set) var centre = 0.0
  /// Σd, which is what the rounding of the centre left.
  private(set) var first = CompensatedSum()
  /// Σd².
  private(set) var second = CompensatedSum()
  /// Σd³.
  private(set) var third = CompensatedSum()
  /// Σd⁴.
  private(set) var fourth = CompensatedSum()

  /// Sums finite values, measured in `unit`, a power of two.
  init(_ values: [Double], unit: Double) {
    let scale = 1 / unit
    values.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress, !values.isEmpty else { return }
      let centre = CompensatedSum(bs_sum(start, values.count, scale)).value / Double(values.count)
      var powers = [bs_pair](repeating: bs_pair(), count: 4)
      bs_power_sums(start, values.count, scale, centre, &powers)
      self.centre = centre
      (first, second) = (CompensatedSum(powers[0]), CompensatedSum(powers[1]))
      (third, fourth) = (CompensatedSum(powers[2]), CompensatedSum(powers[3]))
    }
  }

  /// Sums finite values, each as often as its weight says.
  init(_ values: [Double], weights: [Int], unit: Double) {
    let scale = 1 / unit
    var (total, count) = (CompensatedSum(), 0.0)
    for (value, weight) in zip(values, weights) {
      total.add(DoubleDouble(product: value * scale, Double(weight)))
      count += Double(weight)
    }
    guard count > 0 else { return }
    centre = total.value / count
    for (value, weight) in zip(values, weights) {
      let (d, weight) = (value * scale - centre, Double(weight))
      let square = d * d
      first.add(DoubleDouble(product: d, weight))
      second.add(DoubleDouble(product: square, weight))
      third.add(DoubleDouble(product: square * d, weight))
      fourth.add(DoubleDouble(product: square * square, weight))
    }
  }
}
