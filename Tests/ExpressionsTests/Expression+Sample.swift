import Diagnostics
import Expressions

/// A text that stands on line 1 of a file `t`.
func source(_ text: String) -> SourceText {
  SourceText(
    text, at: SourcePlace(file: "t", line: 1, column: 1, length: text.count, lineText: text))
}

/// Parses text that is meant to be right; the problems of one that is not.
func parsed(_ text: String) -> (expression: Expression?, told: [String]) {
  let problems = Problems()
  let expression = Expression(parsing: source(text), problems: problems)
  return (expression, problems.told)
}

extension Problems {
  /// What was noted, one line each: `column: message; hint; hint`.
  var told: [String] {
    all.map { diagnostic in
      let place = diagnostic.place.map { "\($0.column)+\($0.length): " } ?? ""
      return place + ([diagnostic.message] + diagnostic.hints).joined(separator: "; ")
    }
  }
}

extension Scope {
  /// The scope of a query over users and sensors.
  static let sample = Scope(
    tables: [
      (
        alias: "users",
        columns: [
          ScopeColumn(name: "userid", type: .integer, isNullable: false),
          ScopeColumn(name: "gender", type: .text), ScopeColumn(name: "age", type: .integer),
          ScopeColumn(name: "weight", type: .decimal), ScopeColumn(name: "risk", type: .double),
          ScopeColumn(name: "born", type: .date), ScopeColumn(name: "active", type: .boolean),
          ScopeColumn(name: "photo", type: .unsupported("BLOB")),
        ]
      ),
      (
        alias: "s",
        columns: [
          ScopeColumn(name: "user_id", type: .integer), ScopeColumn(name: "steps", type: .double),
          ScopeColumn(name: "timestamp", type: .timestamp),
          ScopeColumn(name: "age", type: .integer),
        ]
      ),
    ],
    parameters: ["min_age": .integer, "since": .date, "cohort.gender": .text, "share": .double])

  /// The scope of a report's own expressions over the rows of `people`.
  static let local = Scope(
    tables: [
      (
        alias: nil,
        columns: [ScopeColumn(name: "risk", type: .double), ScopeColumn(name: "day", type: .date)]
      )
    ],
    queries: [
      (
        name: "people",
        columns: [
          ScopeColumn(name: "risk", type: .double), ScopeColumn(name: "gender", type: .text),
        ]
      )
    ],
    parameters: ["title": .text, "cohort.gender": .text, "report_date": .date], isLocal: true)
}
