import Diagnostics
import Drawing
import Frame
import Spec

/// Holds the domains that an author gave a layer's channels against the values that they are for.
struct DomainCheck {
  let plan: LayerPlan
  let rows: LayerRows

  /// The channels with a domain, in a fixed order.
  private var told: [(channel: Channel, plan: ChannelPlan, column: ChannelColumn)] {
    Channel.allCases.compactMap { channel in
      guard let plan = plan.channels[channel], let column = rows[channel],
        !plan.settings.domain.isEmpty
      else { return nil }
      return (channel, plan, column)
    }
  }

  /// Refuses what is no range where numbers or moments are measured.
  func refuse() throws(Diagnostic) {
    for (channel, plan, column) in told where channel.isPosition && !column.isCategorical {
      let fault = DomainFault(
        plan, channel, isTime: column.isTime && plan.settings.isOfTime,
        mayBeList: standsInBands(channel))
      if let fault { throw fault.diagnostic }
    }
  }

  /// Whether numbers stand in bands, so that the domain is their order.
  private func standsInBands(_ channel: Channel) -> Bool {
    let side: Side = channel == .x || channel == .x2 ? .x : .y
    return plan.mark.traits.contains(.fillsBands) || plan.mark.bandedSide(rows) == side
  }

  /// Warns of categories that no row has.
  func warnings() -> [Diagnostic] {
    let domains = told.compactMap { channel, plan, column in
      column.isCategorical || Channel.panels.contains(channel)
        ? lost(plan.settings.domain, of: "domain", channel, plan, column) : nil
    }
    guard let color = plan.channels[.color], let column = rows[.color] else { return domains }
    let highlight = lost(color.settings.highlight, of: "highlight", .color, color, column)
    return domains + [highlight].compactMap(\.self)
  }

  private func lost(
    _ wanted: [Value], of setting: String, _ channel: Channel, _ plan: ChannelPlan,
    _ column: ChannelColumn
  ) -> Diagnostic? {
    let names = column.column.distinctValues.filter { !$0.isNull }.map(\.description)
    let known = Set(names)
    let lost = wanted.map(\.description).filter { !known.contains($0) }
    guard let first = lost.first, !names.isEmpty else { return nil }
    let listed = lost.prefix(3).map { "'\(PrintableText.oneLine($0))'" }
    let more = lost.count > 3 ? " and \(lost.count - 3) more" : ""
    return Diagnostic(
      "no row has \(listed.joined(separator: ", "))\(more) of the '\(setting)' of "
        + "'\(channel.rawValue)'",
      at: plan.place,
      hints: hints(forUnknown: first, among: names.sorted()), severity: .warning)
  }
}

extension ChannelSettings {
  /// Notes a domain that no values can have.
  func refuseDomain(_ key: String, _ fields: FieldReader) {
    guard fields.has("domain") else { return }
    let words = domain.map(\.description)
    func refuse(_ fault: String, _ hint: String) {
      fields.problems.error(fault, at: fields.place(of: "domain"), hints: [hint])
    }
    // What is no list has been noted.
    guard let list = fields.node("domain"), list.isList else { return }
    if words.isEmpty {
      return refuse("'domain' is empty", "leave it out for what the data say")
    }
    if let twice = words.first(where: { word in words.count { $0 == word } > 1 }) {
      return refuse("'domain' has '\(PrintableText.oneLine(twice))' twice", "each value once")
    }
    guard Channel(rawValue: key)?.isPosition == true, let scale else { return }
    switch scale {
    case .band, .categorical, .sequential, .diverging: return
    default: break
    }
    guard let range else {
      return refuse("'domain' of a scale of numbers is two different numbers", "domain: [0, 100]")
    }
    if scale == .log, range.lowerBound <= 0 {
      refuse(
        "a log scale has no 0 and nothing below, found 'domain' from \(words[0])",
        "domain: [1, 100]")
    }
    if scale == .logit, range.lowerBound <= 0 || range.upperBound >= 1 {
      refuse("a logit scale lies between 0 and 1", "domain: [0.01, 0.99]")
    }
  }
}
