package import Drawing
import Frame

/// Dots, or a line, beside a straight line that they should follow: residuals, quantiles, ROC curves.
package struct ReferenceChart: Hashable, Sendable {
  /// One axis: its numbers and what they are.
  package struct Axis: Hashable, Sendable {
    /// What the axis is called.
    package let label: String
    /// One number a row.
    package let values: [Double]

    /// Makes an axis of a name and the numbers along it.
    package init(_ label: String, _ values: [Double]) {
      (self.label, self.values) = (label, values)
    }
  }

  /// What lies along the bottom.
  package let x: Axis
  /// What lies upwards.
  package let y: Axis
  /// The reference from its first to its last point.
  package let reference: [(x: Double, y: Double)]
  /// Whether the rows are joined by a line in place of dots.
  package let isLine: Bool

  // More dots than this are a blot and a large file; which are drawn is said beside the chart.
  /// The most dots that are drawn.
  package static let mostDots = 2_000

  /// Makes a chart of two axes and the points of its reference.
  package init(
    _ x: Axis, _ y: Axis, reference: [(x: Double, y: Double)], isLine: Bool = false
  ) {
    (self.x, self.y, self.reference, self.isLine) = (x, y, reference, isLine)
  }

  /// Whether all parts are alike.
  package static func == (a: ReferenceChart, b: ReferenceChart) -> Bool {
    a.x == b.x && a.y == b.y && a.isLine == b.isLine
      && a.reference.elementsEqual(b.reference) { $0 == $1 }
  }

  /// Mixes in the axes.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(x)
    hasher.combine(y)
  }

  /// Draws the chart for a width.
  package func draw(width: Points, in context: DrawingContext) -> Scene {
    var line = layer(
      LineMark.self, Axis(x.label, reference.map(\.x)), Axis(y.label, reference.map(\.y)))
    // Over dots the line is what is read, beside another line only what that is held against.
    line.rows.paint = isLine ? context.theme.quiet : context.theme.ink
    line.rows.lineWidth = isLine ? 0.8 : 1.6
    let rows = layer(isLine ? LineMark.self : PointMark.self, x, y)
    // Its one colour is not a category's, so the report's colours stay untouched.
    var colors = CategoryColors()
    var wishes = ChartWishes()
    wishes.ratio = 0.8
    // The pipeline's own subtitle is not printed, so that the axes tell what they measure.
    wishes.subtitle = ""
    return ChartPipeline.draw([rows, line], wishes, width: width, in: context, colors: &colors)
      .scene
  }

  private func layer(_ mark: any Mark.Type, _ x: Axis, _ y: Axis) -> LayerInput {
    let rows = LayerRows(
      count: x.values.count,
      channels: [
        .x: ChannelColumn(column: Column(doubles: x.values), field: x.label, label: x.label),
        .y: ChannelColumn(column: Column(doubles: y.values), field: y.label, label: y.label),
      ])
    return LayerInput(mark: mark, rows: rows)
  }
}
