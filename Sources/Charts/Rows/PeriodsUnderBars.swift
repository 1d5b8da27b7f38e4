import Frame

extension [LayerInput] {
  /// The layers with what bars show of weeks, months, quarters or years in the middles of these, and
  /// what other layers show of the same.
  ///
  /// A bar of January would else stand around the 1st, half of it in December.
  func standingOverPeriods() -> [LayerInput] {
    [Side.x, .y].reduce(self) { layers, side in
      let bars = layers.filter { $0.mark == BarMark.self && BarMark.base($0.rows) == side }
        .compactMap { $0.rows[side.channel] }
      let days = bars.compactMap(\.days)
      guard !bars.isEmpty, days.count == bars.count,
        let period = CalendarPeriod(
          startingAt: days.reduce([]) { $0.union($1) },
          truncatedTo: bars.lazy.compactMap(\.truncation).first)
      else { return layers }
      func isAtStarts(_ column: ChannelColumn) -> Bool {
        column.days.map { $0.allSatisfy { period.middle(from: $0) != nil } } ?? false
      }
      let mayNameTicks = layers.compactMap { $0.rows[side.channel] }
        .allSatisfy { $0.isConstant || isAtStarts($0) }
      return layers.map { layer in
        guard let column = layer.rows[side.channel], !column.isConstant, isAtStarts(column) else {
          return layer
        }
        var layer = layer
        layer.rows.channels[side.channel] = column.atMiddles(of: period)
        layer.rows.channels[side.channel]?.period?.mayNameTicks = mayNameTicks
        return layer
      }
    }
  }
}
