package import Dates
package import SQL

/// A kind of file that a run writes.
package enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  case html, pdf, eml, json, csv, png

  /// What is written where the user does not say.
  package static let standard: [OutputFormat] = [.html, .pdf, .eml, .json, .png]
}

/// What a user asks of a run.
package struct RunOptions: Sendable {
  /// `name=value` as typed.
  package struct Given: Hashable, Sendable {
    package let name: String
    package let text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  package var parameters: [Given] = []
  /// Only cohorts with these values.
  package var cohort: [Given] = []
  /// The output folder.
  package var out = "output"
  package var formats: [OutputFormat] = OutputFormat.standard
  /// How many reports or queries are worked on at a time.
  package var jobs = 1
  /// The longest that one query may run; nil for as long as it takes.
  package var limit: Duration?
  /// The report's day; nil for the surroundings' today.
  package var date: CivilDate?
  /// Words the SQL for another database than the report's own, to be read and not to be run.
  package var dialect: (any Dialect)?
  /// Whether to do everything but write.
  package var isDryRun = false

  package init() {}
}
