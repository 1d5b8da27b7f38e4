import Dates
import Diagnostics
import Evaluation
import Expressions
import Formatting
import Frame

/// Evaluates the channels of one layer over the rows of its query.
struct RowReading {
  let plan: LayerPlan
  let frame: DataFrame
  let evaluator: Evaluator
  /// The report's zone.
  let zone: Zone?
  /// The columns of the rows' query whose values do not add up.
  let means: Set<String>

  /// The channels that are given, in a fixed order.
  private var given: [(channel: Channel, plan: ChannelPlan)] {
    Channel.allCases.compactMap { channel in plan.channels[channel].map { (channel, $0) } }
  }

  func read() throws(Diagnostic) -> LayerInput {
    let sums = given.contains { $0.plan.expression.holdsAggregate }
    var rows = sums ? try summed() : try plain()
    rows.opacity = plan.opacity ?? (isUnderTrend ? 0.45 : nil)
    rows.isAggregated = sums
    let format = labelFormat(in: rows)
    rows.channels[.label]?.settings.format = format
    try refuseNumericScales(of: rows)
    try refuseWords(in: rows, plan.mark)
    try refuseTimeless(rows)
    if let told = BentLength(rows, of: plan) {
      throw Diagnostic(told.message, at: told.place, hints: BentLength.hints)
    }
    try DomainCheck(plan: plan, rows: rows).refuse()
    if plan.trend != nil { try refuseWords(in: rows, TrendMark.self) }
    return LayerInput(
      mark: plan.mark, rows: rows, settings: plan.settings, trend: plan.trend,
      compare: plan.compare)
  }

  /// How labels are worded: where nothing is said, as the channel that holds the same values.
  private func labelFormat(in rows: LayerRows) -> ValueFormat? {
    guard let label = rows[.label], label.settings.format == nil else {
      return rows[.label]?.settings.format
    }
    return [Channel.x, .y, .color].compactMap { rows[$0] }.first { $0.field == label.field }?
      .settings.format
  }

  /// Whether lines run beside their trend, from which they must be told.
  private var isUnderTrend: Bool { plan.trend != nil && plan.mark.sample == .line }

  /// Refuses categories where a mark measures; what is missing throughout is no category.
  private func refuseWords(in rows: LayerRows, _ mark: any Mark.Type) throws(Diagnostic) {
    for choice in mark.measures {
      let given = choice.filter { plan.channels[$0] != nil }
      let words = given.filter { rows[$0].map(\.isWords) ?? false }
      guard let channel = words.last, words.count == given.count, let told = plan.channels[channel],
        let column = rows[channel]
      else { continue }
      let sides = choice.map { "'\($0.rawValue)'" }.joined(separator: " or ")
      throw Diagnostic(
        "mark '\(mark.name)' needs numbers or times on \(sides), but '\(column.label.oneLine)' is "
          + (column.column.type == .boolean ? "true or false" : "text"),
        at: told.place, hints: ["count() counts rows; cast(x as double) reads numbers from text"])
    }
  }

  /// Refuses numbers where a mark needs days.
  private func refuseTimeless(_ rows: LayerRows) throws(Diagnostic) {
    guard plan.mark.traits.contains(.needsDays), let told = plan.channels[.x],
      let column = rows[.x], column.column.missing < column.column.count,
      !column.isTime || column.transform != .time
    else { return }
    let found =
      column.isTime ? "on another scale" : column.binWidth == nil ? "numbers" : "binned"
    throw Diagnostic(
      "mark '\(plan.mark.name)' needs days or moments on 'x', but '\(column.label.oneLine)' is "
        + found, at: told.place, hints: ["cast(x as date) reads days from text"])
  }

  /// Refuses a scale of numbers for words.
  private func refuseNumericScales(of rows: LayerRows) throws(Diagnostic) {
    for (channel, plan) in given {
      guard let scale = plan.settings.scale, scale != .band, scale != .categorical,
        let column = rows[channel]
      else { continue }
      if column.isTime, let told = plan.bentTimes(channel) { throw told }
      guard column.column.type == .text, column.isWords else { continue }
      throw Diagnostic(
        "scale '\(scale.rawValue)' of '\(channel.rawValue)' needs numbers or times, but "
          + "'\(column.label.oneLine)' is text", at: plan.place,
        hints: ["cast(x as double) reads numbers from text"])
    }
  }

  /// One mark a row of the query.
  private func plain() throws(Diagnostic) -> LayerRows {
    var channels: [Channel: ChannelColumn] = [:]
    for (channel, plan) in given where !plan.expression.runsAlongRows {
      channels[channel] = try binned(evaluator.column(of: plan.expression, over: frame), plan)
    }
    for (channel, plan) in given where plan.expression.runsAlongRows {
      channels[channel] = described(try running(plan.expression, among: channels), plan)
    }
    return LayerRows(count: frame.rowCount, channels: channels, query: plan.data.name)
  }

  /// One mark a combination of the channels that hold no aggregate.
  private func summed() throws(Diagnostic) -> LayerRows {
    let stray = StrayColumn.error(in: plan.channels) { name in
      guard case .name(let parts) = name.node else { return false }
      return parts.last.map { frame[$0] != nil } ?? false
    }
    if let stray { throw stray }
    var keys: [Channel: ChannelColumn] = [:]
    for (channel, plan) in given where !plan.expression.holdsAggregate {
      keys[channel] = try binned(evaluator.column(of: plan.expression, over: frame), plan)
    }
    // Moments of one day are one cell.
    if plan.mark.traits.contains(.needsDays) { keys[.x] = keys[.x]?.atMidnights }
    // Labels do not divide what has one shape a place.
    let label =
      plan.mark.traits.contains(.oneLabelAPlace) ? keys.removeValue(forKey: .label) : nil
    let columns = Channel.allCases.compactMap { keys[$0]?.column }
    let groups = GroupCodes(columns, rows: frame.rowCount).rows
    var channels = keys.mapValues { $0.picking(groups.map { $0[0] }) }
    for (channel, plan) in given where plan.expression.holdsAggregate {
      let column = try evaluator.column(of: plan.expression, over: frame, groups: groups)
      channels[channel] = described(column, plan)
    }
    var rows = LayerRows(
      count: groups.count, channels: channels, query: plan.data.name,
      makers: Channel.allCases.compactMap { keys[$0]?.field }, behind: groups.map(\.count))
    if var label {
      let differing = groups.count { label.column.differs(in: $0) }
      rows.remarks += label.remark(onLabelsLeftOut: differing).map { [$0] } ?? []
      label.column = label.column.shared(by: groups)
      rows.channels[.label] = label
    }
    return rows
  }

  /// A value that runs along rows, computed along each line (a colour in a panel) in the order of x.
  private func running(_ expression: Expression, among channels: [Channel: ChannelColumn])
    throws(Diagnostic) -> Column
  {
    let keys = ([.color] + Channel.panels).compactMap { channels[$0]?.column }
    let order = channels[.x]?.column.sortedRows() ?? Array(0..<frame.rowCount)
    let codes = GroupCodes(keys, rows: frame.rowCount)
    var lines = Array(repeating: [Int](), count: codes.count)
    for row in order { lines[codes.codes[row]].append(row) }
    return try evaluator.column(of: expression, over: frame, series: lines)
  }

  private func binned(_ column: Column, _ plan: ChannelPlan) throws(Diagnostic) -> ChannelColumn {
    if column.type == .date || column.type == .timestamp, let told = plan.binnedTimes { throw told }
    guard let count = plan.bins, column.type != .text,
      let bins = Bins(column.doubles, count: count)
    else { return described(column, plan) }
    var values = described(bins.lowerEdges(column.doubles), plan)
    values.binWidth = bins.width
    return values
  }

  private func described(_ column: Column, _ plan: ChannelPlan) -> ChannelColumn {
    var settings = plan.settings
    settings.zone = column.tellsMoments ? settings.zone ?? zone : nil
    if let zone = settings.zone { settings.domain = settings.domain.map { $0.moment(in: zone) } }
    return ChannelColumn(
      column: column.withoutNaN, field: plan.written.description, label: plan.label(of: column),
      settings: settings,
      runsAlongRows: plan.expression.runsAlongRows, isConstant: plan.expression.isConstant,
      isAggregated: plan.expression.holdsAggregate, addsUp: plan.expression.addsUp(without: means))
  }
}

extension Column {
  /// The column with what is no number counted as missing: as a colour or panel it would otherwise be
  /// a category that equals not even itself.
  fileprivate var withoutNaN: Column {
    guard case .double(let values) = values, NumberSurvey(values).missing > 0 else { return self }
    return Column(
      doubles: values.indices.map { isPresent($0) && !values[$0].isNaN ? values[$0] : nil })
  }

  /// Whether the values are moments, which fall on a day by a zone, and not days: midnights in UTC
  /// throughout, as `date_trunc` makes them, are days.
  fileprivate var tellsMoments: Bool {
    guard case .timestamp(let moments) = values else { return false }
    return moments.contains { $0.microsecondOfDay != 0 }
  }
}

extension Value {
  /// A day or moment that an author wrote in local time.
  fileprivate func moment(in zone: Zone) -> Value {
    guard let seconds = number, seconds.magnitude < 1e12 else { return self }
    switch self {
    case .date, .timestamp:
      let whole = seconds.rounded(.down)
      let moment = Double(zone.moment(atLocal: Int64(whole))) + seconds - whole
      return .timestamp(Timestamp(microseconds: Int64((moment * 1e6).rounded())))
    default: return self
    }
  }
}
