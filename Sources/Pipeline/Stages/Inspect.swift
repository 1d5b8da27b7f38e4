package import Diagnostics
import Drawing
import Fitness
import Pages

/// What a strict check found in the finished drawings of a spec's reports.
package struct Inspection: Sendable {
  /// Each finding at the place of its block, once however many reports have it.
  package let findings: [Diagnostic]
  /// How many drawings were held against the gate.
  package let drawings: Int
  /// How many pages of paper were.
  package let pages: Int
  /// How many reports they belong to.
  package let reports: Int
  /// Warnings about the spec and its reports.
  package let warnings: [Diagnostic]
}

extension Run {
  /// Composes every report of a plan, as a run would, and holds its drawings against the fitness
  /// gate instead of exporting them.
  package func inspect(_ plan: ReportPlan) async throws(RunFailure) -> Inspection {
    let report = try await prepare(plan)
    let leading = try await beginReading(report)
    let (cohorts, _) = try await listCohorts(of: report, on: leading)
    let shared = try await fetchShared(report, leading)
    let outcomes = await each(of: cohorts, in: report, leading) { cohort, connections in
      do throws(RunFailure) {
        return Result<Inspected, RunFailure>.success(
          try await inspect(report, cohort, shared, on: connections))
      } catch {
        return .failure(error)
      }
    }
    var inspected: [Inspected] = []
    for outcome in outcomes { inspected.append(try outcome.get()) }
    if Task.isCancelled { throw .interrupted }
    return Inspection(
      findings: Inspected.findings(in: inspected),
      drawings: inspected.reduce(0) { $0 + $1.drawings },
      pages: inspected.reduce(0) { $0 + $1.pages },
      reports: inspected.count { !$0.isSkipped },
      warnings: report.warnings + inspected.flatMap(\.warnings))
  }

  private func inspect(
    _ report: PreparedReport, _ cohort: Cohort?, _ shared: [FetchedQuery],
    on connections: Connections
  ) async throws(RunFailure) -> Inspected {
    var making = Making(report: report, cohort: cohort, start: world.clock(), world: world)
    making.fetched = try await fetch(report, cohort, shared, on: connections)
    if try making.check() != nil { return Inspected(name: making.name, isSkipped: true) }
    let composed = try making.compose(OutputFormat.standard)
    var inspected = Inspected(name: making.name, isSkipped: false)
    inspected.warnings = composed.warnings
    let gate = FitnessGate(theme: report.plan.theme.theme, measuring: world.measuring)
    let places = BlockPlaces(report.plan.blocks)
    var told: [String?: Set<String>] = [:]
    for drawing in composed.document.content.flatMap({ $0.drawings(in: nil) }) {
      inspected.drawings += 1
      let findings = drawing.findings(by: gate)
        .filter { !drawing.isAgain || told[drawing.block]?.contains($0.kind) != true }
      told[drawing.block, default: []].formUnion(findings.map(\.kind))
      inspected.findings += findings.map { finding in
        Diagnostic(
          "\(drawing.name): \(finding)", at: drawing.block.flatMap(places.place(of:)),
          hints: [finding.remedy])
      }
    }
    let pages = PageLayout(theme: report.plan.theme.theme, measuring: world.measuring)
      .place(composed.document, on: report.plan.paper).pages
    inspected.pages = pages.count
    let known = told.values.reduce(into: Set()) { $0.formUnion($1) }
    var block: String?
    for (index, page) in pages.enumerated() {
      // What was told at a chart is not told again at the page that shows it.
      let findings = gate.findings(onPage: page.scene)
        .filter { !known.contains($0.kind) }
      inspected.findings += findings.map { finding in
        let holder = page.block(at: finding.place?.maxY) ?? block
        return Diagnostic(
          "page \(index + 1): \(finding)",
          at: holder.flatMap(places.place(of:)) ?? report.plan.start, hints: [finding.remedy])
      }
      block = page.block(at: nil) ?? block
    }
    return inspected
  }
}

extension Page {
  /// The last block that begins above a height, or on the page; nil where one of an earlier page
  /// goes on there.
  fileprivate func block(at height: Points?) -> String? {
    anchors.filter { anchor in height.map { anchor.value <= $0 } ?? true }
      .max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}

extension ReportPlan {
  /// Where its spec begins.
  fileprivate var start: SourcePlace { SourcePlace(file: file, line: 1, column: 1) }
}

/// What the gate said about one report.
private struct Inspected: Sendable {
  let name: String
  let isSkipped: Bool
  var drawings = 0
  var pages = 0
  var findings: [Diagnostic] = []
  var warnings: [Diagnostic] = []

  /// The findings of all reports, each once, with the reports that have it where there are several.
  static func findings(in reports: [Inspected]) -> [Diagnostic] {
    var order: [Diagnostic] = []
    var holders: [Diagnostic: [String]] = [:]
    for report in reports {
      for finding in report.findings where holders[finding]?.last != report.name {
        if holders[finding] == nil { order.append(finding) }
        holders[finding, default: []].append(report.name)
      }
    }
    guard reports.count > 1 else { return order }
    return order.map { finding in
      let names = holders[finding] ?? []
      let more = names.count > 1 ? " and \(names.count - 1) more" : ""
      return Diagnostic(
        "\(finding.message), in \(names.first ?? "")\(more)", at: finding.place,
        hints: finding.hints)
    }
  }
}

/// Where the blocks of a report stand in its spec, by id.
private struct BlockPlaces {
  private var places: [String: SourcePlace] = [:]

  init(_ blocks: [ReportBlock]) { add(blocks) }

  private mutating func add(_ blocks: [ReportBlock]) {
    for block in blocks {
      places[block.id] = block.place
      add(block.block.children)
    }
  }

  /// The place of a block; a repeated block has its own id with an ending.
  func place(of id: String) -> SourcePlace? {
    if let place = places[id] { return place }
    let stem = places.keys.filter { id.hasPrefix($0 + "-") }.max { ($0.count, $0) < ($1.count, $1) }
    return stem.flatMap { places[$0] }
  }
}
