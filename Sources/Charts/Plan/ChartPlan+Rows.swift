import Diagnostics
import Evaluation
import Expressions
import Frame

extension ChartPlan {
  /// The layers' rows: every channel evaluated, binned, and summed up where it holds aggregates.
  func rows(in context: DrawingContext) throws(Diagnostic) -> [LayerInput] {
    var inputs: [LayerInput] = []
    for layer in layers {
      guard let frame = context.evaluator.data.frames[layer.data.name] else {
        throw Diagnostic("there is no query '\(layer.data.name)'", at: layer.data.place)
      }
      inputs.append(
        try RowReading(
          plan: layer, frame: frame, evaluator: context.evaluator, zone: context.zone,
          means: context.means[layer.data.name] ?? []
        ).read())
    }
    return namedByMeasure(sharingLabels(inputs))
  }

  /// Layers with the words that the author gives to a column in one of them.
  private func sharingLabels(_ inputs: [LayerInput]) -> [LayerInput] {
    let given = layers.flatMap { layer in
      layer.channels.values.compactMap { plan in
        plan.settings.label.map { (Measure(layer, plan), $0) }
      }
    }
    let labels = Dictionary(grouping: given, by: \.0).compactMapValues { entries in
      Set(entries.map(\.1)).count == 1 ? entries[0].1 : nil
    }
    return zip(layers, inputs).map { layer, input in
      var input = input
      for (channel, plan) in layer.channels where plan.settings.label == nil {
        if let label = labels[Measure(layer, plan)] {
          input.rows.channels[channel]?.label = label
        }
      }
      return input
    }
  }

  /// What a channel measures: the same expression over another query is something else.
  private struct Measure: Hashable {
    let query: String
    let expression: String

    init(_ layer: LayerPlan, _ plan: ChannelPlan) {
      (query, expression) = (layer.data.name, plan.written.description)
    }
  }

  /// What the author should know of evaluated layers that can be drawn all the same.
  func warnings(_ inputs: [LayerInput]) -> [Diagnostic] {
    zip(layers, inputs).flatMap { DomainCheck(plan: $0, rows: $1.rows).warnings() }.unique
  }

  /// Layers of one mark that show different measures and have no colours are told apart by colour:
  /// each layer is a category under its measure's name.
  private func namedByMeasure(_ inputs: [LayerInput]) -> [LayerInput] {
    let told = inputs.indices.filter { index in
      let mark = inputs[index].mark
      return mark.traits.contains(.toldApartByMeasure) && inputs[index].rows[.color] == nil
        && inputs[index].rows.opacity ?? 1 == 1
    }
    let names = told.compactMap { inputs[$0].rows[.y]?.label }
    guard told.count > 1, Set(names).count == told.count else { return inputs }
    var inputs = inputs
    for (index, name) in zip(told, names) {
      let column = Column(texts: Array(repeating: name, count: inputs[index].rows.count))
      var color = ChannelColumn(column: column, field: "measure", label: "Measure")
      color.settings.domain = names.map { .text($0) }
      color.isConstant = true
      inputs[index].rows.channels[.color] = color
    }
    return inputs
  }
}
