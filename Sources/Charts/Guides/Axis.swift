import Drawing
import Frame

/// A side with its scale and ticks at their places.
struct Axis: Sendable {
  let plan: AxisPlan
  let scale: PositionScale
  let ticks: [Tick]

  /// The place of a tick.
  func place(_ tick: Tick) -> Double {
    switch scale {
    case .continuous(let scale): scale.place(tick.value)
    case .band(let bands): bands.center(Int(tick.value))
    }
  }
}

/// Chooses an axis's ticks by the room that their labels need.
struct AxisMaking {
  let plan: AxisPlan
  let side: Side
  let context: DrawingContext
  /// Where the domain's lower bound (or the first band) lies, and where the upper.
  let start: Points
  let end: Points
  /// How wide a category's name may be beside a panel.
  var nameRoom: Points = 160
  /// The empty share between bands; cells of a heat map touch but for a hairline.
  var padding = 0.2

  private var length: Double { abs(end.value - start.value) }
  private var font: Font { context.theme.label }
  private var wording: TickWording {
    TickWording(formatter: context.formatter, format: plan.channel?.settings.format)
  }

  /// The axis, with as many ticks as have room.
  func make() -> Axis {
    switch plan.places {
    case .bands(let values): bands(values)
    case .numbers(.time, let domain): time(domain)
    case .numbers(.log, let domain): log(domain)
    case .numbers(let transform, let domain): linear(transform, domain)
    }
  }

  private func linear(_ transform: Transform, _ domain: ClosedRange<Double>) -> Axis {
    let search = LinearTicks(
      data: domain, reach: plan.isTight ? .within : .beyond,
      target: side == .x ? max(3, length / 64) : max(2, length / 34),
      smallestStep: plan.smallestStep)
    func axis(_ labelling: LinearTicks.Labelling) -> Axis {
      let ends = labelling.ends
      let whole = min(domain.lowerBound, ends.low)...max(domain.upperBound, ends.high)
      let largest = max(ends.low.magnitude, ends.high.magnitude)
      let ticks = labelling.values.map {
        Tick($0, wording($0, step: labelling.step, largest: largest))
      }
      return Axis(plan: plan, scale: scale(transform, whole), ticks: ticks)
    }
    if let best = search.best(where: { hasRoom(axis($0)) && tellsApart(axis($0)) }) {
      return axis(best)
    }
    return ends(transform, domain)
  }

  private func log(_ domain: ClosedRange<Double>) -> Axis {
    let domain = plan.isTight ? domain : LogTicks.nice(domain)
    for values in LogTicks.candidates(domain) {
      let ticks = values.map { value in
        let step = powerOfTen(magnitude(value))
        return Tick(value, wording(value, step: step, largest: values.last ?? value))
      }
      let axis = Axis(plan: plan, scale: scale(.log, domain), ticks: ticks)
      if hasRoom(axis) { return axis }
    }
    return ends(.log, domain)
  }

  private func time(_ domain: ClosedRange<Double>) -> Axis {
    let ticks = TimeTicks(
      domain: domain, formatter: context.formatter, contextShare: 56 / max(length, 1))
    let limit = max(3, Int(length / 40))
    for candidate in ticks.candidates(limit: limit) {
      let axis = Axis(plan: plan, scale: scale(.time, domain), ticks: candidate)
      if hasRoom(axis, gap: 12) { return axis }
    }
    return Axis(plan: plan, scale: scale(.time, domain), ticks: [ticks.single()])
  }

  /// The two ends alone, for a range that no round step divides.
  private func ends(_ transform: Transform, _ domain: ClosedRange<Double>) -> Axis {
    let words = Words(formatter: context.formatter)
    let ticks = [domain.lowerBound, domain.upperBound].map {
      Tick($0, words.number($0, like: plan.channel))
    }
    let axis = Axis(plan: plan, scale: scale(transform, domain), ticks: ticks)
    return hasRoom(axis)
      ? axis
      : Axis(plan: plan, scale: axis.scale, ticks: Array(ticks.prefix(1)))
  }

  private func scale(_ transform: Transform, _ domain: ClosedRange<Double>) -> PositionScale {
    .continuous(ContinuousScale(transform, domain: domain, from: start, to: end))
  }

  private func bands(_ values: [Value]) -> Axis {
    let scale = BandScale(values, from: start, to: end, padding: padding)
    let words = Words(formatter: context.formatter)
    let step = abs(scale.step)
    let room = side == .x ? Points(step - 4) : nameRoom
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
      Tick(tick.value, context.measuring.fitted(tick.label, font, width: width))
    }
    return Axis(plan: plan, scale: .band(scale), ticks: ticks)
  }

  /// How many bands there are to a label, where they are too narrow for one each.
  private func stride(_ labels: [String], step: Double) -> Int {
    if side == .y { return max(1, Int((font.size.value * 1.1 / step).rounded(.up))) }
    let widest = labels.prefix(200).map { width($0) }.max() ?? 0
    if widest + 4 <= step || step >= 26 { return 1 }
    return max(1, Int(((min(widest, 48) + 6) / step).rounded(.up)))
  }

  private func width(_ text: String) -> Double {
    context.measuring.extent(of: text, font: font).width.value
  }

  /// Whether the labels stand clear of each other.
  private func hasRoom(_ axis: Axis, gap: Double = 8) -> Bool {
    let places = axis.ticks.map(axis.place)
    guard places.allSatisfy(\.isFinite) else { return false }
    if side == .y {
      return zip(places, places.dropFirst()).allSatisfy { abs($1 - $0) >= font.size.value * 1.5 }
    }
    let widths = axis.ticks.map { width($0.label) }
    return places.indices.dropFirst().allSatisfy { index in
      abs(places[index] - places[index - 1]) >= (widths[index] + widths[index - 1]) / 2 + gap
    }
  }

  /// Whether no two ticks are worded alike, as too coarse a format of the author would have it.
  private func tellsApart(_ axis: Axis) -> Bool {
    let labels = axis.ticks.map(\.label)
    return Set(labels).count == labels.count || plan.channel?.settings.format != nil
  }
}
