import Delivery
import Diagnostics

/// One report while it is made: what is known of it so far, and its receipt at the end.
struct Making {
  let report: PreparedReport
  let cohort: Cohort?
  let start: Int64
  let world: Surroundings
  var fetched: [FetchedQuery] = []
  private var warnings: [Diagnostic] = []

  init(report: PreparedReport, cohort: Cohort?, start: Int64, world: Surroundings) {
    self.report = report
    self.cohort = cohort
    self.start = start
    self.world = world
  }

  /// The folder under the output folder.
  var name: String {
    let own = FolderName.encoded(report.plan.name)
    return cohort.map { "\(own)/\($0.name)" } ?? own
  }

  private var composition: Composition {
    Composition(report: report, cohort: cohort, fetched: fetched, world: world)
  }

  /// Holds the data against the checks: a reason to skip the report, or nil to make it.
  mutating func check() throws(RunFailure) -> String? {
    for check in try failedChecks() {
      let message = "the check '\(check.text)' does not hold"
      switch check.otherwise {
      case .fail: throw RunFailure(.checkFailed, [Diagnostic(message, at: check.place)])
      case .skip: return message
      case .warn: warnings.append(Diagnostic(message, at: check.place, severity: .warning))
      }
    }
    return nil
  }

  private func failedChecks() throws(RunFailure) -> [CheckPlan] {
    do throws(Diagnostic) {
      return try composition.failedChecks()
    } catch {
      throw RunFailure(.badSpec, [error])
    }
  }

  /// Composes the report for the formats that are made of it.
  mutating func compose(_ formats: [OutputFormat]) throws(RunFailure) -> ComposedReport {
    do throws(Diagnostic) {
      let composed = try composition.compose(forPhones: formats.contains(.html))
      warnings += composed.warnings
      return composed
    } catch {
      throw RunFailure(.cannotWrite, [error])
    }
  }

  /// The receipt of a report whose files are in their place.
  func made(_ files: [ReportFile]) -> ReportReceipt {
    let outputs = files.map { file in
      ReportReceipt.Output(
        name: file.name, byteCount: file.bytes.count, digest: Digest.sha256(file.bytes))
    }
    return receipt(.made, reason: nil, .made, warnings, outputs)
  }

  /// The receipt of a report that its own rule skipped.
  func skipped(_ reason: String) -> ReportReceipt {
    receipt(.skipped, reason: reason, .made, warnings, [])
  }

  /// The receipt of a report that broke off.
  func failed(_ failure: RunFailure) -> ReportReceipt {
    receipt(
      .failed, reason: failure.diagnostics.first?.message, failure.status,
      warnings + failure.diagnostics, [])
  }

  private func receipt(
    _ state: ReportReceipt.State, reason: String?, _ status: ExitStatus,
    _ diagnostics: [Diagnostic], _ outputs: [ReportReceipt.Output]
  ) -> ReportReceipt {
    world.progress("\(name): \(state.rawValue)")
    return ReportReceipt(
      name: name, cohort: cohort, state: state, reason: reason, status: status,
      diagnostics: diagnostics, outputs: outputs,
      queries: fetched.map(\.receipt),
      seconds: Double(world.clock() - start) / 1e9)
  }
}
