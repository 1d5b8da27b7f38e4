import Drawing

/// What explains the colours: labels at the marks' ends where they fit, else a legend above.
struct Guides: Sendable {
  let endLabels: EndLabels
  let legend: Legend
  /// Whether lines differ in their dashes, since no label names them.
  let dashesCategories: Bool
  /// Whether dots differ in their form, since a legend names them.
  let shapesCategories: Bool

  /// Chooses and measures the guides for a chart of a width whose panel is of about a height.
  init(_ chart: TrainedChart, width: Points, height: Points, context: DrawingContext) {
    // Labels at the ends in panels would take their room from every panel, or stand only where the
    // last column ends, far from most lines they name: one legend above all of them serves better.
    let labels = chart.facets.count > 1 ? [] : Guides.labels(chart)
    let named = Guides.panelsNameColors(chart)
    let beside = EndLabels(labels, context: context)
    let fits = beside.width <= width * 0.32 && beside.height <= height + 8
    let told = fits ? Set(labels.map(\.group)) : []
    endLabels = fits ? beside : EndLabels([], context: context)
    let lines = Guides.lines(chart)
    dashesCategories = lines.count > 1 && !lines.isSubset(of: told) && !named
    shapesCategories = told.isEmpty && !named
    let entries =
      Guides.entries(
        chart, told: told, details: fits ? [] : labels, dashes: dashesCategories ? lines : [])
      + Guides.shapes(chart, context.theme.grey)
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

  /// Whether the heads of the panels say what each colour means, since panels and colours show the
  /// same categories.
  private static func panelsNameColors(_ chart: TrainedChart) -> Bool {
    let colored = chart.layers.filter { !$0.colors.categories.isEmpty }
    return chart.facets.count > 1 && !colored.isEmpty
      && colored.allSatisfy { layer in
        let categories = layer.colors.categories
        let repeats = Channel.panels.contains {
          layer.rows[$0]?.field == layer.rows[.color]?.field
        }
        return repeats && !categories.contains(where: \.isPooled)
          && categories.count <= chart.facets.count
      }
  }

  private static func entries(
    _ chart: TrainedChart, told: Set<Int>, details: [EndLabel], dashes: Set<Int>
  ) -> [Legend.Entry] {
    guard let index = chart.layers.firstIndex(where: { !$0.colors.categories.isEmpty }) else {
      // A lone trend whose label found no room beside the panel.
      return details.prefix(1).map {
        Legend.Entry(label: $0.name, detail: $0.detail, paint: $0.paint, sample: .line)
      }
    }
    let layer = chart.layers[index]
    let repeats = [Channel.x, .y].contains { layer.rows[$0]?.field == layer.rows[.color]?.field }
    guard !repeats, !panelsNameColors(chart) else { return [] }
    let categories = layer.colors.categories
    let shapes = layer.shapes.flatMap { $0.channel == nil ? $0 : nil }
    // Lines are read from the top: in the order in which they end at the right.
    let order = details.sorted { $0.level > $1.level }.map(\.group).unique
    let rest = categories.indices.filter { !order.contains($0) }
    var entries = (order + rest).filter { !categories[$0].isPooled && !told.contains($0) }.map {
      group -> Legend.Entry in
      var entry = Legend.Entry(
        label: categories[group].label, detail: details.first { $0.group == group }?.detail,
        paint: categories[group].paint, sample: chart.samples[index])
      entry.shape =
        shapes.map { shapes in
          shapes.categories.first { $0.label == entry.label }?.shape ?? .circle
        } ?? .circle
      if dashes.contains(group) {
        entry.dashes = CategoryCodes.dashes(group)
        entry.hasLine = true
        if entry.sample == .square { entry.sample = .line }
      }
      return entry
    }
    if let grey = categories.first(where: \.isPooled),
      let label = layer.colors.pooledLabel(chart.words)
    {
      entries.append(
        Legend.Entry(label: label, detail: nil, paint: grey.paint, sample: chart.samples[index]))
    }
    if !entries.isEmpty, needsTitle(layer, categories) {
      entries[0].title = layer.rows[.color]?.label.oneLine
    }
    return entries
  }

  /// Whether categories say nothing without the name of what they are values of, as yes and no do,
  /// or might be taken for those of the shapes beside them.
  private static func needsTitle(_ layer: Layer, _ categories: [LayerColors.Category]) -> Bool {
    let bare: Set<String> = ["yes", "no", "y", "n", "true", "false", "0", "1", "missing"]
    return layer.shapes?.channel != nil
      || categories.allSatisfy {
        bare.contains($0.label.lowercased()) || Double($0.label) != nil
      }
  }

  /// The forms of dots that stand for something else than their colour.
  private static func shapes(_ chart: TrainedChart, _ grey: Paint) -> [Legend.Entry] {
    guard let shapes = chart.layers.lazy.compactMap(\.shapes).first(where: { $0.channel != nil })
    else { return [] }
    return shapes.categories.enumerated().map { index, category in
      var entry = Legend.Entry(
        label: category.label, detail: nil, paint: grey, sample: .dot)
      entry.shape = category.shape
      if index == 0 { entry.title = shapes.channel?.label.oneLine }
      return entry
    }
  }

  /// The categories that are shown by full lines.
  private static func lines(_ chart: TrainedChart) -> Set<Int> {
    Set(chart.marks.flatMap { $0.lineGroups(in: chart.words) })
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
