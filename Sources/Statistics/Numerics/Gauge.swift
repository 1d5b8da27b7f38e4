import Frame

/// How exact decimals are held as doubles: as whole numbers of their last decimal place, counted
/// from an origin.
///
/// A DECIMAL holds digits that a double has no room for. What is counted from an origin near to the
/// values has few digits, so that a double holds it exactly; statistics work on these distances and
/// return to the column's unit at their end.
package struct Gauge: Hashable, Sendable {
  /// Where distances are counted from, in units of the last decimal place.
  package let origin: Int128
  /// How many decimal places.
  package let scale: Int

  /// Doubles as they are: distances are values.
  package static let plain = Gauge(origin: 0, scale: 0)

  /// Makes a gauge; a scale is 0 to 38.
  package init(origin: Int128, scale: Int) { (self.origin, self.scale) = (origin, scale) }

  /// Whether distances are the values themselves.
  package var isPlain: Bool { origin == 0 && scale == 0 }

  /// The gauge of some whole numbers of a last decimal place: from 0 while doubles hold them all,
  /// else from their middle.
  package init(for values: some Sequence<Int128>, scale: Int) {
    var (low, high) = (Int128.max, Int128.min)
    for value in values { (low, high) = (min(low, value), max(high, value)) }
    let limit: Int128 = 1 << 53
    let isNear = low > high || (low >= -limit && high <= limit)
    self.init(origin: isNear ? 0 : low / 2 + high / 2, scale: scale)
  }

  /// How far a number of last decimal places lies from the origin; rounded only where that is
  /// beyond 2⁵³.
  package func distance(of units: Int128) -> Double {
    let (distance, overflow) = units.subtractingReportingOverflow(origin)
    return overflow ? Double(units) - Double(origin) : Double(distance)
  }

  /// The value at a distance, as the nearest double.
  package func value(at distance: Double) -> Double {
    if isPlain { return distance }
    // A whole distance is an exact decimal, which is rounded once.
    if distance.magnitude <= 0x1p53, let whole = Int128(exactly: distance) {
      let (units, overflow) = origin.addingReportingOverflow(whole)
      if !overflow { return Decimals.double(units, scale: scale) }
    }
    return value(at: DoubleDouble(distance))
  }

  /// The value at a distance that has more digits than a double, such as a mean.
  package func value(at distance: DoubleDouble) -> Double { exact(at: distance).value }

  /// The value at a distance with all its digits.
  package func exact(at distance: DoubleDouble) -> DoubleDouble {
    isPlain
      ? distance
      : (DoubleDouble(whole: origin) + distance) / DoubleDouble(whole: Decimals.power(scale))
  }

  /// A difference of distances, such as a standard deviation, in the values' unit.
  package func length(_ difference: Double) -> Double {
    scale == 0 ? difference : difference / Double(Decimals.power(scale))
  }
}
