package import Diagnostics
package import Expressions
package import Formatting

extension ChartPlan {
  /// Notes values of a wrong type, as far as types are known before anything runs.
  package func checkTypes(_ types: KnownTypes, _ problems: Problems) {
    for layer in layers { LayerTypes(layer, types).check(problems) }
  }
}

/// The types of a layer's channels, held against what its mark measures.
///
/// A run refuses the same of the rows that it reads, of which types may be known only then.
private struct LayerTypes {
  private let plan: LayerPlan
  private let types: [Channel: ValueType]
  private let known: KnownTypes

  init(_ plan: LayerPlan, _ types: KnownTypes) {
    (self.plan, known) = (plan, types)
    self.types = plan.channels.compactMapValues { channel in
      types(channel.written, over: plan.data.name)
    }
  }

  func check(_ problems: Problems) {
    for (channel, plan) in given {
      guard let format = plan.settings.format, let type = types[channel],
        let error = Diagnostic(format, of: type, at: plan.place(of: "format"))
      else { continue }
      problems.add(error)
    }
    let trend = plan.trend == nil ? nil : wordsError(TrendMark.self)
    let stray = StrayColumn.error(in: plan.channels) {
      // A parameter has its type wherever it is read.
      known($0, over: plan.data.name) != nil && known($0, over: nil) == nil
    }
    if let error = scaleError ?? wordsError(plan.mark) ?? timelessError ?? trend ?? domainError
      ?? stray
    {
      problems.add(error)
    }
  }

  /// The channels in a fixed order.
  private var given: [(channel: Channel, plan: ChannelPlan)] {
    Channel.allCases.compactMap { channel in plan.channels[channel].map { (channel, $0) } }
  }

  /// Whether a channel holds categories; nil where nobody knows.
  private func isWords(_ channel: Channel) -> Bool? {
    guard let type = types[channel], let plan = plan.channels[channel] else { return nil }
    return switch plan.settings.scale {
    case .band, .categorical: true
    case nil: type == .text || type == .boolean
    default: type == .text
    }
  }

  /// Categories where a mark measures.
  private func wordsError(_ mark: any Mark.Type) -> Diagnostic? {
    for choice in mark.measures {
      let given = choice.filter { plan.channels[$0] != nil }
      guard let channel = given.last, given.allSatisfy({ isWords($0) == true }),
        let told = plan.channels[channel], let type = types[channel]
      else { continue }
      let sides = choice.map { "'\($0.rawValue)'" }.joined(separator: " or ")
      let found =
        type == .boolean ? "true or false" : type == .text ? "text" : "on a scale of categories"
      return Diagnostic(
        "mark '\(mark.name)' needs numbers or times on \(sides), but '\(told.label.oneLine)' is "
          + found, at: told.place,
        hints: ["count() counts rows; cast(x as double) reads numbers from text"])
    }
    return nil
  }

  /// Numbers where a mark needs days.
  private var timelessError: Diagnostic? {
    guard plan.mark.traits.contains(.needsDays), let told = plan.channels[.x],
      let type = types[.x]
    else { return nil }
    let isTime = told.settings.scale == nil || told.settings.scale == .time
    guard !type.isTemporal || !isTime || told.bins != nil else { return nil }
    let found =
      told.bins != nil
      ? "binned" : type.isTemporal ? "on another scale" : type.isNumeric ? "numbers" : "\(type)"
    return Diagnostic(
      "mark '\(plan.mark.name)' needs days or moments on 'x', but '\(told.label.oneLine)' is "
        + found, at: told.place, hints: ["cast(x as date) reads days from text"])
  }

  /// A domain that no values of the type can have.
  private var domainError: Diagnostic? {
    for (channel, plan) in given where channel.isPosition && isWords(channel) == false {
      guard let type = types[channel] else { continue }
      let mayBeList = !self.plan.mark.traits.isDisjoint(with: .lineUpNumbersInBands)
      let fault = DomainFault(
        plan, channel, isTime: type.isTemporal && plan.settings.isOfTime, mayBeList: mayBeList)
      if let fault { return fault.diagnostic }
    }
    return nil
  }

  /// A scale of numbers for words.
  private var scaleError: Diagnostic? {
    for (channel, plan) in given {
      if types[channel]?.isTemporal == true, let told = plan.bentTimes(channel) ?? plan.binnedTimes
      {
        return told
      }
      guard let scale = plan.settings.scale, scale != .band, scale != .categorical,
        types[channel] == .text
      else { continue }
      return Diagnostic(
        "scale '\(scale.rawValue)' of '\(channel.rawValue)' needs numbers or times, but "
          + "'\(plan.label.oneLine)' is text", at: plan.place,
        hints: ["cast(x as double) reads numbers from text"])
    }
    return nil
  }
}

extension Diagnostic {
  /// That a format does not fit a type, which would leave it unused; nil where it fits, or where
  /// the type is one of words, which no format changes.
  package init?(_ format: ValueFormat, of type: ValueType, at place: SourcePlace) {
    if format.isForDates, [.integer, .decimal, .double].contains(type) {
      self.init(
        "'\(format.text)' is a format of days and moments, but the values are numbers",
        at: place, hints: ["numbers: ',.1f', '.0%', '~s'"])
    } else if !format.isForDates, type == .date || type == .timestamp {
      self.init(
        "'\(format.text)' is a format of numbers, but the values are "
          + (type == .date ? "days" : "moments"),
        at: place, hints: ["dates: '%d %b %Y', '%H:%M'"])
    } else {
      return nil
    }
  }
}
