import Drawing
import Frame

/// What stands at bars.
extension BarMark {
  /// The label channel's text at the end of a bar, above or beside it.
  ///
  /// Turned and inside the bar where standing bars are too close together. In a stack each stands in
  /// the middle of its own bar, if it has room there.
  func label(
    _ bar: Bar, _ outline: Rectangle, turned: Bool, _ panel: Panel
  ) -> SceneElement? {
    guard let channel = layer.rows[.label] else { return nil }
    let font = BarMark.labelFont(panel.context)
    let text = panel.context.measuring.fitted(
      Words(formatter: panel.context.formatter).text(channel, row: bar.row), font, width: 72)
    let extent = panel.context.measuring.extent(of: text, font: font)
    let isUp = bar.to >= bar.from
    let fill = layer.colors.paint(bar.group)
    let theme = panel.context.theme
    var run = TextRun(text, font: font, paint: theme.grey)
    let drop = extent.ascent * 0.36
    if isStacked, layer.colors.categories.count > 1 {
      guard outline.width >= extent.width + 4, outline.height >= extent.ascent + 3 else {
        return nil
      }
      let faded = 1 - (layer.rows.opacity ?? 1)
      run.paint = theme.words(on: fill.mixed(with: theme.paper, share: faded))
      return .text(
        run, at: Point(x: outline.midX, y: outline.midY + drop), anchor: .middle, rotation: 0)
    }
    if base == .y {
      let x = isUp ? outline.maxX + 3 : outline.x - 3
      return .text(
        run, at: Point(x: x, y: outline.midY + drop), anchor: isUp ? .start : .end, rotation: 0)
    }
    guard turned else {
      let y = isUp ? outline.y - 3 : outline.maxY + extent.ascent + 1
      return .text(run, at: Point(x: outline.midX, y: y), anchor: .middle, rotation: 0)
    }
    guard outline.width >= extent.ascent, outline.height >= extent.width + 6 else { return nil }
    run.paint = theme.words(on: fill)
    let y = isUp ? outline.y + 3 : outline.maxY - 3
    return .text(
      run, at: Point(x: outline.midX + drop, y: y), anchor: isUp ? .end : .start, rotation: -90)
  }

  /// Whether some label of standing bars is wider than its bar and half of the gaps beside it.
  func turnsLabels(_ slots: Slots, _ shown: [Bar], _ panel: Panel) -> Bool {
    guard base == .x, !isStacked, let channel = layer.rows[.label] else { return false }
    let words = Words(formatter: panel.context.formatter)
    let font = BarMark.labelFont(panel.context)
    return shown.indices.contains { index in
      let span = slots.span(index)
      let text = words.text(channel, row: shown[index].row)
      return panel.context.measuring.extent(of: text, font: font).width.value
        > (span.upperBound - span.lowerBound) * 1.22
    }
  }

  private static func labelFont(_ context: DrawingContext) -> Font { context.theme.label.size(7) }

  /// The room that labels need beyond the longest of lying bars.
  func labelRoom(in context: DrawingContext) -> Points {
    guard base == .y, let channel = layer.rows[.label] else { return 0 }
    let words = Words(formatter: context.formatter)
    let widths = bars.prefix(200).map {
      context.measuring.extent(
        of: words.text(channel, row: $0.row), font: BarMark.labelFont(context)
      ).width
    }
    return min(72, widths.max() ?? 0) + 4
  }
}
