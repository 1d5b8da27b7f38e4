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
    guard !values.isEmpty else { return }
    let scale = 1 / unit
    values.withUnsafeBufferPointer { values in
      var total = LaneSums()
      forEachLane(values, filler: 0) { total.add($0 * scale) }
      centre = total.total.value / Double(values.count)
      addPowers(of: values, scale)
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

  private mutating func addPowers(of values: UnsafeBufferPointer<Double>, _ scale: Double) {
    let whole = values.count & ~3
    let centre = centre
    var powers = PowerLanes()
    forEachLane(UnsafeBufferPointer(rebasing: values[..<whole]), filler: 0) { lane in
      powers.add(lane * scale - centre)
    }
    for value in values[whole...] { powers.add(SIMD4(value * scale - centre, 0, 0, 0)) }
    (first, second) = (powers.first.total, powers.second.total)
    (third, fourth) = (powers.third.total, powers.fourth.total)
  }
}

/// Four rows' sums of powers side by side.
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
