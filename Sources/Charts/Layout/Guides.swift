import Drawing

/// What explains the colours: labels at the marks' ends where they fit, else a legend above.
struct Guides: Sendable {
  let endLabels: EndLabels
  let legend: Legend

  /// Chooses and measures the guides for a chart of a width whose panel is of about a height.
  init(_ chart: TrainedChart, width: Points, height: Points, context: DrawingContext) {
    let labels = chart.facets.count > 1 ? [] : Guides.labels(chart)
    let beside = EndLabels(labels, context: context)
    let fits = beside.width <= width * 0.32 && beside.height <= height + 8
    let told = fits ? Set(labels.map(\.group)) : []
    endLabels = fits ? beside : EndLabels([], context: context)
    let entries =
      Guides.entries(chart, told: told, details: fits ? [] : labels)
      + chart.marks.flatMap { $0.legendEntries(in: context) }
    legend = Legend(
      entries: entries, ramp: Guides.ramp(chart), sizes: Guides.sizes(chart), width: width,
      context: context)
  }

  /// The end labels of all marks; of several with one name the last stays, which is drawn on top.
  private static func labels(_ chart: TrainedChart) -> [EndLabel] {
    let all = chart.marks.flatMap { $0.endLabels(in: chart.words) }
    return all.enumerated().filter { index, label in
      !all[(index + 1)...].contains { $0.group == label.group && $0.name == label.name }
    }
    .map(\.element)
  }

  private static func entries(
    _ chart: TrainedChart, told: Set<Int>, details: [EndLabel]
  ) -> [Legend.Entry] {
    guard let index = chart.layers.firstIndex(where: { !$0.colors.categories.isEmpty }) else {
      // A lone trend whose label found no room beside the panel.
      return details.prefix(1).map {
        Legend.Entry(label: $0.name, detail: $0.detail, paint: $0.paint, sample: .line)
      }
    }
    let layer = chart.layers[index]
    let repeats = [Channel.x, .y].contains { layer.rows[$0]?.field == layer.rows[.color]?.field }
    guard !repeats else { return [] }
    let categories = layer.colors.categories
    var entries: [Legend.Entry] = []
    for (group, category) in categories.enumerated()
    where !category.isPooled && !told.contains(group) {
      let detail = details.first { $0.group == group }?.detail
      entries.append(
        Legend.Entry(
          label: category.label, detail: detail, paint: category.paint, sample: chart.samples[index]
        ))
    }
    let pooled = categories.filter(\.isPooled)
    if let grey = pooled.first {
      entries.append(
        Legend.Entry(
          label: pooled.count == 1 ? grey.label : "\(chart.words.count(pooled.count)) others",
          detail: nil, paint: grey.paint, sample: chart.samples[index]))
    }
    return entries
  }

  private static func ramp(_ chart: TrainedChart) -> RampGuide? {
    if let own = chart.marks.lazy.compactMap(\.ramp).first { return own }
    for layer in chart.layers {
      if case .ramp(let scale) = layer.colors {
        return RampGuide(scale: scale, channel: layer.rows[.color])
      }
    }
    return nil
  }

  private static func sizes(_ chart: TrainedChart) -> (Double, ChannelColumn)? {
    guard let largest = chart.largestSize,
      let channel = chart.layers.compactMap({ $0.rows[.size] }).first(where: { !$0.isConstant })
    else { return nil }
    return (largest, channel)
  }
}
