import Drawing
import Frame

/// Decides the colours of all layers together, so that a category looks the same in each.
struct ColorTraining {
  let theme: Theme
  let words: Words

  /// The colour category of each row of each layer, and the layers' colours.
  func train(_ layers: [LayerInput], _ colors: inout CategoryColors)
    -> [(groups: [Int], colors: LayerColors)]
  {
    let categorical = layers.compactMap { layer in
      layer.rows[.color].flatMap { isRamp($0, layer.mark) ? nil : $0 }
    }
    let categories = self.categories(categorical, layers, &colors)
    let index = Dictionary(
      categories.enumerated().map { ($1.value, $0) }, uniquingKeysWith: { a, _ in a })
    let ramp = ramp(layers)
    return layers.map { layer in
      let plain = Array(repeating: 0, count: layer.rows.count)
      guard let color = layer.rows[.color] else {
        // The accent is the first category's colour: lines and dots of no category are in ink.
        let isOverBars = layers.contains { $0.mark == BarMark.self && $0.rows[.color] == nil }
        let isOdd = (!categories.isEmpty || isOverBars) && layer.mark.sample != .square
        return (plain, .single(layer.rows.paint ?? (isOdd ? theme.ink : theme.accent)))
      }
      if isRamp(color, layer.mark) {
        return (plain, ramp.map { .ramp($0) } ?? .single(theme.accent))
      }
      let codes = ColumnCodes(color.column)
      let groups = codes.values.map { index[$0] ?? 0 }
      return (codes.codes.map { groups[$0] }, .categories(categories))
    }
  }

  /// Whether numbers are shown on a ramp: where the author says so, where cells and dots show a
  /// measure, or where bars show one that is no category; lines are told apart by category.
  private func isRamp(_ color: ChannelColumn, _ mark: any Mark.Type) -> Bool {
    switch color.settings.scale {
    case .sequential, .diverging: mark.mayShowRamp
    case nil where color.settings.scheme != nil:
      color.column.type.isNumeric && (mark.showsAsRamp(color) || mark.sample == .dot)
    case .categorical, .band: false
    default: color.column.type.isNumeric && mark.showsAsRamp(color)
    }
  }

  private func ramp(_ layers: [LayerInput]) -> RampScale? {
    let columns = layers.compactMap { layer in
      layer.rows[.color].flatMap { isRamp($0, layer.mark) ? $0 : nil }
    }
    guard let first = columns.first else { return nil }
    let transform = RampScale.transform(first)
    let values = columns.flatMap { $0.column.doubles }.filter { transform($0).isFinite }
    return AxisDemand.range(values).map { RampScale(first, data: $0) }
  }

  /// The categories in their order; where there are more than the theme has colours, those with the
  /// most rows keep a colour and the others share one grey.
  private func categories(
    _ columns: [ChannelColumn], _ layers: [LayerInput], _ colors: inout CategoryColors
  ) -> [LayerColors.Category] {
    guard let first = columns.first else { return [] }
    let values = CategoryOrdering.values(columns, settings: first.settings, keepsNull: true)
    if let ramp = first.settings.orderedRamp { return ordered(values, like: first, on: ramp) }
    let highlight = first.settings.highlight.map(\.description)
    let colored =
      highlight.isEmpty
      ? self.colored(values, columns) : Set(values.filter { highlight.contains($0.description) })
    let wearing = values.filter(colored.contains)
    let slots = Dictionary(
      zip(
        wearing,
        colors.assign(
          field: first.field, values: wearing,
          // Beside the grey of others no category wears the greys of the palette.
          among: wearing.count < values.count - 1
            ? max(wearing.count, theme.categories.count - 2) : theme.categories.count)),
      uniquingKeysWith: { a, _ in a })
    return values.map { value in
      let slot = slots[value]
      return LayerColors.Category(
        value: value, label: words.category(value, like: first),
        paint: slot.map { theme.categories[$0] } ?? theme.quiet,
        isPooled: slot == nil && (!highlight.isEmpty || values.count > wearing.count + 1))
    }
  }

  /// Categories that have an order, such as degrees of agreement, in the colours of a ramp from the
  /// first to the last; these are no colours that the report keeps for them.
  private func ordered(_ values: [Value], like channel: ChannelColumn, on ramp: ColorRamp)
    -> [LayerColors.Category]
  {
    let present = values.filter { !$0.isNull }
    return values.map { value in
      let rank = present.firstIndex(of: value)
      let share = rank.map { Double($0) / Double(max(1, present.count - 1)) }
      return LayerColors.Category(
        value: value, label: words.category(value, like: channel),
        paint: share.map { ramp.paint(at: ramp.ofCategories.at($0)) } ?? theme.quiet,
        isPooled: false)
    }
  }

  private func colored(_ values: [Value], _ columns: [ChannelColumn]) -> Set<Value> {
    let present = values.filter { !$0.isNull }
    // The last two of the palette are greys, which are kept apart from the shared grey.
    let limit = max(1, theme.categories.count - 2)
    guard present.count > limit + 2 else { return Set(present) }
    var counts: [Value: Double] = [:]
    for column in columns.map(\.column) {
      for row in 0..<column.count { counts[column[row], default: 0] += 1 }
    }
    return Set(CategoryOrdering.byMeasure(present, counts, isDescending: true).prefix(limit))
  }
}

extension Mark {
  /// Whether the mark shows numbers of a colour on a ramp where the author says nothing.
  fileprivate static func showsAsRamp(_ color: ChannelColumn) -> Bool {
    traits.contains(.showsMeasureAsRamp)
      || (traits.contains(.showsSumsAsRamp)
        && (color.isAggregated || !color.column.holdsWholeNumbers))
  }

  /// Whether each of its shapes may have a colour of its own, as lines through many rows may not.
  fileprivate static var mayShowRamp: Bool {
    sample == .dot || !traits.isDisjoint(with: [.showsMeasureAsRamp, .showsSumsAsRamp])
      || [TextMark.name, TickMark.name, RuleMark.name].contains(name)
  }
}

extension ChannelSettings {
  /// The ramp in whose colours categories stand; nil for those of the theme.
  fileprivate var orderedRamp: ColorRamp? {
    scale == .sequential || scale == .diverging ? ramp : scheme
  }
}

extension ColorRamp {
  /// The part of the ramp that stands out from paper as a whole shape or a line does.
  fileprivate var ofCategories: ClosedRange<Double> {
    switch self {
    case .sequential, .viridis, .magma: 0...0.9
    case .blues, .greens, .oranges, .greys: 0.2...1
    case .diverging, .purple_green: 0.05...0.95
    }
  }
}

extension RampScale {
  /// The ramp of a measure as its author wants it, over what is shown of it.
  ///
  /// A diverging ramp reaches equally far to both sides of its middle, so that equal colours mean
  /// equal distances.
  init(_ channel: ChannelColumn, data: ClosedRange<Double>) {
    let settings = channel.settings
    let transform = RampScale.transform(channel)
    var range =
      settings.range.flatMap {
        transform.refuses($0.lowerBound) || transform.refuses($0.upperBound) ? nil : $0
      } ?? data
    if settings.ramp.isDiverging, settings.range == nil || settings.midpoint != nil {
      let armed = RampScale.arms(range, around: settings.midpoint ?? 0)
      range = transform.refuses(armed.lowerBound) ? range : armed
    }
    if settings.includesZero == true, !transform.refuses(0) {
      range = min(0, range.lowerBound)...max(0, range.upperBound)
    }
    self.init(ramp: settings.ramp, domain: range, transform: transform)
    isTurned = settings.isReversed
    beyond = Beyond(
      below: data.lowerBound < range.lowerBound, above: data.upperBound > range.upperBound)
  }

  /// How a measure is bent; days are spread evenly, whatever the calendar.
  static func transform(_ channel: ChannelColumn) -> Transform {
    channel.transform == .time ? .linear : channel.transform
  }

  private static func arms(_ range: ClosedRange<Double>, around middle: Double)
    -> ClosedRange<Double>
  {
    let arm = max((range.lowerBound - middle).magnitude, (range.upperBound - middle).magnitude)
    let (low, high) = (middle - arm, middle + arm)
    return low.isFinite && high.isFinite ? low...high : range
  }
}
