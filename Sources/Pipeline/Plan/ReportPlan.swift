package import Dates
package import Diagnostics
package import Evaluation
package import Formatting
package import Pages
package import Queries

/// A spec as a typed plan: what to read, print, check and send, before any database is asked.
package struct ReportPlan: Sendable {
  /// A database that the report reads.
  package struct Source: Hashable, Sendable {
    /// The name that queries give; nil for a spec's only one.
    package let name: String?
    /// The URL as written, with its `${NAME}` still in it.
    package let url: SourceText
  }

  /// The spec's path as the user gave it.
  package let file: String
  /// SHA-256 of the spec.
  package let digest: String
  package let title: TextTemplate
  /// One sentence under the title.
  package let standfirst: TextTemplate?
  package let author: TextTemplate?
  package let sources: [Source]
  package let parameters: [ParameterPlan]
  package let cohorts: CohortPlan?
  package let queries: QuerySet
  package let blocks: [ReportBlock]
  package let checks: [CheckPlan]
  package let mail: MailPlan?
  package let locale: ReportLocale
  /// In whose local time charts tell moments; nil is UTC.
  package let zone: Zone?
  package let paper: PageFormat
  package let theme: ThemePlan
  /// Errors found while reading that leave the rest fit to be held against the database, so that all
  /// errors are told at once.
  package var faults: [Diagnostic] = []

  /// The report's own words, which may have values in them.
  package var words: [TextTemplate] { [title, standfirst, author].compactMap(\.self) }

  /// The name of the report's folder: the spec's file name without its ending.
  package var name: String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.lastIndex(of: ".").flatMap { $0 > last.startIndex ? String(last[..<$0]) : nil }
      ?? last
  }
}
