import Dates
import Frame

extension [LayerInput] {
  /// The layers with what each side was asked for by any of them: its scale, its domain, its clock.
  ///
  /// A side has one axis, so that cleaning, statistics and scale must all read the same of it.
  func settled() -> [LayerInput] {
    [Side.x, .y].reduce(self) { layers, side in
      let columns = layers.compactMap { $0.rows[side.channel] }
      // Where a layer has words, numbers stand in bands, or nowhere.
      guard !columns.contains(where: \.isCategorical) else { return layers }
      let settled = SettledSide(columns)
      return layers.map { layer in
        var layer = layer
        for channel in [side.channel, side.endChannel] {
          layer.rows.channels[channel]?.settle(settled, isEnd: channel == side.endChannel)
        }
        return layer
      }
    }
  }
}

/// What one side was asked for, by the first layer that asks.
private struct SettledSide {
  /// The settings of a scale that bends numbers, with the constant that it uses.
  let scale: ChannelSettings?
  let domain: [Value]?
  let zone: Zone?

  init(_ columns: [ChannelColumn]) {
    domain = columns.map(\.settings).first { $0.range != nil }?.domain
    zone = columns.lazy.compactMap(\.settings.zone).first
    let bent = columns.first { $0.transform != .linear }
    guard let bent, bent.settings.scale != nil else {
      scale = nil
      return
    }
    var settings = bent.settings
    if columns.count > 1, case .symlog(let constant) = bent.transform {
      settings.constant = constant
    }
    scale = settings
  }
}

extension ChannelColumn {
  /// Takes over what the column's side was asked for; the far end of an interval may lie beyond a
  /// domain.
  fileprivate mutating func settle(_ side: SettledSide, isEnd: Bool) {
    guard !isCategorical else { return }
    if let scale = side.scale {
      settings.scale = scale.scale
      settings.base = scale.base
      settings.constant = scale.constant
    }
    if !isEnd, let domain = side.domain { settings.domain = domain }
    // Days have no clock.
    if settings.zone != nil { settings.zone = side.zone }
  }
}
