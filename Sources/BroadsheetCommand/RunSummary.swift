import Diagnostics
import Pipeline

/// What a person reads at the end of a run.
struct RunSummary {
  let receipts: [RunReceipt]
  /// The output folder.
  let out: String

  /// Tells what became of each report, and ends the process with the run's exit status.
  func tellAndEnd() -> Never {
    let reports = receipts.flatMap(\.reports)
    Terminal.tell(receipts.flatMap(\.warnings) + reports.flatMap(\.diagnostics))
    for report in reports where report.state == .made {
      let files = report.outputs.map(\.name).filter { !$0.contains("/") }
      let names = files.isEmpty ? report.outputs.map(\.name) : files
      Terminal.write("\(out)/\(report.name)/  \(names.joined(separator: " "))")
    }
    for report in reports where report.state == .skipped {
      Terminal.write("\(report.name): skipped, \(report.reason ?? "")")
    }
    for report in reports where report.state == .failed {
      Terminal.write("\(report.name): failed, \(report.reason ?? "")", toErrors: true)
    }
    let made = reports.count { $0.state == .made }
    let skipped = reports.count { $0.state == .skipped }
    let failed = reports.count { $0.state == .failed }
    Terminal.write("\(made) made, \(skipped) skipped, \(failed) failed", toErrors: true)
    Terminal.exit(receipts.map(\.status).first { $0 != .made } ?? .made)
  }
}
