import Charts
import Dates
import Diagnostics
import Drawing
import Evaluation
import Formatting
package import Frame
package import JSON
import Pages
import Queries

/// A report's words, tables and charts, before any page or markup.
struct ComposedReport: Sendable {
  let document: Document
  let results: JSONValue
  /// The mail's subject.
  let subject: String
  let warnings: [Diagnostic]
}

/// Composes one report from its rows.
struct Composition {
  let report: PreparedReport
  let cohort: Cohort?
  let fetched: [FetchedQuery]
  let world: Surroundings

  private var plan: ReportPlan { report.plan }
  private var formatter: ValueFormatter { ValueFormatter(locale: plan.locale) }

  /// What the report's own expressions may read.
  var data: ReportData {
    var parameters = report.parameters
    if let cohort { parameters.merge(cohort.parameters) { _, new in new } }
    let frames = Dictionary(
      fetched.map { ($0.name, $0.frame) }, uniquingKeysWith: { first, _ in first })
    return ReportData(frames: frames, parameters: parameters, now: Timestamp(report.date))
  }

  /// The checks that do not hold, in order.
  func failedChecks() throws(Diagnostic) -> [CheckPlan] {
    let evaluator = Evaluator(data)
    var failed: [CheckPlan] = []
    for check in plan.checks where try evaluator.value(of: check.condition) != .boolean(true) {
      failed.append(check)
    }
    return failed
  }

  /// The composed report; for phones with a second drawing of each wide chart.
  func compose(forPhones: Bool = false) throws(Diagnostic) -> ComposedReport {
    var data = data
    let title = try plan.title.text(with: Evaluator(data), formatter: formatter)
    data.parameters["title"] = .text(title)
    let evaluator = Evaluator(data)
    var drawing = DrawingContext(
      evaluator: evaluator, formatter: formatter, theme: plan.theme.theme,
      measuring: world.measuring, zone: plan.zone)
    drawing.means = plan.queries.means
    drawing.narrowWidth = forPhones ? DrawingContext.phone : nil
    var context = CompositionContext(drawing: drawing, width: plan.paper.textWidth)
    let composed = try ReportBlock.compose(report: plan.blocks, in: &context)
    let day = formatter.text(.date(report.date), format: ValueFormat("%-d %B %Y"))
    let standfirst = try plan.standfirst?.text(with: evaluator, formatter: formatter)
    let author = try plan.author?.text(with: evaluator, formatter: formatter)
    let document = Document(
      title: title, standfirst: standfirst.map { [Inline($0).bound] } ?? [],
      runningHead: (left: title, right: "Data as of \(day)"), language: plan.locale.tag,
      author: author, content: composed.content.map(\.bound))
    let subject = try plan.mail?.subject?.text(with: evaluator, formatter: formatter)
    return ComposedReport(
      document: document, results: results(title, composed.results), subject: subject ?? title,
      warnings: composed.warnings)
  }

  /// `results.json`: every number printed, no times, no machine facts.
  private func results(_ title: String, _ blocks: [JSONValue]) -> JSONValue {
    var fields: [(key: String, value: JSONValue)] = [
      ("title", .string(title)), ("date", .string(report.date.description)),
      ("parameters", .object(plan.parameters.map { ($0.name, shown($0)) })),
    ]
    if let cohort {
      fields.append(("cohort", .object(cohort.values.map { ($0.name, JSONValue($0.value)) })))
    }
    let queries = fetched.map { part in
      (key: part.name, value: JSONValue.object([("rows", .count(part.frame.rowCount))]))
    }
    return .object(fields + [("queries", .object(queries)), ("blocks", .array(blocks))])
  }

  private func shown(_ parameter: ParameterPlan) -> JSONValue {
    parameter.isSecret ? "secret" : JSONValue(report.parameters[parameter.name] ?? .null)
  }
}

extension JSONValue {
  /// A cell as JSON: numbers as numbers, dates and timestamps as text.
  package init(_ cell: Frame.Value) {
    switch cell {
    case .null: self = .null
    case .boolean(let value): self = .boolean(value)
    case .integer(let value): self = .integer(value)
    case .decimal, .double: self = .number(cell.number)
    case .text(let value): self = .string(value)
    case .date, .timestamp: self = .string(cell.description)
    }
  }
}
