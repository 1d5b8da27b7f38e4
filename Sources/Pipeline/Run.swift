import Delivery
package import Diagnostics
package import Frame
import JSON
import Queries

/// What became of a run.
package struct RunReceipt: Sendable {
  package let reports: [ReportReceipt]
  package let status: ExitStatus
  /// Warnings about the run as a whole.
  package let warnings: [Diagnostic]
}

/// Makes the reports of specs: the way of data, a line a stage.
package struct Run: Sendable {
  let options: RunOptions
  let world: Surroundings
  let version: String

  package init(options: RunOptions, in world: Surroundings, version: String) {
    self.options = options
    self.world = world
    self.version = version
  }

  /// Makes every report of one spec: for each cohort, or the one where there are none.
  package func make(_ file: String) async throws(RunFailure) -> RunReceipt {
    let plan = try ReportReader.read(file)  // 1, 2: YAML -> typed plan
    let report = try await prepare(plan)  // 3: plan + reflected schema -> SQL
    let leading = try await beginReading(report)
    let (cohorts, leftOut) = try await listCohorts(of: report, on: leading)
    let shared = try await fetchShared(report, leading)  // 4: SQL -> columns, once for all cohorts
    let receipts = await each(of: cohorts, in: report, leading) { cohort, connections in
      await make(report, cohort, shared, on: connections)
    }
    try publishManifest(of: report, receipts)
    if Task.isCancelled { throw .interrupted }
    return RunReceipt(
      reports: receipts, status: status(of: receipts),
      warnings: report.warnings + note(leftOut, in: report))
  }

  /// One report, from its rows to its files in their place; what breaks fails only this report.
  private func make(
    _ report: PreparedReport, _ cohort: Cohort?, _ shared: [FetchedQuery],
    on connections: Connections
  ) async -> ReportReceipt {
    var making = Making(report: report, cohort: cohort, start: world.clock(), world: world)
    do throws(RunFailure) {
      making.fetched = try await fetch(report, cohort, shared, on: connections)  // 4: SQL -> rows
      if let reason = try making.check() { return making.skipped(reason) }
      let composed = try making.compose(options.formats)  // 5, 6: columns -> statistics, scenes
      let files = try await export(composed, making)  // 7, 8: blocks -> pages, markup -> bytes
      return making.made(try publish(files, as: making.name))  // 9: bytes -> disk
    } catch {
      return making.failed(error)
    }
  }

  /// Steps of the run that other commands take too.
  package func prepare(_ plan: ReportPlan) async throws(RunFailure) -> PreparedReport {
    try await Preparation(plan: plan, options: options, world: world).prepare()
  }

  /// The cohorts of a report, or the one report without a cohort.
  package func listCohorts(of report: PreparedReport) async throws(RunFailure)
    -> (cohorts: [Cohort?], leftOut: Int)
  {
    let latest = Connections(report.sources, options: options, world: world, view: .latest)
    return try await listCohorts(of: report, on: latest)
  }

  func listCohorts(
    of report: PreparedReport, on connections: Connections
  ) async throws(RunFailure) -> (cohorts: [Cohort?], leftOut: Int) {
    let listed = try await CohortListing(report: report, options: options, world: world)
      .list(on: connections)
    return (report.cohorts == nil ? [nil] : listed.cohorts, listed.leftOut)
  }

  /// The rows of one query of a spec, for the one cohort that was asked for where it reads one.
  package func rows(of name: String, in file: String) async throws(RunFailure) -> DataFrame {
    let report = try await prepare(try ReportReader.read(file))
    guard let query = report.queries.first(where: { $0.name == name }) else {
      let known = report.queries.map(\.name)
      throw RunFailure(
        .badSpec,
        [Diagnostic("there is no query '\(name)'", hints: hints(forUnknown: name, among: known))])
    }
    var parameters = report.parameters
    if query.dependsOnCohort {
      let cohorts = try await listCohorts(of: report).cohorts.compactMap(\.self)
      guard cohorts.count == 1 else {
        throw RunFailure(
          .badSpec,
          [
            Diagnostic(
              "query '\(name)' reads one cohort, and there are \(cohorts.count)",
              hints: ["choose one with '--cohort name=value'"])
          ])
      }
      parameters.merge(cohorts[0].parameters) { _, new in new }
    }
    let connections = Connections(
      report.sources, options: options, world: world, view: .latest)
    return try await Fetching(report: report, world: world)
      .fetch(query, parameters: parameters, on: connections).frame
  }

  /// Opens the databases that a report prints from, each at the state that the whole run reads.
  func beginReading(_ report: PreparedReport) async throws(RunFailure) -> Connections {
    let leading = Connections(report.sources, options: options, world: world, view: .snapshot)
    for query in report.queries where query.isPrinted {
      _ = try await leading.connection(for: query.source, query: query.name)
    }
    return leading
  }

  /// Does a piece of work for each item: on the leading connections where it is done one after
  /// another, else side by side on others that join their snapshots.
  func each<Item: Sendable, Outcome: Sendable>(
    of items: [Item], in report: PreparedReport, _ leading: Connections,
    _ work: @escaping @Sendable (Item, Connections) async -> Outcome
  ) async -> [Outcome] {
    // A snapshot can be joined while the connection that began it is open.
    defer { withExtendedLifetime(leading) {} }
    guard options.jobs > 1, items.count > 1 else {
      var outcomes: [Outcome] = []
      for item in items where !Task.isCancelled { outcomes.append(await work(item, leading)) }
      return outcomes
    }
    let snapshots = leading.snapshots
    return await inParallel(
      items, jobs: options.jobs,
      connections: {
        Connections(report.sources, options: options, world: world, view: .joining(snapshots))
      }, work)
  }

  func fetchShared(
    _ report: PreparedReport, _ leading: Connections
  ) async throws(RunFailure) -> [FetchedQuery] {
    let queries = report.queries.filter { $0.isPrinted && !$0.dependsOnCohort }
    let fetching = Fetching(report: report, world: world)
    let outcomes = await each(of: queries, in: report, leading) { query, connections in
      do throws(RunFailure) {
        return Result<FetchedQuery, RunFailure>.success(
          try await fetching.fetch(query, parameters: report.parameters, on: connections))
      } catch {
        return .failure(error)
      }
    }
    var fetched: [FetchedQuery] = []
    for outcome in outcomes { fetched.append(try outcome.get()) }
    if Task.isCancelled { throw .interrupted }
    return fetched
  }

  func fetch(
    _ report: PreparedReport, _ cohort: Cohort?, _ shared: [FetchedQuery],
    on connections: Connections
  ) async throws(RunFailure) -> [FetchedQuery] {
    let fetching = Fetching(report: report, world: world)
    let parameters = report.parameters.merging(cohort?.parameters ?? [:]) { _, new in new }
    var fetched: [FetchedQuery] = []
    for query in report.queries where query.isPrinted {
      if let known = shared.first(where: { $0.name == query.name }) {
        fetched.append(known)
      } else {
        fetched.append(try await fetching.fetch(query, parameters: parameters, on: connections))
      }
    }
    return fetched
  }

  private func export(_ composed: ComposedReport, _ making: Making) async throws(RunFailure)
    -> [ReportFile]
  {
    try await Exporting(report: making.report, formats: options.formats, world: world)
      .files(of: composed, making.fetched)
  }

  private func publish(_ files: [ReportFile], as name: String) throws(RunFailure) -> [ReportFile] {
    guard !options.isDryRun else { return files }
    do throws(DeliveryError) {
      let folder = OutputFolder(options.out)
      folder.removeAbandoned()
      try folder.publish(files.map { ($0.name, $0.bytes) }, as: name)
    } catch {
      throw RunFailure(.cannotWrite, [Diagnostic(error.message)])
    }
    return files
  }

  private func publishManifest(of report: PreparedReport, _ receipts: [ReportReceipt])
    throws(RunFailure)
  {
    guard !options.isDryRun else { return }
    let manifest = Manifest(receipts: [(report, receipts)], version: version)
    do throws(DeliveryError) {
      try OutputFolder(options.out)
        .publish(Array((manifest.json.text() + "\n").utf8), asFile: "manifest.json")
    } catch {
      throw RunFailure(.cannotWrite, [Diagnostic(error.message)])
    }
  }

  /// One failed report's own status; partly failed where others were made.
  private func status(of receipts: [ReportReceipt]) -> ExitStatus {
    let failed = receipts.filter { $0.state == .failed }
    guard let first = failed.first else { return .made }
    return failed.count < receipts.count ? .partlyFailed : first.status
  }

  private func note(_ leftOut: Int, in report: PreparedReport) -> [Diagnostic] {
    guard leftOut > 0, let plan = report.plan.cohorts else { return [] }
    let columns = plan.columns.joined(separator: ", ")
    return [
      Diagnostic(
        "\(leftOut) of the distinct values of \(columns) hold a null and make no cohort",
        at: plan.query.place, severity: .warning)
    ]
  }
}
