package import Drawing
package import Formatting
import Frame

/// Boxes of one measure side by side, one a group, with the count under each name.
package struct BoxChart: Hashable, Sendable {
  /// One group's values.
  package struct Group: Hashable, Sendable {
    package let label: String
    /// The values; NaN is missing, an infinite value is left out.
    package let values: [Double]

    package init(label: String, values: [Double]) {
      self.label = label
      self.values = values
    }
  }

  /// The groups in the order they are drawn; groups of one label are one.
  package let groups: [Group]
  /// How the axis words its numbers; nil chooses by the scale.
  package let format: ValueFormat?

  package init(groups: [Group], format: ValueFormat? = nil) {
    self.groups = groups
    self.format = format
  }

  /// Draws the boxes for a width, in the theme's first colour; without any value, a line that says
  /// so.
  package func draw(width: Points, in context: DrawingContext) -> Scene {
    let names = groups.flatMap { group in group.values.map { _ in Optional(group.label) } }
    let values = groups.flatMap { group in group.values.map { Optional($0) } }
    var name = ChannelColumn(column: Column(texts: names), field: "group", label: "Group")
    name.settings.sort = CategoryOrder(.appearance)
    var value = ChannelColumn(column: Column(doubles: values), field: "value", label: "Value")
    value.settings.format = format
    let rows = LayerRows(count: names.count, channels: [.x: name, .y: value])
    // Its one colour is not a category's, so the report's colours stay untouched.
    var colors = CategoryColors()
    return ChartPipeline.draw(
      [LayerInput(mark: BoxMark.self, rows: rows)], ChartWishes(), width: width, in: context,
      colors: &colors
    ).scene
  }
}
