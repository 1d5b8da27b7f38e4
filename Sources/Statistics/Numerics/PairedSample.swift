package import Frame

/// The rows of two columns in which both hold a finite value.
package struct PairedSample: Hashable, Sendable {
  /// The first column's values in the complete rows.
  package let x: [Double]
  /// The second column's values in the complete rows.
  package let y: [Double]
  /// How many rows lack a value in either column.
  package let missing: Int
  /// How many further rows hold an infinite value in either column.
  package let infinite: Int

  /// How many complete rows.
  package var count: Int { x.count }

  /// Takes the complete rows of two columns' doubles, where NaN is a missing value.
  package init(_ x: [Double], _ y: [Double]) throws(StatisticsError) {
    guard x.count == y.count else { throw .lengthsDiffer(x.count, y.count) }
    var (missing, infinite) = (0, 0)
    for row in x.indices where !(x[row].isFinite && y[row].isFinite) {
      if x[row].isNaN || y[row].isNaN { missing += 1 } else { infinite += 1 }
    }
    self.missing = missing
    self.infinite = infinite
    guard missing + infinite > 0 else {
      (self.x, self.y) = (x, y)
      return
    }
    let rows = x.indices.filter { x[$0].isFinite && y[$0].isFinite }
    self.x = rows.map { x[$0] }
    self.y = rows.map { y[$0] }
  }

  /// Takes the complete rows of two columns.
  package init(_ x: Column, _ y: Column) throws(StatisticsError) {
    try self.init(x.doubles, y.doubles)
  }
}
