package import Diagnostics
package import Drawing
import Frame

/// From a chart's plan to its drawing.
package enum ChartPipeline {
  /// Draws a chart for a width.
  package static func draw(
    _ plan: ChartPlan, width: Points, in context: DrawingContext, colors: inout CategoryColors
  ) throws(Diagnostic) -> Chart {
    let plan = try plan.worded(in: context)  // {{ … }} -> values
    let inputs = try plan.rows(in: context)  // expressions -> columns, bins, groups
    var chart = draw(inputs, plan.wishes, width: width, in: context, colors: &colors)
    chart.warnings = plan.warnings(inputs)
    let source = plan.wishes.source?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let source, !source.isEmpty {
      chart.note = [chart.note, "Source: \(source)"].compactMap(\.self).joined(separator: " ")
    }
    return chart
  }

  /// Draws evaluated layers.
  static func draw(
    _ inputs: [LayerInput], _ wishes: ChartWishes, width: Points, in context: DrawingContext,
    colors: inout CategoryColors
  ) -> Chart {
    let inputs = inputs.settled()  // one scale, domain and clock a side
    let named = inputs.compactMap { $0.mark.namedSide($0.rows) }
    // rows -> rows that can be drawn
    let clean = inputs.map { $0.cleaned(naming: named) }.standingOverPeriods()
    let orientation = Orientation(clean, width: width, context: context)  // long names lie
    let training = train(orientation.turned, of: inputs, wishes, in: context, colors: &colors)
    var chart = training.chart(width: width, in: context)
    guard let (context, narrow) = context.narrow(than: width) else { return chart }
    // What was computed is drawn again, unless names that stand in a wide chart lie in a narrow one.
    let slim = Orientation(clean, width: narrow, context: context)
    let again =
      slim.lies == orientation.lies
      ? training : train(slim.turned, of: inputs, wishes, in: context, colors: &colors)
    let second = again.chart(width: narrow, in: context)
    chart.narrow = [second.scene] + second.continuation
    return chart
  }

  /// Decides all about a chart that does not depend on its width.
  private static func train(
    _ turned: [LayerInput], of inputs: [LayerInput], _ wishes: ChartWishes,
    in context: DrawingContext, colors: inout CategoryColors
  ) -> Training {
    let words = Words(formatter: context.formatter)
    let (facets, split) = Facets.split(turned, words: words)  // rows -> panels
    let painted = ColorTraining(theme: context.theme, words: words)
      .train(split.map(\.input), &colors)  // categories -> colours
    let layers = zip(split, painted).map { Layer($0, $1, facets, words) }
    guard layers.contains(where: { $0.rows.count > 0 }) else {
      return .nothing(EmptyChart(inputs: inputs, words: words))
    }
    func make(_ layers: [Layer]) -> [any Mark] {
      let made =
        zip(turned, layers).map { $0.mark.make($1, $0.settings) }
        + zip(turned, layers).flatMap { $0.companions(of: $1, wishes, context.theme) }
      return made.map { $0.beside(made) }
    }
    let marks = make(layers)  // statistics
    let hindrances = marks.compactMap { $0.hindrance(in: words) }
    if hindrances.count == marks.count {
      return .nothing(EmptyChart(inputs: inputs, words: words, hindrance: hindrances.first))
    }
    let demands = (x: marks.map { $0.demand(.x) }, y: marks.map { $0.demand(.y) })
    if let side = sideInDispute(marks, demands) {
      return .nothing(EmptyChart(inputs: inputs, words: words, dispute: side))
    }
    return .chart(
      TrainedChart(
        layers: layers, marks: marks,
        tellers: layers.contains { $0.copies > 1 } ? make(layers.map(\.once)) : nil,
        samples: turned.map { $0.mark.sample }, facets: facets,
        axes: (  // scales
          PanelAxes.train(.x, layers, marks, demands.x, facets, remake: make),
          PanelAxes.train(.y, layers, marks, demands.y, facets, remake: make)
        ),
        largestSize: largestSize(layers), wishes: wishes, words: words))
  }

  /// Draws a chart whose scales are known.
  fileprivate static func drawn(
    _ trained: TrainedChart, width: Points, in context: DrawingContext
  ) -> Chart {
    var chart = trained
    var (guides, layout) = places(chart, width: width, in: context)  // legends, room -> places
    // A guide that tells of what was arranged stands above the panels and moves them. Where it also
    // takes of their height, what was arranged is arranged anew.
    for _ in 0..<3 where trained.marks.contains(where: \.isArrangedOnPage) {
      let panels = layout.panels.map { layout.panel($0, of: chart, in: context) }
      chart.marks = arranged(trained.marks, in: panels)
      chart.tellers = trained.tellers.map { arranged($0, in: panels) }
      (guides, layout) = places(chart, width: width, in: context)
      let kept = zip(layout.panels, panels).allSatisfy { placed, arranged in
        placed.frame.width == arranged.frame.width && placed.frame.height == arranged.frame.height
      }
      if kept { break }
    }
    let sheets = SceneDrawing(chart: chart, guides: guides, layout: layout, context: context)
      .scenes  // marks -> scene
    var finished = finished(chart, sheets)
    if chart.facets.count > 1, layout.countWording == nil, let told = chart.countRange {
      finished.note = [finished.note, told].compactMap(\.self).joined(separator: " ")
    }
    return finished
  }

  private static func arranged(_ marks: [any Mark], in panels: [Panel]) -> [any Mark] {
    var rooms = PanelRooms(panels, marks)
    return marks.map { $0.isArrangedOnPage ? $0.arranged(in: panels, clearOf: &rooms) : $0 }
  }

  /// A side that holds categories for one mark and numbers for another that measures along it.
  private static func sideInDispute(
    _ marks: [any Mark], _ demands: (x: [AxisDemand], y: [AxisDemand])
  ) -> Side? {
    [Side.x, .y].first { side in
      let demands = side == .x ? demands.x : demands.y
      return demands.contains { !$0.categories.isEmpty }
        && zip(marks, demands).contains { mark, demand in
          type(of: mark).measures.contains { $0.contains(side.channel) } && demand.range != nil
        }
    }
  }

  /// The guides, measured, and where they leave room for the panels.
  private static func places(_ chart: TrainedChart, width: Points, in context: DrawingContext)
    -> (Guides, PanelLayout)
  {
    let guides = Guides(
      chart, width: width, height: chart.panelHeight(width: width * 0.7),
      context: context)
    return (guides, PanelLayout(chart, guides, width: width, context: context))
  }

  private static func largestSize(_ layers: [Layer]) -> Double? {
    layers.filter { $0.rows[.size]?.isConstant == false }
      .flatMap { $0.numbers(.size) }.filter(\.isFinite).max()
  }

  private static func finished(_ chart: TrainedChart, _ scenes: [Scene]) -> Chart {
    let leftOut = LeftOut(of: chart.layers.map(\.rows))
    let words = ChartWords(chart, chart.told, leftOut: leftOut)
    var finished = Chart(
      title: nil, subtitle: words.subtitle, scene: scenes[0], note: words.note,
      altText: words.altText, data: chart.data,
      results: ChartCounts(chart, words, beyond: leftOut.beyond).results
        + chart.telling.flatMap(\.results))
    finished.continuation = Array(scenes.dropFirst())
    return finished
  }
}

/// A chart that is decided but for its width, or why there is none.
private enum Training {
  case chart(TrainedChart)
  case nothing(EmptyChart)

  /// The chart drawn for a width.
  func chart(width: Points, in context: DrawingContext) -> Chart {
    switch self {
    case .chart(let chart): ChartPipeline.drawn(chart, width: width, in: context)
    case .nothing(let empty): empty.chart(width: width, in: context)
    }
  }
}

extension LayerInput {
  /// The marks that accompany the layer's own, made from the same rows.
  fileprivate func companions(of layer: Layer, _ wishes: ChartWishes, _ theme: Theme)
    -> [any Mark]
  {
    var fitted = layer
    // Over a cloud of its own colour a line would not be seen.
    if mark.sample == .dot, layer.colors.categories.isEmpty { fitted.colors = .single(theme.ink) }
    let trends: [any Mark] =
      trend.map { [TrendMark(fitted, TrendSettings($0, wishes.interval))] } ?? []
    return trends + (compare.map { [BracketMark(layer, $0) as any Mark] } ?? [])
  }

  /// The rows that can be drawn, with no more categories than can be told apart.
  ///
  /// `named` are the sides along which some layer names bins as categories.
  fileprivate func cleaned(naming named: [Side]) -> LayerInput {
    var layer = self
    layer.rows = usableRows
    if !mark.traits.contains(.coversBins) {
      layer.rows = layer.rows.atMiddlesOfBins(but: named)
    }
    for side in [Side.x, .y] { layer = layer.capped(side, at: 30) }
    return layer
  }
}

extension Layer {
  /// A layer from what the stages before the marks decided.
  fileprivate init(
    _ split: Facets.Split, _ painted: (groups: [Int], colors: LayerColors),
    _ facets: Facets, _ words: Words
  ) {
    self.init(
      rows: split.input.rows, panels: split.panels, groups: painted.groups, colors: painted.colors,
      panelCount: facets.count, panelNames: facets.names, copies: split.copies)
    isBackdrop = split.input.mark == ZoneMark.self || split.input.mark == RuleMark.self
    guard split.input.mark.sample == .dot else { return }
    shapes = LayerShapes(of: self, words: words) ?? LayerShapes(repeatingColorsOf: self)
  }
}
