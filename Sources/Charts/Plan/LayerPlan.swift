import Diagnostics
import Expressions
import Spec

/// One layer as its author wrote it: a mark and its channels.
struct LayerPlan: Sendable {
  let mark: any Mark.Type
  /// The query whose rows it shows.
  let data: (name: String, place: SourcePlace)
  var channels: [Channel: ChannelPlan]
  let opacity: Double?
  let settings: any MarkSettings
  let trend: TrendKind?
  let compare: BracketSettings?
}

/// What a chart says for all its layers.
struct SharedFields {
  let data: (name: String, place: SourcePlace)?
  let channels: [Channel: ChannelPlan]
}

/// Reads the fields of a layer, or of a chart that is its only layer.
struct LayerReading {
  let fields: FieldReader
  let shared: SharedFields

  /// The layer; nil with the reasons noted.
  func read() -> LayerPlan? {
    let own = LayerReading.channels(fields)
    let mark = readMark()
    let data = LayerReading.data(fields) ?? shared.data
    let opacity = fields.number("opacity", in: 0...1)
    let settings = readSettings(mark)
    let trend = fields.choice("trend", of: TrendKind.self)
    let compare = BracketSettings.read(fields)
    guard let mark, let settings else { return nil }
    let takes = LayerReading.taken(by: mark, trend)
    refuseUntaken(own, mark, takes)
    if trend != nil, !mark.traits.contains(.carriesTrend) {
      fields.problems.error(
        "mark '\(mark.name)' has no trend", at: fields.place(of: "trend"),
        hints: ["a trend runs through points: add a layer with mark: point"])
    }
    if compare != nil { checkComparison(mark) }
    let channels = shared.channels.filter { takes.contains($0.key) }.merging(own) { $1 }
    guard let data else {
      fields.problems.error(
        "\(fields.subject) needs 'data'", at: fields.node.place,
        hints: ["data: the name of a query"])
      return nil
    }
    let isZone = mark == RectMark.self && ZoneMark.isTold(by: Set(channels.keys))
    let drawn: any Mark.Type = isZone ? ZoneMark.self : mark
    guard hasNeeded(channels, drawn) else { return nil }
    refuseBentLengths(channels, drawn)
    refuseAggregates(channels, drawn)
    warnOfSums(channels, settings)
    if compare != nil { checkGroups(channels) }
    return LayerPlan(
      mark: drawn, data: data, channels: channels, opacity: opacity, settings: settings,
      trend: trend, compare: compare)
  }

  /// Refuses scales that do not have the 0 from which lengths begin, where the written words tell
  /// along which side lengths are read; see ``BentLength`` for what only the rows can tell.
  private func refuseBentLengths(_ channels: [Channel: ChannelPlan], _ mark: any Mark.Type) {
    guard let told = BentLength(channels, mark) else { return }
    fields.problems.error(told.message, at: told.place, hints: BentLength.hints)
  }

  /// Refuses aggregates where a mark sums rows up itself: it would be of other rows; error bars and
  /// bands with two given ends sum up nothing.
  private func refuseAggregates(_ channels: [Channel: ChannelPlan], _ mark: any Mark.Type) {
    guard channels[.x2] == nil, channels[.y2] == nil else { return }
    for channel in mark.sumsUp {
      guard let plan = channels[channel], plan.expression.holdsAggregate else { continue }
      var hint = "name the column itself"
      if case .call(let call) = plan.expression.node {
        hint = call.arguments.first.map { "\(channel.rawValue): \($0)" } ?? hint
        if call.name == "count" { hint = "count() belongs to other marks, as 'bar'" }
        if call.name == "count", channel == .color {
          hint = "leave 'color' out: it then counts the rows of a cell"
        }
      }
      fields.problems.error(
        "mark '\(mark.name)' sums up rows itself, so that '\(channel.rawValue)' can be no aggregate; "
          + "found '\(plan.written)'", at: plan.place, hints: [hint])
    }
  }

  /// Warns of means and the like that are to stand on each other, whose sums mean nothing.
  private func warnOfSums(_ channels: [Channel: ChannelPlan], _ settings: any MarkSettings) {
    guard let stack = settings as? StackSettings, stack.kind == .zero || stack.kind == .normalize,
      channels[.color] != nil,
      let told = [Channel.y, .x].lazy.compactMap({ channels[$0] }).first(where: {
        !$0.expression.addsUp()
      })
    else { return }
    fields.problems.warning(
      "'stack' adds up values of \(told.written.description), which have no sum",
      at: fields.place(of: "stack"),
      hints: ["leave 'stack' out: areas lie over each other, bars side by side"])
  }

  /// Brackets compare the rows of groups, which only some marks show.
  private func checkComparison(_ mark: any Mark.Type) {
    guard !mark.traits.contains(.carriesComparison) else { return }
    let able = MarkCatalogue.all.filter { $0.traits.contains(.carriesComparison) }.map { $0.name }
    fields.problems.error(
      "mark '\(mark.name)' has no 'compare'", at: fields.place(of: "compare"),
      hints: ["groups of rows are compared by: \(able.joined(separator: ", "))"])
  }

  /// The groups compared are the categories of one axis; colours must not divide them.
  private func checkGroups(_ channels: [Channel: ChannelPlan]) {
    if channels[.x] == nil || channels[.y] == nil {
      fields.problems.error(
        "'compare' needs 'x' and 'y'", at: fields.place(of: "compare"),
        hints: ["one of them holds the groups, the other what is measured"])
    }
    guard let color = channels[.color]?.written.description,
      ![channels[.x], channels[.y]].contains(where: { $0?.written.description == color })
    else { return }
    fields.problems.error(
      "'compare' compares the groups of an axis, which 'color' divides",
      at: fields.place(of: "color"),
      hints: ["leave 'color' out, or give it the groups of the axis; 'facet' compares in panels"])
  }

  private func readMark() -> (any Mark.Type)? {
    guard let node = fields.required("mark"),
      let name = node.text("'mark'", problems: fields.problems)?.text
    else { return nil }
    if let mark = MarkCatalogue.mark(named: name) { return mark }
    fields.problems.error(
      "there is no mark '\(name)'", at: node.place,
      hints: hints(forUnknown: name, among: MarkCatalogue.all.map { $0.name }, listing: 100))
    return nil
  }

  /// The mark's own settings; where no mark is known, all settings of all marks are asked for, so
  /// that their keys are known.
  private func readSettings(_ mark: (any Mark.Type)?) -> (any MarkSettings)? {
    guard let mark else {
      for mark in MarkCatalogue.all { _ = mark.readSettings(fields) }
      return nil
    }
    let others = MarkCatalogue.all.filter { $0 != mark }
    for key in others.flatMap({ $0.settingKeys }).unique
    where fields.has(key) && !mark.settingKeys.contains(key) {
      let owners = others.filter { $0.settingKeys.contains(key) }.map { $0.name }
      fields.problems.error(
        "mark '\(mark.name)' has no '\(key)'", at: fields.place(of: key),
        hints: ["it belongs to \(owners.joined(separator: ", "))"])
    }
    return mark.readSettings(fields)
  }

  /// The channels that a layer reads: beside its mark's those of panels, and the weight of a trend.
  private static func taken(by mark: any Mark.Type, _ trend: TrendKind?) -> [Channel] {
    let weight: [Channel] = mark.traits.contains(.carriesTrend) && trend != nil ? [.weight] : []
    return (mark.needs + mark.takes + Channel.panels + weight).unique
  }

  private func refuseUntaken(
    _ own: [Channel: ChannelPlan], _ mark: any Mark.Type, _ takes: [Channel]
  ) {
    for channel in Channel.allCases
    where channel != .facetRow && own[channel] != nil && !takes.contains(channel) {
      fields.problems.error(
        "mark '\(mark.name)' has no channel '\(channel.rawValue)'",
        at: fields.place(of: channel.rawValue),
        hints: advice(against: channel, mark, takes))
    }
  }

  private func advice(
    against channel: Channel, _ mark: any Mark.Type, _ takes: [Channel]
  ) -> [String] {
    if channel == .weight, mark.traits.contains(.carriesTrend) {
      return ["only 'trend: linear' weighs the rows of mark '\(mark.name)'"]
    }
    let named = takes.filter { $0 != .facetRow }.map(\.rawValue).joined(separator: ", ")
    return ["it has: \(named)"]
  }

  private func hasNeeded(_ channels: [Channel: ChannelPlan], _ mark: any Mark.Type) -> Bool {
    var isComplete = true
    for channel in mark.needs where channels[channel] == nil {
      isComplete = false
      // A channel that was given but could not be read has told its error already.
      if fields.has(channel.rawValue) { continue }
      let name = channel.rawValue
      fields.problems.error(
        "mark '\(mark.name)' needs '\(name)'", at: fields.node.place,
        hints: [
          mark == RectMark.self
            ? "cells need both sides; a zone over a whole panel needs 'x' and 'x2', or 'y' and 'y2'"
            : "\(name): \(mark == BarMark.self ? "count()" : "a column or an expression")"
        ])
    }
    if mark == RuleMark.self, channels[.x] == nil, channels[.y] == nil {
      fields.problems.error("mark 'rule' needs 'x' or 'y'", at: fields.node.place, hints: ["y: 50"])
      return false
    }
    return isComplete
  }

  static func channels(_ fields: FieldReader) -> [Channel: ChannelPlan] {
    var channels: [Channel: ChannelPlan] = [:]
    for channel in Channel.allCases where !Channel.panels.contains(channel) {
      channels[channel] = ChannelPlan.read(channel.rawValue, in: fields)
    }
    return channels.merging(FacetReading.read(in: fields)) { own, _ in own }
  }

  static func data(_ fields: FieldReader) -> (name: String, place: SourcePlace)? {
    fields.text("data").map { ($0.text, $0.place) }
  }
}
