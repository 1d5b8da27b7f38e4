package import Drawing
package import Formatting
import Frame
package import Statistics

/// Boxes of one measure side by side, one a group, with the count under each name.
package struct BoxChart: Hashable, Sendable {
  /// One group's values.
  package struct Group: Hashable, Sendable {
    /// The group's name.
    package let label: String
    /// The values; NaN is missing, an infinite value is left out.
    package let values: [Double]

    /// Makes a group of its values; what is not finite is left out.
    package init(label: String, values: [Double]) {
      self.label = label
      self.values = values
    }
  }

  /// The groups in the order they are drawn; groups of one label are one.
  package let groups: [Group]
  /// How the axis words its numbers; nil chooses by the scale.
  package let format: ValueFormat?
  /// The pairs that have a bracket, by label.
  private var brackets: [Bracket] = []

  /// Makes a chart of groups in their order, values worded by a format.
  package init(groups: [Group], format: ValueFormat? = nil) {
    self.groups = groups
    self.format = format
  }

  /// The groups of a comparison, with brackets over those that differ.
  package init(_ comparison: GroupComparison, format: ValueFormat?, formatter: ValueFormatter) {
    func label(_ value: Value) -> String { formatter.text(value) }
    groups = comparison.groups.map { Group(label: label($0.label), values: $0.sample.values) }
    self.format = format
    // Two groups of one label cannot be told apart, and no bracket can name them.
    guard Set(groups.map(\.label)).count == groups.count else { return }
    brackets = comparison.brackets.map {
      Bracket(first: .text(label($0.first)), second: .text(label($0.second)), p: $0.p)
    }
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
    var compare = BracketSettings()
    compare.made = brackets
    return ChartPipeline.draw(
      [LayerInput(mark: BoxMark.self, rows: rows, compare: compare)], ChartWishes(), width: width,
      in: context,
      colors: &colors
    ).scene
  }
}
