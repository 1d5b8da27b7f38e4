import Dates
import Formatting
import Frame

extension TrainedChart {
  /// The rows behind the marks as a reader's table: a column for each channel, by its label.
  ///
  /// Layers of the same rows stand side by side; of layers of other rows the first is told.
  var data: DataFrame {
    let filled = layers.filter { $0.rows.count > 0 }
    guard let main = filled.first(where: { !$0.isBackdrop }) ?? filled.first else {
      return DataFrame([])
    }
    var columns: [(name: String, column: Column)] = []
    for layer in layers where layer.rows.count == main.rows.count {
      for channel in Channel.allCases {
        guard let values = layer.rows[channel], !values.isConstant else { continue }
        let (label, column) = asShown(values)
        let isKnown = columns.contains { $0.name == label && $0.column == column }
        if !isKnown { columns.append((name(label, among: columns.map(\.name)), column)) }
      }
    }
    return DataFrame(columns)
  }

  /// A channel's values by the clock that its axis shows, which the label then names.
  private func asShown(_ values: ChannelColumn) -> (label: String, column: Column) {
    guard let zone = values.settings.zone, case .timestamp(let moments) = values.column.values
    else { return (values.label, values.atStarts) }
    let local = Column(.timestamp(moments.map(zone.local)), presence: values.column.presence)
    return ("\(values.label) (\(words.formatter.clock(of: zone.name)))", local)
  }

  private func name(_ label: String, among names: [String]) -> String {
    guard names.contains(label) else { return label }
    let numbered = (2...names.count + 2).lazy.map { "\(label) (\($0))" }
    return numbered.first { !names.contains($0) } ?? label
  }
}
