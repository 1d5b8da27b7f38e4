package import Drawing
import Frame

/// Numbers against the quantiles of the normal distribution, with the line through the quartiles and
/// the band in which normal numbers would lie.
package struct QuantileChart: Hashable, Sendable {
  /// What the numbers are.
  package let label: String
  /// The numbers, in order.
  package let values: [Double]

  /// Makes a sample with its name.
  package init(_ label: String, _ values: [Double]) {
    (self.label, self.values) = (label, values)
  }

  /// The chart drawn for a width, with its words.
  package func chart(width: Points, in context: DrawingContext) -> Chart {
    let column = ChannelColumn(column: Column(doubles: values), field: label, label: label)
    let rows = LayerRows(count: values.count, channels: [.y: column])
    let layer = LayerInput(mark: QqMark.self, rows: rows, settings: QuantileSettings())
    // Its one colour is not a category's, so the report's colours stay untouched.
    var colors = CategoryColors()
    var wishes = ChartWishes()
    wishes.ratio = 0.8
    return ChartPipeline.draw([layer], wishes, width: width, in: context, colors: &colors)
  }
}
