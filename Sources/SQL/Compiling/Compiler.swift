package import Diagnostics
package import Expressions

/// Words a statement for one database: text, and the values bound to its placeholders.
///
/// Each node has its visit; names go through the dialect's quotes, text and dates are bound,
/// numbers, booleans and null are written by the dialect's one literal writer. No text of a spec
/// reaches the SQL otherwise, save a person's own `sql:`.
package struct Compiler {
  let dialect: any Dialect
  let problems: Problems
  private var bindings: [BoundValue] = []

  private init(_ dialect: any Dialect, _ problems: Problems) {
    self.dialect = dialect
    self.problems = problems
  }

  /// Compiles a statement, noting what the database cannot do at its place.
  ///
  /// - Returns: The SQL with its bindings, or nil where an error was noted.
  package static func compile(
    _ statement: Statement, for dialect: any Dialect, problems: Problems
  ) -> CompiledQuery? {
    var compiler = Compiler(dialect, problems)
    guard let sql = compiler.visit(statement) else { return nil }
    return CompiledQuery(sql: sql, bindings: compiler.bindings, columns: statement.columns)
  }

  /// Compiles one expression, as for a test or an explanation.
  package static func compile(
    _ expression: CheckedExpression, for dialect: any Dialect, problems: Problems
  ) -> CompiledQuery? {
    var compiler = Compiler(dialect, problems)
    guard let worded = compiler.visit(expression) else { return nil }
    return CompiledQuery(
      sql: worded.sql, bindings: compiler.bindings,
      columns: [ScopeColumn(name: "value", type: expression.type)])
  }

  /// The placeholder of a bound value.
  mutating func bind(_ value: BoundValue) -> String {
    switch dialect.placeholders {
    case .question:
      bindings.append(value)
      return "?"
    case .numbered:
      if let known = bindings.firstIndex(of: value) { return dialect.placeholders.mark(known + 1) }
      bindings.append(value)
      return dialect.placeholders.mark(bindings.count)
    }
  }

  /// Notes that the database lacks something.
  func refuse(_ what: String, at place: SourcePlace?, hints: [String] = []) {
    problems.error("\(dialect.name) cannot \(what)", at: place, hints: hints)
  }
}
