/// A grid of coverages: how much of each cell is painted, from 0 (nothing) to 255 (solid).
package struct CoverageMask: Hashable, Sendable {
  /// How many cells lie side by side.
  package let columns: Int
  /// How many rows of cells lie one under the other.
  package let rows: Int
  /// Row by row from the top left.
  package let coverages: [UInt8]

  /// Makes a mask; there are as many coverages as cells, and at least one.
  package init(columns: Int, rows: Int, coverages: [UInt8]) {
    precondition(columns > 0 && rows > 0 && coverages.count == columns * rows)
    self.columns = columns
    self.rows = rows
    self.coverages = coverages
  }
}
