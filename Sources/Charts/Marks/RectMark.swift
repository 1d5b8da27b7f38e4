import Drawing
import Frame

/// Cells of a heat map: bins or categories on both sides, the colour shows a number.
struct RectMark: Mark {
  static let name = "rect"
  static let needs: [Channel] = [.x, .y]
  static let takes: [Channel] = [.x2, .y2, .color, .label]
  static let cleans: [Channel] = [.x, .y, .color]
  static let traits: MarkTraits = [
    .showsMeasureAsRamp, .fillsBands, .needsNoGrid, .coversBins, .oneLabelAPlace,
  ]

  private let layer: Layer

  init(_ layer: Layer, _ settings: NoSettings) { self.layer = layer }

  static func shown(_ rows: LayerRows, _ settings: NoSettings) -> LayerRows { rows.asCells }

  func demand(_ side: Side) -> AxisDemand {
    guard let column = layer.rows[side.channel] else { return AxisDemand(range: nil) }
    let end = layer.rows[side.endChannel]
    var demand = AxisDemand(column, asBands: column.binWidth == nil && end == nil)
    demand.isTight = true
    demand.range = AxisDemand.joined(
      demand.range, end.flatMap { AxisDemand.range($0.column.doubles) })
    return demand
  }

  func draw(in panel: Panel) -> [SceneElement] {
    let rows = layer.rows(inPanel: panel.index)
    let (xs, ys) = (spans(.x, rows, panel), spans(.y, rows, panel))
    let colors = layer.numbers(.color)
    return rows.indices.flatMap { index -> [SceneElement] in
      guard let x = xs[index], let y = ys[index] else { return [] }
      let cell = panel.rectangle(along: x, across: y, side: .x)
        .inset(left: 0.75, top: 0.75, right: 0.75, bottom: 0.75)
      let fill = paint(rows[index], colors)
      let outline = SceneElement.path(.rectangle(cell), fill: fill, stroke: nil)
      guard let label = label(rows[index], cell, on: fill, panel) else { return [outline] }
      return [outline, label]
    }
  }

  func tips(in panel: Panel) -> [Tip] {
    guard layer.rows.count <= Tip.most else { return [] }
    let rows = layer.rows(inPanel: panel.index)
    let words = Words(formatter: panel.context.formatter)
    return zip(rows, zip(spans(.x, rows, panel), spans(.y, rows, panel))).compactMap { row, cell in
      guard let x = cell.0, let y = cell.1 else { return nil }
      return Tip(
        area: panel.rectangle(along: x, across: y, side: .x), text: words.tip(layer, row: row))
    }
  }

  private func paint(_ row: Int, _ colors: [Double]) -> Paint {
    if case .ramp(let scale) = layer.colors { return scale.paint(colors[row]) }
    return layer.colors.paint(layer.groups[row]).opacity(layer.rows.opacity ?? 1)
  }

  /// The stretch of each row's cell along a side.
  private func spans(_ side: Side, _ rows: [Int], _ panel: Panel) -> [ClosedRange<Double>?] {
    guard let column = layer.rows[side.channel] else { return rows.map { _ in nil } }
    let scale = panel.scale(side)
    switch scale {
    case .band(let bands):
      return scale.places(of: column.column, rows: rows).map { center in
        center.isFinite ? center - bands.bandwidth / 2...center + bands.bandwidth / 2 : nil
      }
    case .continuous(let numbers):
      let starts = layer.numbers(side.channel)
      let ends = layer.rows[side.endChannel] == nil ? [] : layer.numbers(side.endChannel)
      return rows.map { row in
        let from = numbers.place(starts[row])
        let to = numbers.place(ends.isEmpty ? starts[row] + (column.binWidth ?? 1) : ends[row])
        return from.isFinite && to.isFinite ? min(from, to)...max(from, to) : nil
      }
    }
  }

  private func label(_ row: Int, _ cell: Rectangle, on fill: Paint, _ panel: Panel) -> SceneElement?
  {
    guard let channel = layer.rows[.label], channel.column.isPresent(row) else { return nil }
    let words = Words(formatter: panel.context.formatter)
    let text = words.text(channel, row: row)
    let font = panel.context.theme.label.size(7)
    let extent = panel.context.measuring.extent(of: text, font: font)
    guard extent.width < cell.width - 2, extent.height < cell.height else { return nil }
    let run = TextRun(text, font: font, paint: panel.context.theme.words(on: fill))
    return .text(
      run, at: Point(x: cell.midX, y: cell.midY + extent.ascent * 0.36), anchor: .middle,
      rotation: 0)
  }

  func story(in words: Words) -> Story {
    let (x, y) = (layer.rows[.x], layer.rows[.y])
    let sides = [x, y].compactMap { $0?.label.oneLine }.map(words.inSentence).joined(
      separator: " and ")
    let color = layer.rows[.color]
    let rows = layer.rows.countBehind(Array(0..<layer.rows.count))
    var story = Story(
      kind: "Heat map", measure: "\(color?.label.oneLine ?? "Rows") by \(sides)",
      unit: layer.rows.areMeans ? "n = \(words.count(rows))" : "",
      findings: words.ranges(layer), methods: layer.rows.remarks,
      points: layer.rows.areMeans ? rows : layer.rows.count)
    let colors = layer.numbers(.color)
    if case .ramp = layer.colors { story.findings += extremes(colors, words) }
    return story
  }

  /// The cells of the highest and the lowest number.
  private func extremes(_ colors: [Double], _ words: Words) -> [String] {
    guard colors.count > 1, let ends = Extremes(colors) else { return [] }
    func told(_ number: Double) -> String { words.number(number, like: layer.rows[.color]) }
    guard !ends.areEqual else {
      return ["\(words.all(colors.count, "cells")): \(told(ends.high))"]
    }
    return [("highest", ends.high, ends.highest), ("lowest", ends.low, ends.lowest)].map {
      "\($0): \(told($1)) at \(words.few($2) { place($0, words) })"
    }
  }

  private func place(_ row: Int, _ words: Words) -> String {
    let sides = [layer.rows[.x], layer.rows[.y]].compactMap { channel in
      channel.map { "\(words.inSentence($0.label.oneLine)) \(cell($0, row, words))" }
    }
    return ([layer.panelName(layer.panels[row], words)].compactMap(\.self) + sides)
      .joined(separator: ", ")
  }

  private func cell(_ channel: ChannelColumn, _ row: Int, _ words: Words) -> String {
    let value = channel.column[row]
    guard let number = value.number, !channel.isCategorical else { return words.category(value) }
    return words.bin(value, of: channel) ?? words.number(number, like: channel)
  }
}
