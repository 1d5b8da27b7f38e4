import Diagnostics
package import Expressions
package import SQL

/// A checked expression over a table `t`: x double, n integer, m decimal, s and r text, d date, at
/// timestamp, b boolean; parameters `p` integer and `since` date.
package func checked(_ text: String) -> CheckedExpression? {
  let place = SourcePlace(file: "t", line: 1, column: 1)
  let problems = Problems()
  let scope = Scope(
    tables: [
      (
        alias: "t",
        columns: [
          ScopeColumn(name: "x", type: .double), ScopeColumn(name: "y", type: .double),
          ScopeColumn(name: "n", type: .integer), ScopeColumn(name: "m", type: .decimal),
          ScopeColumn(name: "s", type: .text), ScopeColumn(name: "r", type: .text),
          ScopeColumn(name: "d", type: .date), ScopeColumn(name: "at", type: .timestamp),
          ScopeColumn(name: "b", type: .boolean),
        ]
      )
    ], parameters: ["p": .integer, "since": .date])
  return Expression(parsing: SourceText(text, at: place), problems: problems)?
    .check(in: scope, problems: problems)
}

/// SQL without the quotes and the table's name, which would hide what a test is about.
package func plain(_ sql: String) -> String {
  sql.replacing("\"t\".", with: "").replacing("\"", with: "")
}

/// An expression over the table `t` of ``checked(_:)``, as a dialect words it, plain; what was told
/// where it cannot.
package func worded(_ text: String, for dialect: any Dialect) -> String {
  guard let expression = checked(text) else { return "not an expression: \(text)" }
  let problems = Problems()
  let compiled = Compiler.compile(expression, for: dialect, problems: problems)
  return compiled.map { plain($0.sql) } ?? problems.all.map(\.message).joined(separator: "; ")
}
