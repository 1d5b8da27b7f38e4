/// One column of numbers of a model, with as many digits as the data have: a double a row and, where
/// that is not all, what it lacks.
///
/// Powers and products of exact decimals need more digits than a double; they are formed in 106 bits.
package struct DesignColumn: Hashable, Sendable {
  /// The nearest double, one a row.
  package let high: [Double]
  /// What ``high`` lacks; nil where it lacks nothing.
  package let low: [Double]?
  /// The size of the last certain digit against the largest value: 2⁻⁵³ where the values may stand
  /// for others that no double holds, 2⁻¹⁰⁴ where they are exact.
  let precision: Double

  static let rounded = 0x1p-53
  static let exact = 0x1p-104

  /// How many rows.
  package var count: Int { high.count }

  /// A value with all its digits.
  @inline(__always)
  func value(_ row: Int) -> DoubleDouble {
    DoubleDouble(high: high[row], low: low?[row] ?? 0)
  }

  /// Takes doubles: whole numbers are exact, others may be rounded decimals.
  init(_ doubles: [Double]) {
    let isWhole = doubles.allSatisfy { $0 == $0.rounded(.towardZero) && $0.magnitude < 0x1p53 }
    self.init(doubles, precision: isWhole ? DesignColumn.exact : DesignColumn.rounded)
  }

  /// Takes doubles of a known precision.
  init(_ doubles: [Double], precision: Double) {
    (high, low, self.precision) = (doubles, nil, precision)
  }

  /// Takes rows of a measured column with all its digits.
  init(_ measured: Measured) {
    if measured.gauge.isPlain {
      self.init(measured.distances)
    } else {
      self.init(measured.distances.indices.map(measured.exact), precision: DesignColumn.exact)
    }
  }

  init(_ values: [DoubleDouble], precision: Double) {
    high = values.map(\.high)
    low = values.allSatisfy { $0.low == 0 } ? nil : values.map(\.low)
    self.precision = precision
  }

  /// Whether every row has a number; powers and products may go beyond the range of doubles.
  var isFinite: Bool {
    high.allSatisfy(\.isFinite) && (low?.allSatisfy(\.isFinite) ?? true)
  }

  /// The product with another column, row by row.
  func times(_ other: DesignColumn) -> DesignColumn {
    DesignColumn(
      high.indices.map { value($0) * other.value($0) },
      precision: max(precision, other.precision))
  }

  /// The column to a whole power above 0.
  func power(_ exponent: Int) -> DesignColumn {
    guard exponent > 1 else { return self }
    let powers = high.indices.map { row in
      let base = value(row)
      return (1..<exponent).reduce(base) { power, _ in power * base }
    }
    // A power is as exact as its base is taken to be: both move together.
    return DesignColumn(powers, precision: DesignColumn.exact)
  }

  /// A function of each row's nearest double.
  func mapped(_ function: (Double) -> Double) -> DesignColumn {
    DesignColumn(high.map(function), precision: DesignColumn.rounded)
  }
}
