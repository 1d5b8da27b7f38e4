import Diagnostics

/// A length that a scale would show without the 0 from which it is read.
struct BentLength {
  let message: String
  let place: SourcePlace

  /// What to do instead.
  static let hints = ["mark 'point' or 'line' shows places: it needs no 0"]

  /// Of a layer as written, where that tells along which side lengths are read; nil where there is
  /// none.
  init?(_ channels: [Channel: ChannelPlan], _ mark: any Mark.Type) {
    guard mark.traits.contains(.readsLengths) else { return nil }
    // On a scale of numbers stand numbers, and bars stand on those of x unless y holds categories,
    // times or classes.
    if !mark.traits.contains(.turnsForLongNames) || channels[.y]?.bins == nil {
      self.init(channels, mark, along: .y)
    } else if channels[.x]?.bins == nil {
      self.init(channels, mark, along: .x)
    } else {
      return nil
    }
  }

  /// Of a layer's rows, whose values tell along which side lengths are read; nil where there is none.
  init?(_ rows: LayerRows, of plan: LayerPlan) {
    guard plan.mark.traits.contains(.readsLengths) else { return nil }
    let mayLie = plan.mark.traits.contains(.turnsForLongNames)
    let side = mayLie ? BarMark.base(rows).other : .y
    self.init(plan.channels, plan.mark, along: side.channel)
  }

  private init?(_ channels: [Channel: ChannelPlan], _ mark: any Mark.Type, along channel: Channel) {
    guard let plan = channels[channel], let kind = plan.settings.scale,
      kind == .log || kind == .logit
    else { return nil }
    message =
      "mark '\(mark.name)' is read by its length from 0, which 'scale: \(kind.rawValue)' has not"
    place = plan.place
  }
}
