import Drawing
import Frame

/// What stands at bars.
extension BarMark {
  /// The label of each bar, with the paper on which it stands; nil where there is none or no room.
  func labels(_ placed: [(bar: Bar, area: Rectangle)], in panel: Panel) -> [[SceneElement]?] {
    guard layer.rows[.label] != nil else { return placed.map { _ in nil } }
    let words = Words(formatter: panel.context.formatter)
    let isTurned = turnsLabels(placed, words, panel)
    return placed.map { bar, area in
      text(bar, words).flatMap { label($0, bar, area, turned: isTurned, panel) }
    }
  }

  /// The words at a bar: of several rows their sum, where the label is what the bar measures, else
  /// what all of them say.
  func text(_ bar: Bar, _ words: Words) -> String? {
    guard let channel = layer.rows[.label], channel.column.isPresent(bar.row) else { return nil }
    if bar.isSum, channel.field == layer.rows[base.other.channel]?.field {
      return words.number(bar.sum, like: channel)
    }
    return bar.differsInLabel ? nil : words.text(channel, row: bar.row)
  }

  /// A label at the end of a bar, above or beside it, and beyond the error bar that stands there.
  ///
  /// Turned and inside the bar where standing bars are too close together. In a stack each stands in
  /// the middle of its own bar, if it has room there.
  private func label(
    _ words: String, _ bar: Bar, _ area: Rectangle, turned: Bool, _ panel: Panel
  ) -> [SceneElement]? {
    let font = BarMark.labelFont(panel.context)
    let text = panel.context.measuring.fitted(words, font, width: 72)
    let extent = panel.context.measuring.extent(of: text, font: font)
    let run = TextRun(text, font: font, paint: panel.context.theme.grey)
    let seen = area.cut(to: panel.frame)
    if isStacked, layer.colors.categories.count > 1 {
      return inside(run, extent, bar, seen, panel)
    }
    let reach = reach(of: bar, area, panel)
    if turned { return limits.isEmpty ? upright(run, extent, bar, area, panel) : nil }
    let beyond = base == .y ? beside(extent, bar, reach, panel) : above(extent, bar, reach)
    let words = beyond.area(extent)
    // Of a bar that the panel cuts, the label tells how far it goes on.
    let isCut = isCut(bar)
    if isCut || isStruck(words, panel), let within = within(extent, bar, seen),
      isCut || !isStruck(within.area(extent), panel)
    {
      var run = run
      run.paint = panel.context.theme.words(on: paint(bar))
      return [.text(run, at: within.at, anchor: within.anchor, rotation: 0)]
    }
    guard !isCut else { return nil }
    return [
      panel.ground(left: words.x, baseline: beyond.at.y, extent),
      .text(run, at: beyond.at, anchor: beyond.anchor, rotation: 0),
    ]
  }

  /// Where a label stands.
  private struct Stand {
    let at: Point
    let anchor: TextAnchor

    /// The area of its letters.
    func area(_ extent: TextExtent) -> Rectangle {
      let share = anchor == .start ? 0.0 : anchor == .end ? 1 : 0.5
      return Rectangle(
        x: at.x - extent.width * share, y: at.y - extent.ascent * 0.78, width: extent.width,
        height: extent.ascent * 0.78)
    }
  }

  /// Whether a line across the panel runs through some words.
  private func isStruck(_ words: Rectangle, _ panel: Panel) -> Bool {
    let scale = panel.scale(base.other)
    let (low, high) = base == .x ? (words.y, words.maxY) : (words.x, words.maxX)
    return rules.contains { level in
      let place = scale.place(level)
      return place > low.value - 1 && place < high.value + 1
    }
  }

  /// A place inside a bar, at its end; nil where it has no room.
  private func within(_ extent: TextExtent, _ bar: Bar, _ area: Rectangle) -> Stand? {
    let isForward = bar.to >= bar.from
    guard area.width >= extent.width + 6, area.height >= extent.ascent + 3 else { return nil }
    guard base == .x else {
      return Stand(
        at: Point(
          x: isForward ? area.maxX - 3 : area.x + 3, y: area.midY + extent.ascent * 0.36),
        anchor: isForward ? .end : .start)
    }
    let y = isForward ? area.y + 3 + extent.ascent * 0.78 : area.maxY - 3
    return Stand(at: Point(x: area.midX, y: y), anchor: .middle)
  }

  /// A place above a standing bar, or below one that leads down.
  private func above(_ extent: TextExtent, _ bar: Bar, _ reach: Rectangle) -> Stand {
    let y = bar.to >= bar.from ? reach.y - 3 : reach.maxY + extent.ascent + 1
    return Stand(at: Point(x: reach.midX, y: y), anchor: .middle)
  }

  /// A label in the middle of its part of a stack.
  private func inside(
    _ run: TextRun, _ extent: TextExtent, _ bar: Bar, _ area: Rectangle, _ panel: Panel
  ) -> [SceneElement]? {
    guard area.width >= extent.width + 4, area.height >= extent.ascent + 3 else { return nil }
    let (theme, faded) = (panel.context.theme, 1 - (layer.rows.opacity ?? 1))
    var run = run
    run.paint = theme.words(
      on: layer.colors.paint(bar.group).mixed(with: theme.paper, share: faded))
    let place = Point(x: area.midX, y: area.midY + extent.ascent * 0.36)
    return [.text(run, at: place, anchor: .middle, rotation: 0)]
  }

  /// A place right of a lying bar, or left of one that leads to the left and leaves room there.
  private func beside(_ extent: TextExtent, _ bar: Bar, _ reach: Rectangle, _ panel: Panel) -> Stand
  {
    let y = reach.midY + extent.ascent * 0.36
    let isLeft = bar.to < bar.from && reach.x - 3 - extent.width >= panel.frame.x
    return Stand(
      at: Point(x: isLeft ? reach.x - 3 : reach.maxX + 3, y: y), anchor: isLeft ? .end : .start)
  }

  /// A turned label inside its bar.
  private func upright(
    _ run: TextRun, _ extent: TextExtent, _ bar: Bar, _ area: Rectangle, _ panel: Panel
  ) -> [SceneElement]? {
    guard area.width >= extent.ascent, area.height >= extent.width + 6 else { return nil }
    var run = run
    run.paint = panel.context.theme.words(on: paint(bar))
    let isUp = bar.to >= bar.from
    let place = Point(
      x: area.midX + extent.ascent * 0.36, y: isUp ? area.y + 3 : area.maxY - 3)
    return [.text(run, at: place, anchor: isUp ? .end : .start, rotation: -90)]
  }

  /// The area of a bar together with the error bar at its place.
  private func reach(of bar: Bar, _ area: Rectangle, _ panel: Panel) -> Rectangle {
    guard let column = layer.rows[base.channel] else { return area }
    var value = column.column[bar.row]
    if let width = column.binWidth, let low = value.number { value = .double(low + width / 2) }
    let place = Place(panel: bar.panel, group: bar.group, value: value)
    guard let limits = limits[place] else { return area }
    let scale = panel.scale(base.other)
    let ends = [scale.place(limits.lowerBound), scale.place(limits.upperBound)].map {
      Points($0.isFinite ? $0 : scale.place(bar.to))
    }
    let isUpright = base == .x
    let (low, high) = isUpright ? (area.y, area.maxY) : (area.x, area.maxX)
    let (start, end) = (min(low, ends.min() ?? low), max(high, ends.max() ?? high))
    return isUpright
      ? Rectangle(x: area.x, y: start, width: area.width, height: end - start)
      : Rectangle(x: start, y: area.y, width: end - start, height: area.height)
  }

  /// Whether some label of standing bars is wider than its bar and half of the gaps beside it.
  private func turnsLabels(
    _ placed: [(bar: Bar, area: Rectangle)], _ words: Words, _ panel: Panel
  ) -> Bool {
    guard base == .x, !isStacked else { return false }
    let font = BarMark.labelFont(panel.context)
    return placed.contains { bar, area in
      guard let text = text(bar, words) else { return false }
      return panel.context.measuring.extent(of: text, font: font).width > area.width * 1.22
    }
  }

  private static func labelFont(_ context: DrawingContext) -> Font { context.theme.label.size(7) }

  /// The room that labels need beyond the longest of lying bars.
  func labelRoom(in context: DrawingContext) -> Points {
    guard base == .y, layer.rows[.label] != nil else { return 0 }
    let words = Words(formatter: context.formatter)
    let widths = bars.prefix(200).compactMap { text($0, words) }.map {
      context.measuring.extent(of: $0, font: BarMark.labelFont(context)).width
    }
    return min(72, widths.max() ?? 0) + 4
  }
}

extension Panel {
  /// Paper under the words at a shape, which no grid line strikes through.
  func ground(left: Points, baseline: Points, _ extent: TextExtent) -> SceneElement {
    let area = Rectangle(
      x: left - 0.5, y: baseline - extent.ascent * 0.78, width: extent.width + 1,
      height: extent.ascent * 0.82)
    return .path(.rectangle(area), fill: context.theme.paper, stroke: nil)
  }
}
