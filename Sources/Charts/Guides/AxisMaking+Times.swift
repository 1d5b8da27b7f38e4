import Drawing
import Formatting
import Frame

extension AxisMaking {
  /// The calendar's borders, or the middles of the periods over which bars stand.
  func time(_ domain: ClosedRange<Double>) -> Axis {
    let period = plan.channel?.period.flatMap { $0.mayNameTicks ? $0.period : nil }
    let days = plan.channel?.column.type == .date ? 86_400.0 : 0
    let ticks = TimeTicks(
      domain: domain, formatter: context.formatter, contextShare: 56 / max(length, 1),
      zone: plan.channel?.settings.zone,
      format: plan.channel?.settings.format.flatMap { $0.isForDates ? $0 : nil },
      smallestStep: period?.length ?? days)
    let limit = max(3, Int(length / 40))
    let borders = ticks.candidates(limit: limit)
    let middles = period.map { period in
      // The names of periods are short, and a bar without its name is asked for.
      ticks.candidates(limit: Int(length / 18)).compactMap { ticks.named($0, period) }
    }
    for candidates in [middles ?? [], borders] {
      // Two labels close together say more than one.
      for gap in [12.0, 5] {
        for candidate in candidates {
          let axis = axis(.time, domain, candidate)
          if hasRoom(axis, gap: gap) { return axis }
        }
      }
    }
    let single = [ticks.single()]
    return axis(.time, domain, period.flatMap { ticks.named(single, $0) } ?? single)
  }
}

extension TimeTicks {
  /// Ticks that name periods in their middles; nil where one begins no period.
  fileprivate func named(_ ticks: [Tick], _ period: CalendarPeriod) -> [Tick]? {
    // Ticks of whole years have no second row, which quarters need to be dated.
    let areYears = ticks.allSatisfy { $0.context == nil }
    let named = ticks.map { tick -> Tick? in
      guard let middle = period.middle(from: tick.value) else { return nil }
      guard format == nil, period == .quarter else {
        return Tick(middle, tick.label, context: tick.context)
      }
      return Tick(
        middle, period.quarter(from: tick.value), context: areYears ? tick.label : tick.context)
    }
    guard !named.contains(nil) else { return nil }
    // The end of the last period begins none.
    let shown = named.compactMap(\.self).filter { domain.contains($0.value) }
    return shown.isEmpty ? nil : shown
  }
}
