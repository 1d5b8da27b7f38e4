import Diagnostics
import Evaluation
import Expressions
import Formatting
import Spec

extension FieldReader {
  /// A field that is an expression.
  func expression(_ key: String) -> Expression? {
    text(key).flatMap { Expression(parsing: $0, problems: problems) }
  }

  /// A field that is a text with `{{ expression }}` parts.
  func template(_ key: String) -> TextTemplate? {
    text(key).flatMap { TextTemplate(parsing: $0, problems: problems) }
  }

  /// A field that is a d3-format or a strftime format.
  func format(_ key: String) -> ValueFormat? {
    guard let text = text(key) else { return nil }
    if let format = ValueFormat(text.text) { return format }
    problems.error(
      "'\(text.text)' is no format", at: text.place,
      hints: ["numbers: ',.1f', '.0%', '~s'; dates: '%d %b %Y'"])
    return nil
  }

  /// The name of a query, with its place; its absence is an error.
  func query(_ key: String) -> QueryName? {
    guard let node = required(key),
      let text = node.text("'\(key)'", problems: problems)
    else { return nil }
    return QueryName(name: text.text, place: node.place)
  }

  /// A list of columns, each a name or an expression; nil where the field is not given.
  func columns(_ key: String) -> [ColumnChoice]? {
    list(key, orSingle: true)?.compactMap { node in
      guard let text = node.text("a column", problems: problems),
        let expression = Expression(parsing: text, problems: problems)
      else { return nil }
      return ColumnChoice(name: expression.columnName ?? text.text, expression: expression)
    }
  }
}

/// A query's name where a block names it.
struct QueryName: Hashable, Sendable {
  let name: String
  let place: SourcePlace
}

/// A column of a block's rows: a query's column, or an expression under its own text.
struct ColumnChoice: Hashable, Sendable {
  let name: String
  let expression: Expression

  init(name: String, expression: Expression) {
    self.name = name
    self.expression = expression
  }

  /// A column of the rows as they are.
  init(column name: String) {
    self.name = name
    expression = Expression(.name([name]), at: SourcePlace(file: "", line: 1, column: 1))
  }
}

extension Expression {
  /// The name of the one column that the expression is; nil for anything more.
  var columnName: String? {
    if case .name(let parts) = node, parts.count == 1 { return parts[0] }
    return nil
  }
}
