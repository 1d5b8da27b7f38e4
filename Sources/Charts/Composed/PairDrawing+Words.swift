import Drawing

extension PairDrawing {
  func words(_ cell: PairPlot.Cell) -> [SceneElement] {
    let area = frame(cell.first, cell.second)
    let theme = context.theme
    let fill =
      cell.coefficient.map { ColorRamp.diverging.paint(at: ($0 + 1) / 2) } ?? theme.raised
    let paint = theme.words(on: fill)
    let small = theme.label.size(7)
    let square = SceneElement.path(.rectangle(area), fill: fill, stroke: nil)
    // Half a number says nothing: in a narrow cell it is smaller, or the colour tells alone.
    let sizes: [Points] = area.width > 60 ? [11, 9, 7] : [9, 7]
    let fitting = sizes.map { theme.label.size($0).weight(600) }.first {
      context.measuring.extent(of: cell.text, font: $0).width <= area.width - 1
    }
    guard let large = fitting else { return [square] }
    let detail = cell.details.first {
      context.measuring.extent(of: $0, font: small).width <= area.width - 4
    }
    let middle = area.midY + context.measuring.extent(of: cell.text, font: large).ascent * 0.36
    let lines: [SceneElement] = [
      square,
      .text(
        TextRun(cell.text, font: large, paint: paint),
        at: Point(x: area.midX, y: detail == nil ? middle : middle - 5), anchor: .middle,
        rotation: 0),
    ]
    return lines
      + (detail.map {
        [
          .text(
            TextRun($0, font: small, paint: paint), at: Point(x: area.midX, y: middle + 7),
            anchor: .middle, rotation: 0)
        ]
      } ?? [])
  }

  /// The name of a measure at the top of its diagonal cell.
  func name(_ measure: Int) -> SceneElement {
    let area = frame(measure, measure)
    let font = context.theme.label.weight(600)
    let factor = factor(measure).map { ", \($0)" } ?? ""
    let room = area.width - context.measuring.extent(of: factor, font: font).width
    // The name is worth more than what its labels leave unsaid.
    let words =
      room > area.width * 0.4
      ? context.measuring.fitted(plot.names[measure], font, width: room) + factor
      : context.measuring.fitted(plot.names[measure] + factor, font, width: area.width)
    return .text(
      TextRun(words, font: font, paint: context.theme.ink),
      at: Point(x: area.x, y: area.y + 8), anchor: .start, rotation: 0)
  }

  /// The power of ten that the labels of a measure leave unsaid.
  private func factor(_ measure: Int) -> String? {
    let across = xs[measure]?.unit
    // The first measure has no labels beside the plot.
    let upwards = measure == 0 ? across : ys[measure]?.unit
    if across == upwards { return across }
    let told = [across.map { "\($0) across" }, upwards.map { "\($0) upwards" }]
    return told.compactMap(\.self).joined(separator: ", ")
  }

  func under(_ measure: Int) -> [SceneElement] {
    guard let axis = xs[measure] else { return [] }
    let area = frame(measures.count - 1, measure)
    let ascent = context.measuring.extent(of: "0", font: axis.font).ascent
    return axis.ticks.flatMap { tick -> [SceneElement] in
      let x = area.x + Points(axis.place(tick))
      let foot = [Point(x: x, y: area.maxY), Point(x: x, y: area.maxY + 2)]
      return [
        .path(.polyline(foot), fill: nil, stroke: Stroke(context.theme.quiet, width: 0.6)),
        .text(
          TextRun(tick.label, font: axis.font, paint: context.theme.grey),
          at: Point(x: x, y: area.maxY + 4 + ascent), anchor: .middle, rotation: 0),
      ]
    }
  }

  func beside(_ measure: Int) -> [SceneElement] {
    guard let axis = ys[measure] else { return [] }
    let area = frame(measure, 0)
    return axis.ticks.map { tick in
      let extent = context.measuring.extent(of: tick.label, font: axis.font)
      let y = area.y + Points(axis.place(tick)) + extent.ascent * 0.36
      return .text(
        TextRun(tick.label, font: axis.font, paint: context.theme.grey),
        at: Point(x: area.x - AxisDrawing.labelGap, y: y), anchor: .end, rotation: 0)
    }
  }
}
