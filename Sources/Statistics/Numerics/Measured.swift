package import Frame

/// A numeric column ready for arithmetic: each row's distance from the gauge's origin.
///
/// - Shape: one number a row.
/// - Missing: NaN marks a row without a value, an infinity an infinite one.
package struct Measured: Hashable, Sendable {
  /// The distance of each row, in units of the gauge.
  package let distances: [Double]
  /// What distances are counted in.
  package let gauge: Gauge

  /// Takes doubles as they are.
  package init(_ doubles: [Double]) { (distances, gauge) = (doubles, .plain) }

  /// Measures a column: integers and decimals exactly, other types by their doubles.
  package init(_ column: Column) {
    switch column.values {
    case .integer(let values):
      self.init(values.lazy.map { Int128($0) }, scale: 0, column.presence)
    case .decimal(let values, let scale): self.init(values, scale: scale, column.presence)
    default: self.init(column.doubles)
    }
  }

  private init(_ units: some Collection<Int128>, scale: Int, _ presence: [Bool]?) {
    guard let presence else {
      let gauge = Gauge(for: units, scale: scale)
      (distances, self.gauge) = (units.map(gauge.distance), gauge)
      return
    }
    let present = zip(units, presence)
    let gauge = Gauge(for: present.lazy.filter(\.1).map(\.0), scale: scale)
    distances = present.map { $1 ? gauge.distance(of: $0) : .nan }
    self.gauge = gauge
  }

  /// Takes distances that a gauge has measured.
  init(distances: [Double], gauge: Gauge) {
    (self.distances, self.gauge) = (distances, gauge)
  }

  /// How many rows.
  package var count: Int { distances.count }

  /// The values as doubles, each the nearest.
  package var doubles: [Double] {
    gauge.isPlain ? distances : distances.map { $0.isFinite ? gauge.value(at: $0) : $0 }
  }

  /// The value of a row with all its digits.
  package func exact(_ row: Int) -> DoubleDouble { gauge.exact(at: DoubleDouble(distances[row])) }

  /// The rows at the given indices, in their order, by the same gauge.
  package func picking(_ rows: [Int]) -> Measured {
    Measured(distances: rows.map { distances[$0] }, gauge: gauge)
  }

  /// Each row's value minus another column's; exact where both have one gauge.
  package func subtracting(_ other: Measured) -> Measured {
    guard gauge == other.gauge else { return Measured(zip(doubles, other.doubles).map { $0 - $1 }) }
    return Measured(
      distances: zip(distances, other.distances).map { $0 - $1 },
      gauge: Gauge(origin: 0, scale: gauge.scale))
  }
}
