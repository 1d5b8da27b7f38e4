package import Diagnostics
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
  /// Where more panels were asked for than fit on a page: the further pages of the plot, in order.
  package var continuation: [Scene] = []
  /// The pages of the plot drawn a second time, for narrow screens; empty where the plot is narrow
  /// itself, or nobody asked.
  package var narrow: [Scene] = []
  /// Method, what was left out and why, source: one line under the plot.
  package var note: String?
  /// What the chart shows, from the data: type, axes with ranges, n, the finding.
  package var altText: String
  /// The rows behind the marks, as a reader's table.
  package var data: DataFrame
  /// The chart's part of `results.json`, without id and kind.
  package var results: [(key: String, value: JSONValue)]
  /// What the author should know, and no reader need.
  package var warnings: [Diagnostic] = []

  /// Makes a chart of its parts; nil words are not printed.
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

  /// A chart that draws itself for a width, and for narrow screens too where the context asks.
  package init(
    subtitle: String?, note: String? = nil, altText: String, data: DataFrame, width: Points,
    in context: DrawingContext, drawing draw: (Points, DrawingContext) -> Scene
  ) {
    self.init(
      title: nil, subtitle: subtitle, scene: draw(width, context), note: note, altText: altText,
      data: data, results: [])
    narrow = context.narrow(than: width).map { [draw($0.width, $0.context)] } ?? []
  }

  /// The chart as one chart a page, where its panels fill several: the title on each, the subtitle
  /// on the first, the note on the last.
  package var pages: [Chart] {
    let scenes = [scene] + continuation
    guard scenes.count > 1 else { return [self] }
    return scenes.enumerated().map { index, scene in
      var page = self
      (page.scene, page.continuation, page.narrow) = (scene, [], [])
      if index > 0 {
        page.title = title.map { "\($0) (continued)" }
        page.subtitle = nil
        page.altText = "Page \(index + 1) of \(scenes.count). \(altText)"
      }
      if index < scenes.count - 1 { page.note = nil }
      return page
    }
  }

  /// Whether readers see and read the same; warnings are the author's.
  package static func == (a: Chart, b: Chart) -> Bool {
    a.title == b.title && a.subtitle == b.subtitle && a.scene == b.scene
      && a.continuation == b.continuation && a.narrow == b.narrow && a.note == b.note
      && a.altText == b.altText && a.data == b.data
      && JSONValue.object(a.results) == JSONValue.object(b.results)
  }

  /// Mixes in some of what readers see.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(title)
    hasher.combine(altText)
  }
}
