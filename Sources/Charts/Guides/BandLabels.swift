import Drawing
import Frame

/// The labels of an axis of categories.
struct BandLabels {
  let making: AxisMaking
  let values: [Value]

  private var side: Side { making.side }
  private var font: Font { making.font }
  private var plan: AxisPlan { making.plan }

  /// The axis with a label for each band, or for each so many where bands are too narrow.
  func axis() -> Axis {
    let scale = BandScale(values, from: making.start, to: making.end, padding: making.padding)
    let words = Words(formatter: making.context.formatter)
    let step = abs(scale.step)
    let room = side == .x ? Points(step - 4) : making.nameRoom
    var ticks = values.enumerated().map { index, value in
      let text =
        value == .text("") && plan.channel == nil
        ? "" : words.category(value, like: plan.channel)
      return Tick(Double(index), text)
    }
    let every = stride(ticks.map(\.label), step: step)
    if every > 1 { ticks = ticks.filter { Int($0.value) % every == 0 } }
    let width = side == .x && every > 1 ? Points(step * Double(every) - 4) : room
    ticks = ticks.map { tick in
      Tick(tick.value, making.context.measuring.fitted(tick.label, font, width: width))
    }
    return Axis(plan: plan, scale: .band(scale), ticks: ticks, font: font)
  }

  /// How many bands there are to a label, where they are too narrow for one each.
  private func stride(_ labels: [String], step: Double) -> Int {
    if side == .y { return max(1, Int((font.size.value * 1.1 / step).rounded(.up))) }
    let widest = labels.prefix(200).map { making.width($0, font) }.max() ?? 0
    if widest + 4 <= step || step >= 26 { return 1 }
    return max(1, Int(((min(widest, 48) + 6) / step).rounded(.up)))
  }
}
