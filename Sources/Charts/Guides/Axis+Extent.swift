import Drawing

extension Axis {
  /// How wide a tick's label is as it is drawn, its second row apart.
  func width(of tick: Tick, _ measuring: any TextMeasuring) -> Points {
    if rotation != 0 { return measuring.extent(of: tick.label, font: font).height }
    return tick.lines.map { measuring.extent(of: $0, font: font).width }.max() ?? 0
  }

  /// How much deeper than one line the labels under a panel reach, the second row apart.
  func depthBeyondOneLine(_ measuring: any TextMeasuring) -> Points {
    if rotation != 0 {
      let extents = ticks.map { measuring.extent(of: $0.label, font: font) }
      return max(0, (extents.map(\.width).max() ?? 0) - (extents.map(\.height).max() ?? 0))
    }
    let rows = ticks.map { $0.row + $0.lines.count }.max() ?? 1
    return BandLabels.lineStep * Double(max(0, rows - 1))
  }
}
