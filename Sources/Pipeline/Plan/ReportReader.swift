import Charts
import Delivery
import Diagnostics
import Evaluation
import Formatting
import Pages
import Queries
import Spec

/// Reads a spec's root into a plan.
package struct ReportReader {
  private let fields: FieldReader
  private let problems: Problems

  /// The words for paper sizes.
  private enum Paper: String, CaseIterable {
    case a4, letter
  }

  /// Reads a file, with all its errors at once.
  package static func read(_ file: String) throws(RunFailure) -> ReportPlan {
    do {
      return try read(String(decoding: Files.read(file), as: UTF8.self), file: file)
    } catch let error as RunFailure {
      throw error
    } catch {
      let message = (error as? DeliveryError)?.message ?? "cannot read '\(file)'"
      throw RunFailure(.badSpec, [Diagnostic(message)])
    }
  }

  /// Reads the text of a file, with all its errors at once.
  package static func read(_ text: String, file: String) throws(RunFailure) -> ReportPlan {
    let problems = Problems()
    guard let root = SpecReader.read(text, file: file, problems: problems) else {
      throw RunFailure(problems)
    }
    let fields = FieldReader(root, subject: "a report", problems: problems)
    let plan = ReportReader(fields: fields, problems: problems).plan(file: file, text: text)
    fields.finish()
    guard var plan else { throw RunFailure(problems) }
    // What a block that could not be read would have used is not unused.
    if !problems.hasErrors { PlanMentions(plan).noteUnused(in: fields, problems: problems) }
    plan.faults = problems.sorted
    guard !problems.hasErrors || hasAllParts(plan, of: fields) else { throw RunFailure(problems) }
    return plan
  }

  /// Whether every query, parameter and the cohorts could be read: a missing one would make false
  /// errors where it is named.
  private static func hasAllParts(_ plan: ReportPlan, of fields: FieldReader) -> Bool {
    func count(_ key: String) -> Int {
      if case .mapping(let entries)? = fields.node(key)?.content { entries.count } else { 0 }
    }
    return count("queries") == plan.queries.plans.count
      && count("parameters") == plan.parameters.count
      && fields.has("cohorts") == (plan.cohorts != nil) && !plan.sources.isEmpty
  }

  private func plan(file: String, text: String) -> ReportPlan? {
    let title = fields.required("title").flatMap { _ in template("title") }
    let sources = sources()
    let parameters = (fields.entries("parameters") ?? []).compactMap {
      ParameterPlan($0, problems: problems)
    }
    let cohorts = fields.fields("cohorts", subject: "'cohorts'").flatMap {
      CohortPlan($0, problems: problems)
    }
    let queries = QuerySet(reading: fields.entries("queries") ?? [], problems: problems)
    let blocks = fields.required("report").map { ReportBlock.read(list: $0, problems: problems) }
    let checks = (fields.list("checks") ?? []).compactMap { CheckPlan($0, problems: problems) }
    let mail = mail()
    let theme = fields.fields("theme", subject: "'theme'").map {
      ThemePlan($0, problems: problems)
    }
    let (locale, zone, paper) = (locale(), fields.zone("timezone"), paper())
    let (standfirst, author) = (template("standfirst"), template("author"))
    guard let title, let blocks else { return nil }
    return ReportPlan(
      file: file, digest: Digest.sha256(text), title: title, standfirst: standfirst,
      author: author, sources: sources, parameters: parameters, cohorts: cohorts,
      queries: queries, blocks: blocks, checks: checks, mail: mail, locale: locale, zone: zone,
      paper: paper, theme: theme ?? ThemePlan())
  }

  private func template(_ key: String) -> TextTemplate? {
    fields.text(key).flatMap { TextTemplate(parsing: $0, problems: problems) }
  }

  private func sources() -> [ReportPlan.Source] {
    var sources: [ReportPlan.Source] = []
    if let url = fields.text("source") { sources.append(.init(name: nil, url: url)) }
    for entry in fields.entries("sources") ?? [] {
      if let url = entry.value.text("a source's URL", problems: problems) {
        sources.append(.init(name: entry.key, url: url))
      }
    }
    if sources.isEmpty {
      problems.error(
        "a report needs 'source'", at: fields.node.place,
        hints: ["add 'source: sqlite:///file.db'"])
    }
    return sources
  }

  private func mail() -> MailPlan? {
    guard let deliver = fields.fields("deliver", subject: "'deliver'") else { return nil }
    defer { deliver.finish() }
    return deliver.fields("email", subject: "'email'").map { MailPlan($0, problems: problems) }
  }

  private func locale() -> ReportLocale {
    guard let text = fields.text("locale") else { return .english }
    if let locale = ReportLocale(text.text) { return locale }
    problems.error(
      "there is no locale '\(text.text)'", at: text.place, hints: ["such as en, de, fr"])
    return .english
  }

  private func paper() -> PageFormat {
    switch fields.choice("paper", of: Paper.self) {
    case .letter: .letter
    case .a4, nil: .a4
    }
  }
}
