import Drawing
import Frame

/// Filled areas from zero, one a colour category; on each other where their values add up, else over
/// each other.
struct AreaMark: Mark {
  static let name = "area"
  static let needs: [Channel] = [.x, .y]
  static let takes: [Channel] = [.color]
  static let cleans: [Channel] = [.x]
  static let breaks: [Channel] = [.y]
  static let measures: [[Channel]] = [[.x], [.y]]
  static let traits: MarkTraits = [.readsLengths, .seesBeyondDomain]

  private let layer: Layer
  private let kind: StackSettings.Kind
  /// Whether sums of its values mean anything.
  private let addsUp: Bool
  private let areas: AreaStacks

  init(_ layer: Layer, _ settings: StackSettings) {
    self.layer = layer
    addsUp = layer.rows[.y]?.addsUp ?? true
    kind = settings.kind != .own ? settings.kind : addsUp ? .zero : .none
    var stacked = layer
    // Of greys on each other their sum is what is seen.
    if kind != .none { stacked.groups = layer.colors.poolingGreys(layer.groups) }
    areas = AreaStacks(stacked, kind)
  }

  static func shown(_ rows: LayerRows, _ settings: StackSettings) -> LayerRows {
    settings.kind == .normalize ? rows.asShares(on: .y) : rows
  }

  func demand(_ side: Side) -> AxisDemand {
    guard side == .y else {
      var demand = AxisDemand(layer.rows[.x])
      demand.isTight = true
      return demand
    }
    var demand = AxisDemand(range: AxisDemand.range(areas.all.flatMap(seen)))
    demand.needsZero = true
    return demand
  }

  /// The levels of an area at its places in the window along x.
  private func seen(_ area: AreaStacks.Area) -> [Double] {
    guard let window = layer.rows[.x]?.settings.range else { return area.low + area.high }
    return area.places.indices.filter { window.contains(area.places[$0]) }
      .flatMap { [area.low[$0], area.high[$0]] }
      + layer.levelsAtWindow(places: area.places, levels: area.low)
      + layer.levelsAtWindow(places: area.places, levels: area.high)
  }

  // MARK: Drawing

  func draw(in panel: Panel) -> [SceneElement] {
    let shown = areas.all.filter { $0.panel == panel.index }
    return shown.flatMap { fill($0, panel) }
      + (areas.overlap ? shown.flatMap { edge($0, panel) } : [])
  }

  private func fill(_ area: AreaStacks.Area, _ panel: Panel) -> [SceneElement] {
    let opacity = layer.rows.opacity ?? (areas.overlap ? layer.wash(0.2) : 0.8)
    let paint = layer.colors.paint(area.group).opacity(opacity)
    return area.stretches.map { stretch in
      let (low, high) = (
        edge(area, stretch, \.low, panel), edge(area, stretch, \.high, panel)
      )
      // A place between two gaps has no width; it must not vanish.
      return stretch.count == 1
        ? .path(.polyline(low + high), fill: nil, stroke: Stroke(paint, width: 1.5))
        : .path(.polygon(high + low.reversed()), fill: paint, stroke: nil)
    }
  }

  /// The line on an area that others may cover.
  private func edge(_ area: AreaStacks.Area, _ panel: Panel) -> [SceneElement] {
    let stroke = Stroke(layer.colors.paint(area.group), width: 1.2, ending: .round)
    return area.stretches.filter { $0.count > 1 }.map { stretch in
      .path(.polyline(edge(area, stretch, \.high, panel)), fill: nil, stroke: stroke)
    }
  }

  /// One edge of a stretch, with no more corners than can be seen.
  private func edge(
    _ area: AreaStacks.Area, _ stretch: Range<Int>, _ levels: KeyPath<AreaStacks.Area, [Double]>,
    _ panel: Panel
  ) -> [Point] {
    var line = LineThinning(isThin: Double(stretch.count) > 8 * panel.frame.width.value)
    for index in stretch {
      line.add(
        x: panel.x.place(area.places[index]), y: panel.y.place(area[keyPath: levels][index]))
    }
    return line.points.compactMap(\.self)
  }

  // MARK: Words

  func hindrance(in words: Words) -> String? {
    guard kind == .normalize, let group = areas.mixed else { return nil }
    let category = layer.colors.categories.isEmpty ? nil : layer.colors.categories[group]
    let name = category.map { $0.isPooled ? "a sum of others" : $0.label } ?? "the area"
    return "shares need values of one sign, and \(name) has values above and below 0"
  }

  func story(in words: Words) -> Story {
    var methods = areas.areSeveral ? [method] : []
    if areas.absent > 0 {
      methods.append(
        areas.absent == 1
          ? "1 place of an area has no row and counts as 0"
          : "\(words.count(areas.absent)) places of an area have no row and count as 0")
    }
    return Story(
      kind: "Area chart", measure: words.yByX(layer), unit: "",
      findings: (kind == .normalize ? [] : words.ranges(layer)) + courses(words), methods: methods,
      points: layer.numbers(.y).count(where: \.isFinite))
  }

  /// Where each area begins and ends, its highest and its lowest value; first of all together.
  private func courses(_ words: Words) -> [String] {
    let (x, y) = (layer.rows[.x], layer.rows[.y])
    func course(_ areas: AreaStacks.Area, _ values: [Double]) -> Course {
      Course(values: values, channel: y) { words.number(areas.places[$0], like: x) }
    }
    let own = areas.all.prefix(Layer.mostTold).map { area in
      let lead = layer.lead(area.panel, area.group, words)
      return (lead: lead, course: course(area, zip(area.high, area.low).map { $0 - $1 }))
    }
    let told = words.courses(own, of: areas.all.count, "area")
    guard areas.areStacked, kind != .normalize, layer.panelCount == 1, areas.areSeveral,
      let top = areas.all.last, areas.all.allSatisfy({ $0.high.allSatisfy { !($0 < 0) } }),
      let whole = course(top, top.high).told(in: words)
    else { return told }
    return ["all together: \(whole)"] + told
  }

  private var method: String {
    switch kind {
    case .none: "Areas lie over each other"
    case .normalize: "Areas are shares of the sum at each place\(doubt)"
    case .own, .zero:
      areas.areStacked
        ? "Areas stand on each other\(doubt)"
        : "Areas lie over each other, since some have values above and below 0"
    }
  }

  /// That what stands on each other does not add up.
  private var doubt: String {
    addsUp ? "" : ", though their values do not add up"
  }
}
