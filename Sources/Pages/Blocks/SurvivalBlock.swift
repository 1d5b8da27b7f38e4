import Charts
package import Diagnostics
import Drawing
import Evaluation
package import Expressions
import Frame
import JSON
package import Spec
import Statistics

/// Kaplan–Meier curves by group: chart with numbers at risk, table, log-rank test.
package struct SurvivalBlock: Block {
  package static let kind = "survival"

  let data: QueryName
  let time: ColumnChoice
  let event: ColumnChoice
  let by: ColumnChoice?
  let weights: ColumnChoice?
  let options: SurvivalComparison.Options
  /// The times that a reader wants to know about; empty for none.
  let times: [Double]
  let adjustment: PAdjustment
  package let family: FamilyScope

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> SurvivalBlock? {
    let data = fields.query("data")
    let time = fields.required("time").flatMap { _ in fields.columns("time")?.first }
    let event = fields.required("event").flatMap { _ in fields.columns("event")?.first }
    let by = fields.columns("by")?.first
    let weights = fields.columns("weights")?.first
    let options = readOptions(fields, in: reading)
    let times = fields.list("at", orSingle: true)?.compactMap { readTime($0, in: reading) } ?? []
    let adjustment = fields.choice("adjust", of: PAdjustment.self) ?? .holm
    let family = fields.choice("family", of: FamilyScope.self) ?? .block
    guard let data, let time, let event else { return nil }
    return SurvivalBlock(
      data: data, time: time, event: event, by: by, weights: weights, options: options,
      times: Set(times).sorted(), adjustment: adjustment, family: family)
  }

  private static func readOptions(_ fields: FieldReader, in reading: BlockReading)
    -> SurvivalComparison.Options
  {
    let horizon = fields.number("horizon")
    if let horizon, horizon <= 0 {
      reading.problems.error("a horizon lies above 0", at: fields.place(of: "horizon"))
    }
    return SurvivalComparison.Options(
      curve: KaplanMeier.Options(
        interval: fields.choice("interval", of: SurvivalInterval.self) ?? .logLog,
        level: fields.number("level", in: 0.5...0.999) ?? 0.95),
      weighting: fields.choice("test", of: LogRank.Weighting.self) ?? .logRank, horizon: horizon)
  }

  private static func readTime(_ node: SpecNode, in reading: BlockReading) -> Double? {
    guard let text = node.text("a time", problems: reading.problems) else { return nil }
    if let time = Double(text.text), time.isFinite, time >= 0 { return time }
    reading.problems.error(
      "'\(text.text)' is no time, expected a number from 0 on", at: text.place)
    return nil
  }

  package var expressions: [(expression: Expression, over: String?)] {
    [time, event, by, weights].compactMap(\.self).map { ($0.expression, data.name) }
  }

  package var queries: [(name: String, place: SourcePlace)] { [(data.name, data.place)] }

  package func checkTypes(_ types: KnownTypes, _ problems: Problems) {
    if let type = types(time.expression, over: data.name), !type.isNumeric {
      problems.add(timeError("\(type)"))
    }
    if let type = types(event.expression, over: data.name), !type.isNumeric, type != .boolean {
      problems.error(
        "'event' is true or false, or 1 or 0, but '\(event.name)' is \(type)",
        at: event.expression.place, hints: ["write a condition, such as 'status = 2'"])
    }
    if let weights { types.needNumbers(weights, over: data, problems) }
  }

  private func timeError(_ type: String) -> Diagnostic {
    Diagnostic(
      "'time' is a number, but '\(time.name)' is \(type)", at: time.expression.place,
      hints: ["the days between two dates: 'date_diff('day', started, ended)'"])
  }

  /// More curves than this cannot be told apart.
  private static let mostGroups = 10

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    let rows = try Rows(of: data, in: context.drawing)
    let none: ResultFields = [("groups", .array([])), ("tests", .array([]))]
    guard rows.count > 0 else { return .empty(rows.emptiness, results: none) }
    var labels: Column?
    if let by { labels = try rows.column(by) }
    let count = labels?.distinctValues.count ?? 1
    guard count <= SurvivalBlock.mostGroups else {
      return .empty(
        "'\(by?.name ?? "")' has \(count) values; at most \(SurvivalBlock.mostGroups) are compared.",
        results: none)
    }
    let columns = try columns(of: rows)
    let survival: SurvivalComparison
    do {
      survival = try SurvivalComparison(
        SurvivalRows(columns.times, events: columns.events, weights: columns.weights), by: labels,
        options)
    } catch {
      return .empty("No survival: \(error.reason).", results: none)
    }
    guard survival.groups.contains(where: { $0.curve != nil }) else {
      return .empty(
        "No row of '\(rows.query)' has both \(time.name) and \(event.name).", results: none)
    }
    let corrected = context.family.correct(
      survival.test.map { [$0.p] } ?? [], by: family == .report ? adjustment : .none, over: family)
    let printer = SurvivalPrinter(
      survival: survival, corrected: corrected, time: time.name,
      event: event.expression.columnName, by: by?.name, weights: weights?.name, times: times,
      drawing: context.drawing)
    return ComposedBlock(
      content: printer.content(id: id, width: context.width, colors: &context.colors),
      results: printer.results)
  }

  /// The columns that survival is made from.
  private typealias Columns = (times: Measured, events: [Bool?], weights: [Double]?)

  private func columns(of rows: Rows) throws(Diagnostic) -> Columns {
    let times = try rows.column(time)
    guard times.type.isNumeric else { throw timeError("\(times.type)") }
    var numbers: [Double]?
    if let weights { numbers = try rows.weights(weights).doubles }
    return (Measured(times), try outcomes(rows), numbers)
  }

  private func outcomes(_ rows: Rows) throws(Diagnostic) -> [Bool?] {
    let column = try rows.column(event)
    if case .boolean = column.values {
      return (0..<column.count).map { column[$0] == .null ? nil : column[$0] == .boolean(true) }
    }
    let numbers = column.doubles
    let other = numbers.indices.first { row in
      !column[row].isNull && numbers[row] != 0 && numbers[row] != 1
    }
    if let other {
      throw Diagnostic(
        "'event' is true or false, or 1 or 0, but '\(event.name)' holds \(column[other])",
        at: event.expression.place, hints: ["write a condition, such as 'status = 2'"])
    }
    return numbers.map { $0.isNaN ? nil : $0 == 1 }
  }
}
