import Drawing
import Frame

/// What stands at the bars of a waterfall.
struct WaterfallLabels {
  /// The side along which the bars are lined up.
  let base: Side
  /// The author's labels; nil writes the numbers.
  let channel: ChannelColumn?
  let measure: ChannelColumn?

  /// A bar and the area it fills.
  typealias Bar = (step: WaterfallSteps.Step, area: Rectangle)

  private static let gap = 3.0

  /// What stands at a bar: the author's label, else the level of a total and the change of others.
  func text(_ step: WaterfallSteps.Step, _ words: Words) -> String {
    if let channel, channel.field == measure?.field {
      return words.number(step.change, like: channel.settings.format == nil ? measure : channel)
    }
    let number = words.number(step.change, like: measure)
    if let channel, channel.column.isPresent(step.row) {
      return words.text(channel, row: step.row)
    }
    return step.isTotal || step.change <= 0 || number.hasPrefix("+") ? number : "+" + number
  }

  private func font(_ context: DrawingContext) -> Font { context.theme.label.size(7) }

  /// The room right of a panel for the labels of lying bars.
  func room(for steps: [WaterfallSteps.Step], in context: DrawingContext) -> Points {
    guard base == .y else { return 0 }
    let words = Words(formatter: context.formatter)
    let widths = steps.prefix(200).map {
      context.measuring.extent(of: text($0, words), font: font(context)).width
    }
    return min(72, widths.max() ?? 0) + 4
  }

  /// The labels, all or none: with some of them missing the sums could not be followed.
  func elements(_ bars: [Bar], in panel: Panel) -> [SceneElement] {
    let (words, font) = (Words(formatter: panel.context.formatter), font(panel.context))
    let texts = bars.map { panel.context.measuring.fitted(text($0.step, words), font, width: 72) }
    let extents = texts.map { panel.context.measuring.extent(of: $0, font: font) }
    let step = abs(panel.scale(base).bands?.step ?? 0)
    let fits = extents.allSatisfy { extent in
      base == .x ? extent.width.value <= step * 0.98 : extent.ascent.value <= step
    }
    guard fits else { return [] }
    return zip(bars, zip(texts, extents)).flatMap { bar, label in
      let run = TextRun(label.0, font: font, paint: panel.context.theme.grey)
      return element(run, label.1, at: bar, panel)
    }
  }

  /// A label at the end where its change leads, else at the other: where it stays in the panel and
  /// the base line does not strike it through.
  private func element(
    _ run: TextRun, _ extent: TextExtent, at bar: Bar, _ panel: Panel
  ) -> [SceneElement] {
    let (gap, depth) = (WaterfallLabels.gap, (base == .x ? extent.ascent : extent.width).value)
    let (low, high) = base == .x ? (bar.area.y, bar.area.maxY) : (bar.area.x, bar.area.maxX)
    let (before, behind) = (low.value - gap - depth, high.value + gap)
    let grows = bar.step.change >= 0
    let wanted = grows == (base == .x) ? [before, behind] : [behind, before]
    let start =
      wanted.first { isFree($0...$0 + depth, panel) } ?? (base == .x ? before : behind)
    let place =
      base == .x
      ? Point(x: bar.area.midX, y: Points(start) + extent.ascent)
      : Point(x: Points(start), y: bar.area.midY + extent.ascent * 0.36)
    let left = base == .x ? place.x - extent.width / 2 : place.x
    return [
      panel.ground(left: left, baseline: place.y, extent),
      .text(run, at: place, anchor: base == .x ? .middle : .start, rotation: 0),
    ]
  }

  /// Whether a stretch across the base is off the base line, and off the names beside the panel.
  private func isFree(_ stretch: ClosedRange<Double>, _ panel: Panel) -> Bool {
    let scale = panel.scale(base.other)
    let zero = scale.place(0)
    let crosses = stretch.lowerBound - 1 < zero && zero < stretch.upperBound + 1
    let ends = [scale.ends.start, scale.ends.end]
    let isOff =
      base == .x
      ? stretch.upperBound > (ends.max() ?? 0) : stretch.lowerBound < (ends.min() ?? 0)
    return !crosses && !isOff
  }
}
