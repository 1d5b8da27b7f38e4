package import Drawing
package import Frame
package import JSON

/// A finished chart: the drawing with the words around it, the same for every output.
package struct Chart: Hashable, Sendable {
  /// The chart's title as a sentence, when the author gives one.
  package var title: String?
  /// Measure, unit, what a mark is, n.
  package var subtitle: String?
  /// The plot with axes, legends and labels, without title, subtitle and note; drawn for the width
  /// that was asked for.
  package var scene: Scene
  /// Method, what was left out and why, source: one line under the plot.
  package var note: String?
  /// What the chart shows, from the data: type, axes with ranges, n, the finding.
  package var altText: String
  /// The rows behind the marks, as a reader's table.
  package var data: DataFrame
  /// The chart's part of `results.json`, without id and kind.
  package var results: [(key: String, value: JSONValue)]

  package init(
    title: String?, subtitle: String?, scene: Scene, note: String?, altText: String,
    data: DataFrame, results: [(key: String, value: JSONValue)]
  ) {
    self.title = title
    self.subtitle = subtitle
    self.scene = scene
    self.note = note
    self.altText = altText
    self.data = data
    self.results = results
  }

  package static func == (a: Chart, b: Chart) -> Bool {
    a.title == b.title && a.subtitle == b.subtitle && a.scene == b.scene && a.note == b.note
      && a.altText == b.altText && a.data == b.data
      && JSONValue.object(a.results) == JSONValue.object(b.results)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(title)
    hasher.combine(altText)
  }
}
