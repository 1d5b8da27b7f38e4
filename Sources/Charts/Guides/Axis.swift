import Drawing
import Formatting
import Frame

/// A side with its scale and ticks at their places.
struct Axis: Sendable {
  let plan: AxisPlan
  let scale: PositionScale
  let ticks: [Tick]
  /// The font of the labels.
  let font: Font
  /// What stands once for all labels, such as `× 10⁻⁶`.
  var unit: String?
  /// Places between the ticks that are marked and not labelled, as 2 to 9 within a decade.
  var minor: [Double] = []
  /// The turn of the labels in degrees: 0, or −90 where names had no other room.
  var rotation = 0.0

  /// The place of a tick.
  func place(_ tick: Tick) -> Double {
    switch scale {
    case .continuous(let scale): scale.place(tick.value)
    case .band(let bands): bands.center(Int(tick.value))
    }
  }

  /// The axis with its line moved along itself.
  func moved(by distance: Points) -> Axis {
    let moved: PositionScale =
      switch scale {
      case .continuous(let scale):
        .continuous(
          ContinuousScale(
            scale.transform, domain: scale.domain, from: Points(scale.start) + distance,
            to: Points(scale.end) + distance))
      case .band(let scale):
        .band(
          BandScale(
            scale.values, from: Points(scale.start) + distance, to: Points(scale.end) + distance,
            padding: scale.padding))
      }
    var axis = Axis(plan: plan, scale: moved, ticks: ticks, font: font)
    (axis.unit, axis.minor, axis.rotation) = (unit, minor, rotation)
    return axis
  }

  /// The axis with other ticks.
  func with(_ ticks: [Tick]) -> Axis {
    var axis = Axis(plan: plan, scale: scale, ticks: ticks, font: font)
    (axis.unit, axis.minor, axis.rotation) = (unit, minor, rotation)
    return axis
  }
}

/// Chooses an axis's ticks by the room that their labels need.
struct AxisMaking {
  var plan: AxisPlan
  let side: Side
  let context: DrawingContext
  /// Where the domain's lower bound (or the first band) lies, and where the upper.
  let start: Points
  var end: Points
  /// How wide a category's name may be beside a panel.
  var nameRoom: Points = 160
  /// The empty share between bands; cells of a heat map touch but for a hairline.
  var padding = 0.2
  /// Whether a factor may be told once for all labels; panels of different factors have no place for
  /// it.
  var mayFactor = true

  var length: Double { abs(end.value - start.value) }
  var font: Font { context.theme.label }

  /// The axis, with as many ticks as have room.
  func make() -> Axis {
    guard plan.headroom > 0 else { return whole() }
    // Beyond its end stand brackets, which measure nothing: no tick or grid line is among them.
    var short = self
    let room = min(plan.headroom.value, length * 0.7)
    short.end = Points(end.value + (end > start ? -room : room))
    short.plan.headroom = 0
    return short.whole()
  }

  private func whole() -> Axis {
    switch plan.places {
    case .bands(let values): BandLabels(making: self, values: values).axis()
    case .numbers(.time, let domain): time(domain)
    case .numbers(.log, let domain): log(domain)
    case .numbers(.sqrt, let domain): squareRoot(domain)
    case .numbers(.logit, let domain): logit(domain)
    case .numbers(.symlog(let constant), let domain): symlog(domain, constant)
    case .numbers(.linear, let domain): linear(.linear, domain)
    }
  }

  /// The two ends alone, for a range that no round step divides.
  func ends(_ transform: Transform, _ domain: ClosedRange<Double>) -> Axis {
    let words = Words(formatter: context.formatter)
    let ticks = [domain.lowerBound, domain.upperBound].map {
      Tick($0, words.number($0, like: plan.channel))
    }
    let axis = axis(transform, domain, ticks)
    return hasRoom(axis) ? axis : axis.with(Array(ticks.prefix(1)))
  }

  /// An axis of numbers in the usual font.
  func axis(_ transform: Transform, _ domain: ClosedRange<Double>, _ ticks: [Tick]) -> Axis {
    Axis(plan: plan, scale: scale(transform, domain), ticks: ticks, font: font)
  }

  func scale(_ transform: Transform, _ domain: ClosedRange<Double>) -> PositionScale {
    .continuous(
      ContinuousScale(
        transform, domain: domain, from: plan.isReversed ? end : start,
        to: plan.isReversed ? start : end))
  }

  func width(_ text: String, _ font: Font) -> Double {
    context.measuring.extent(of: text, font: font).width.value
  }

  /// Whether the labels stand clear of each other.
  func hasRoom(_ axis: Axis, gap: Double = 8) -> Bool {
    clearance(axis).map { $0 >= (side == .x ? gap : 2) } ?? false
  }

  /// The smallest distance between two labels in points, negative where they overlap; infinite for
  /// one label, nil where a tick has no place.
  func clearance(_ axis: Axis) -> Double? {
    let places = axis.ticks.map(axis.place)
    guard places.allSatisfy(\.isFinite) else { return nil }
    let sizes = axis.ticks.map { tick -> Double in
      side == .x
        ? width(tick.label, axis.font)
        : context.measuring.extent(of: tick.label, font: axis.font).height.value
    }
    return places.indices.dropFirst().map { index in
      abs(places[index] - places[index - 1]) - (sizes[index] + sizes[index - 1]) / 2
    }
    .min() ?? .infinity
  }
}
