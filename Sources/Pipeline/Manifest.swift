import Dates
import Delivery
import Evaluation
package import Diagnostics
package import Frame
import JSON
import Queries
package import SQL

/// What became of one report of a run.
package struct ReportReceipt: Sendable {
  /// How a report ended.
  package enum State: String, Hashable, Sendable {
    case made, skipped, failed
  }

  /// A file that was written.
  package struct Output: Hashable, Sendable {
    package let name: String
    package let byteCount: Int
    package let digest: String
  }

  /// The folder under the output folder, such as `cohorts/F-N`.
  package let name: String
  package let cohort: Cohort?
  package let state: State
  /// Why a report was skipped or failed.
  package let reason: String?
  package let status: ExitStatus
  package let diagnostics: [Diagnostic]
  package let outputs: [Output]
  let queries: [FetchedQuery.Receipt]
  let seconds: Double
}

/// `manifest.json`: what a run read and made, for those who must account for it.
struct Manifest {
  let receipts: [(report: PreparedReport, receipts: [ReportReceipt])]
  let version: String

  /// The manifest as JSON.
  var json: JSONValue {
    .object([
      ("broadsheet", .string(version)),
      ("specs", .array(receipts.map { spec($0.report, $0.receipts) })),
    ])
  }

  private func spec(_ report: PreparedReport, _ receipts: [ReportReceipt]) -> JSONValue {
    let plan = report.plan
    let parameters = plan.parameters.map { parameter in
      (
        key: parameter.name,
        value: parameter.isSecret
          ? JSONValue.string("secret") : JSONValue(report.parameters[parameter.name] ?? .null)
      )
    }
    return .object([
      ("file", .string(plan.file)), ("sha256", .string(plan.digest)),
      ("date", .string(report.date.description)), ("parameters", .object(parameters)),
      ("reports", .array(receipts.map { self.report($0, report) })),
    ])
  }

  private func report(_ receipt: ReportReceipt, _ report: PreparedReport) -> JSONValue {
    var fields: [(key: String, value: JSONValue)] = [("name", .string(receipt.name))]
    if let cohort = receipt.cohort {
      fields.append(("cohort", .object(cohort.values.map { ($0.name, JSONValue($0.value)) })))
    }
    fields.append(("state", .string(receipt.state.rawValue)))
    if let reason = receipt.reason { fields.append(("reason", .string(reason))) }
    let warnings = receipt.diagnostics.filter { $0.severity == .warning }
    if !warnings.isEmpty {
      fields.append(("warnings", .array(warnings.map { .string($0.message) })))
    }
    fields.append(("queries", .array(receipt.queries.map { query($0, report, receipt.cohort) })))
    fields.append(("outputs", .array(receipt.outputs.map(output))))
    fields.append(("seconds", .number(receipt.seconds.toMilliseconds)))
    return .object(fields)
  }

  private func output(_ output: ReportReceipt.Output) -> JSONValue {
    .object([
      ("file", .string(output.name)), ("bytes", .count(output.byteCount)),
      ("sha256", .string(output.digest)),
    ])
  }

  private func query(
    _ part: FetchedQuery.Receipt, _ report: PreparedReport, _ cohort: Cohort?
  ) -> JSONValue {
    let bound = BoundParameters(report: report, cohort: cohort)
    return .object([
      ("name", .string(part.query.name)), ("database", .string(part.query.dialect.name)),
      ("sql", .string(part.query.compiled.sql)),
      ("bound", .array(part.query.compiled.bindings.map { JSONValue(bound.shown($0)) })),
      ("rows", .count(part.rows)),
      ("fingerprint", .string(part.fingerprint)),
      ("snapshot", .boolean(part.isSnapshot)),
      ("seconds", .number(part.seconds.toMilliseconds)),
    ])
  }
}

/// The values bound to a report's queries, as they may be shown.
package struct BoundParameters {
  let report: PreparedReport
  let cohort: Cohort?

  package init(report: PreparedReport, cohort: Cohort?) {
    self.report = report
    self.cohort = cohort
  }

  /// A bound value for a person to read; a secret one is only called so.
  package func shown(_ bound: BoundValue) -> Frame.Value {
    switch bound {
    case .literal(let literal): return Value(literal)
    case .parameter(let name, _):
      if report.plan.parameters.contains(where: { $0.name == name && $0.isSecret }) {
        return .text("secret")
      }
      return cohort?.parameters[name] ?? report.parameters[name] ?? .null
    }
  }
}

extension Double {
  /// The number of seconds to the millisecond.
  fileprivate var toMilliseconds: Double { (self * 1000).rounded() / 1000 }
}
