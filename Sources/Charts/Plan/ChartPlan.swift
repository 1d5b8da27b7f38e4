import Evaluation
package import Diagnostics
package import Expressions
package import Spec

/// A chart as its author wrote it: layers of marks with their channels.
package struct ChartPlan: Sendable {
  var layers: [LayerPlan]
  var wishes: ChartWishes

  /// Every expression with the query whose rows it is computed over.
  package var expressions: [(expression: Expression, over: String?)] {
    layers.flatMap { layer in
      Channel.allCases.compactMap { channel in
        layer.channels[channel].map { ($0.written, layer.data.name) }
      }
    } + templates.flatMap(\.expressions).map { ($0, nil) }
  }

  /// The queries that the chart names, with the places of the names.
  package var queries: [(name: String, place: SourcePlace)] { layers.map(\.data) }

  /// Reads a chart's own fields (not id, title, caption, note, when, on_empty; and it does not call
  /// `finish()`); nil where it cannot be drawn, with the reasons among the reader's problems.
  package static func read(_ fields: FieldReader) -> ChartPlan? {
    let wishes = ChartWishes(reading: fields)
    guard fields.has("layers") else {
      let none = SharedFields(data: nil, channels: [:])
      return LayerReading(fields: fields, shared: none).read()
        .map { ChartPlan(layers: [$0], wishes: wishes) }
    }
    if fields.has("mark") {
      fields.problems.error(
        "a chart has 'mark' or 'layers', not both", at: fields.place(of: "mark"))
    }
    let shared = SharedFields(
      data: LayerReading.data(fields), channels: LayerReading.channels(fields))
    let nodes = fields.list("layers") ?? []
    if nodes.isEmpty {
      fields.problems.error("'layers' is empty", at: fields.place(of: "layers"))
    }
    let layers = nodes.map { node -> LayerPlan? in
      let reader = FieldReader(node, subject: "a layer", problems: fields.problems)
      let layer = LayerReading(fields: reader, shared: shared).read()
      reader.finish()
      return layer
    }
    let read = layers.compactMap { $0 }
    return read.count == layers.count && !read.isEmpty
      ? ChartPlan(layers: read, wishes: wishes) : nil
  }
}

extension ChartWishes {
  fileprivate init(reading fields: FieldReader) {
    (subtitle, subtitleTemplate) = fields.words("subtitle")
    (source, sourceTemplate) = fields.words("source")
    height = fields.number("height", in: 40...700)
    ratio = fields.number("ratio", in: 0.1...3)
    interval = fields.choice("interval", of: IntervalKind.self) ?? .confidence
  }
}
