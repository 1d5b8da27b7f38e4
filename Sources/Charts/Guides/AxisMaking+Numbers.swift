import Drawing
import Formatting

extension AxisMaking {
  /// Labels closer than this, in points, cannot be read as two.
  private var closest: Double { side == .x ? 8 : 2 }

  var wording: TickWording {
    TickWording(
      formatter: context.formatter, format: plan.channel?.settings.format,
      mayBeYears: side == .x && plan.mayBeYears, mayFactor: mayFactor)
  }

  /// Round numbers, evenly stepped: step, format and font size by one search.
  ///
  /// The axis grows to the ticks around its data while these are near; else it ends a little beyond
  /// the data, with its ticks inside.
  func linear(_ transform: Transform, _ domain: ClosedRange<Double>, mayGrow: Bool = true) -> Axis {
    guard mayGrow, !plan.isTight else { return linear(transform, domain, reach: .within) }
    let grown = linear(transform, domain, reach: .beyond)
    guard let reached = grown.scale.numbers?.domain, transform == .linear else { return grown }
    let ends = near(domain, reached, transform)
    guard ends != reached else { return grown }
    let within = linear(transform, ends, reach: .within)
    // Two ticks suffice a small panel.
    return within.ticks.count >= (length < 200 ? 2 : 3) ? within : grown
  }

  private func linear(
    _ transform: Transform, _ domain: ClosedRange<Double>, reach: LinearTicks.Reach
  ) -> Axis {
    func best(smallestStep: Double) -> Axis? {
      let search = LinearTicks(
        data: domain, reach: reach, target: side == .x ? max(3, length / 64) : max(2, length / 34),
        smallestStep: smallestStep)
      let best =
        search.best { options($0, transform, domain, needsDistinct: true) }
        ?? search.best { options($0, transform, domain, needsDistinct: false) }
      return best?.1
    }
    // No round step is a multiple of 7: ticks then stand at whole numbers between bars.
    return best(smallestStep: plan.smallestStep)
      ?? (plan.smallestStep > 1 ? best(smallestStep: 1) : nil) ?? ends(transform, domain)
  }

  /// The share of the data's length that an axis may grow beyond one of its ends to reach a tick.
  private var mostGrowth: Double { side == .x ? 0.12 : 0.25 }

  /// The ends of a linear or logarithmic axis around its data: the ticks beyond it while they are
  /// near and the marks do not reach over them, else a little beyond the data.
  func near(_ data: ClosedRange<Double>, _ ticks: ClosedRange<Double>, _ transform: Transform)
    -> ClosedRange<Double>
  {
    let (low, high) = (transform(data.lowerBound), transform(data.upperBound))
    let span = high - low
    guard span > 0, span.isFinite else { return ticks }
    let margin = min(0.25, plan.margin.value / max(1, length - 2 * plan.margin.value))
    let pad = max(margin, 0.02)
    func isNear(_ gap: Double) -> Bool { gap >= margin && gap <= mostGrowth }
    func end(_ place: Double) -> Double { transform == .log ? powerOfTen(place) : place }
    // Numbers that begin at 0 or above are not padded with others, unless marks reach there.
    let isCut = transform == .linear && data.lowerBound >= 0 && margin < 0.02
    let start = end(low - pad * span)
    let lower =
      isNear((low - transform(ticks.lowerBound)) / span)
      ? ticks.lowerBound : isCut ? max(0, start) : start
    let upper =
      isNear((transform(ticks.upperBound) - high) / span)
      ? ticks.upperBound : end(high + pad * span)
    return lower.isFinite && upper.isFinite && lower <= data.lowerBound
      && upper >= data.upperBound ? lower...upper : ticks
  }

  /// The ways to word a labelling whose labels stand clear of each other.
  private func options(
    _ labelling: LinearTicks.Labelling, _ transform: Transform, _ domain: ClosedRange<Double>,
    needsDistinct: Bool
  ) -> [LinearTicks.Option<Axis>] {
    let (low, high) = labelling.ends
    let whole = min(domain.lowerBound, low)...max(domain.upperBound, high)
    let scale = scale(transform, whole)
    let formats = wording.formats(
      step: labelling.step, largest: max(low.magnitude, high.magnitude))
    return formats.flatMap { format -> [LinearTicks.Option<Axis>] in
      let labels = labelling.values.map { wording.text($0, as: format, step: labelling.step) }
      // Too coarse a format of the author may word two ticks alike, or as what they are not.
      if needsDistinct, Set(labels).count < labels.count || format.rounds(labelling) { return [] }
      let ticks = zip(labelling.values, labels).map { Tick($0, $1) }
      let legible = labelling.values.map {
        wording.legibility($0, as: format, step: labelling.step)
      }
      return [font, font.size(font.size - 1)].compactMap { font in
        var axis = Axis(plan: plan, scale: scale, ticks: ticks, font: font)
        axis.unit = wording.unit(of: format)
        guard let overlap = overlap(axis) else { return nil }
        // All labels of an axis are worded alike, so the worst tells how it reads.
        let terms = [legible.min() ?? 0, font == self.font ? 1 : 0.2, 1, overlap]
        return LinearTicks.Option(wording: axis, legibility: terms.reduce(0, +) / 4)
      }
    }
  }

  /// How clear of each other the labels stand: 1 from one and a half letters' height on, less and
  /// less below; nil where they touch.
  private func overlap(_ axis: Axis) -> Double? {
    guard let clearance = clearance(axis), clearance >= closest else { return nil }
    return min(1, 2 - 1.5 * axis.font.size.value / clearance)
  }
}

extension TickFormat {
  /// Whether a format of the author's words ticks with fewer digits than they have: 0.75 as 0.8.
  fileprivate func rounds(_ labelling: LinearTicks.Labelling) -> Bool {
    guard case .given(let format) = self, let smallest = format.smallestStep else { return false }
    let steps = labelling.step / smallest
    return steps < 1e9 && abs(steps - steps.rounded()) > 1e-6 * steps
  }
}
