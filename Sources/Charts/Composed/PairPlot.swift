package import Drawing
package import Frame

/// Every pair of some measures: how each is spread on the diagonal, how two lie together below it,
/// and how closely above it.
package struct PairPlot: Hashable, Sendable {
  /// What is told of two measures.
  package struct Cell: Hashable, Sendable {
    /// Index of the measure that stands higher; less than ``second``.
    package let first: Int
    /// Index of the measure that stands lower.
    package let second: Int
    /// The coefficient from −1 to 1; nil where it is undefined.
    package let coefficient: Double?
    /// The coefficient in words, with its star.
    package let text: String
    /// What stands under it, such as its interval; the first of these that has room.
    package let details: [String]

    /// Makes what is told of two measures.
    package init(
      first: Int, second: Int, coefficient: Double?, text: String, details: [String]
    ) {
      (self.first, self.second) = (first, second)
      (self.coefficient, self.text, self.details) = (coefficient, text, details)
    }
  }

  let names: [String]
  let columns: [[Double]]
  /// The colour category of each row, with how the categories are called; nil where there are none.
  let colors: ChannelColumn?
  let cells: [Cell]

  /// More measures than this have no room side by side on a page.
  package static let most = 8
  /// More rows than this are a picture of their density.
  package static let mostDots = 2000

  /// A plot of measures, each with a number a row, NaN where it is missing; `colors` are categories
  /// a row, of a field by which they keep their colours through a report.
  package init(
    names: [String], columns: [[Double]],
    colors: (field: String, label: String, column: Column)? = nil,
    cells: [Cell]
  ) {
    self.names = names
    self.columns = columns.map { $0.map { $0.isFinite ? $0 : .nan } }
    self.colors = colors.map { field, label, column in
      var channel = ChannelColumn(column: column, field: field, label: label)
      // Numbers too: dots have no ramp here.
      channel.settings.scale = .categorical
      return channel
    }
    self.cells = cells
  }

  /// Draws the plot for a width.
  package func draw(
    width: Points, in context: DrawingContext, colors: inout CategoryColors
  ) -> Scene {
    PairDrawing(self, width: width, context: context, colors: &colors).scene
  }
}
