package import Frame

/// The rows of two columns in which both hold a finite value.
package struct PairedSample: Hashable, Sendable {
  /// The first column's distances in the complete rows, by its gauge: its values where it is plain.
  package let x: [Double]
  /// The second column's distances in the complete rows.
  package let y: [Double]
  /// What the first column's distances are counted in.
  package let gaugeX: Gauge
  /// What the second column's distances are counted in.
  package let gaugeY: Gauge
  /// How many rows lack a value in either column.
  package let missing: Int
  /// How many further rows hold an infinite value in either column.
  package let infinite: Int

  /// How many complete rows.
  package var count: Int { x.count }

  /// The first column of the complete rows.
  var measuredX: Measured { Measured(distances: x, gauge: gaugeX) }
  /// The second column of the complete rows.
  var measuredY: Measured { Measured(distances: y, gauge: gaugeY) }

  /// Takes the complete rows of two measured columns.
  package init(_ first: Measured, _ second: Measured) throws(StatisticsError) {
    guard first.count == second.count else { throw .lengthsDiffer(first.count, second.count) }
    self.init(equallyLong: first, second)
  }

  /// Takes the complete rows of two measured columns of one length.
  init(equallyLong first: Measured, _ second: Measured) {
    let (x, y) = (first.distances, second.distances)
    precondition(x.count == y.count, "the columns have one length")
    var (missing, infinite) = (0, 0)
    for (x, y) in zip(x, y) {
      // 0 times a finite number is 0, times any other NaN.
      guard !(x * 0 + y * 0).isZero else { continue }
      if x.isNaN || y.isNaN { missing += 1 } else { infinite += 1 }
    }
    (self.missing, self.infinite) = (missing, infinite)
    (gaugeX, gaugeY) = (first.gauge, second.gauge)
    guard missing + infinite > 0 else {
      (self.x, self.y) = (x, y)
      return
    }
    let complete = x.count - missing - infinite
    self.x = PairedSample.values(x, besideFinite: y, complete)
    self.y = PairedSample.values(y, besideFinite: x, complete)
  }

  /// A column's values in the complete rows, of which there are `count`.
  private static func values(_ column: [Double], besideFinite other: [Double], _ count: Int)
    -> [Double]
  {
    [Double](unsafeUninitializedCapacity: count + 1) { kept, filled in
      // Each value is written, and the next one over it where its row is not complete.
      for (value, beside) in zip(column, other) {
        kept[filled] = value
        filled += value.isFinite && beside.isFinite ? 1 : 0
      }
      filled = count
    }
  }

  /// Takes the complete rows of two columns' doubles, where NaN is a missing value.
  package init(_ x: [Double], _ y: [Double]) throws(StatisticsError) {
    try self.init(Measured(x), Measured(y))
  }

  /// Takes the complete rows of two columns.
  package init(_ x: Column, _ y: Column) throws(StatisticsError) {
    try self.init(Measured(x), Measured(y))
  }
}
