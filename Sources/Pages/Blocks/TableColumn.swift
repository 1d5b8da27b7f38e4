import Evaluation
import Charts
import Diagnostics
import Drawing
import Expressions
import Formatting
import Spec

/// One column of a table block as the author wrote it.
struct TableColumn: Sendable {
  /// How a total is computed from the column's present values.
  enum Total: String, Sendable, CaseIterable {
    case sum, mean, min, max, count

    /// What heads the row of totals where all of them are of this kind.
    var word: String {
      switch self {
      case .sum: "Total"
      case .mean: "Mean"
      case .min: "Smallest"
      case .max: "Largest"
      case .count: "Count"
      }
    }
  }

  /// How the author wants cells to stand.
  enum Align: String, Sendable, CaseIterable {
    case left, right, center
  }

  /// The key in `results.json`: a column's name, or the expression's text.
  let name: String
  let value: Expression
  var label: TextTemplate?
  var format: ValueFormat?
  var hasBar = false
  /// Which colours the cells' grounds take.
  var scale: ColorRamp?
  var align: Align?
  var total: Total?

  init(name: String, value: Expression) {
    self.name = name
    self.value = value
  }

  /// A column of the query as it is.
  init(_ choice: ColumnChoice) { self.init(name: choice.name, value: choice.expression) }

  /// A column is a name, an expression, or a mapping with `value`.
  static func read(_ node: SpecNode, problems: Problems) -> TableColumn? {
    guard case .mapping = node.content else {
      guard let text = node.text("a column", problems: problems),
        let value = Expression(parsing: text, problems: problems)
      else { return nil }
      return TableColumn(name: value.columnName ?? text.text, value: value)
    }
    let fields = FieldReader(node, subject: "a column", problems: problems)
    let text = fields.required("value").flatMap { _ in fields.text("value") }
    var column = text.flatMap { text in
      Expression(parsing: text, problems: problems)
        .map { TableColumn(name: $0.columnName ?? text.text, value: $0) }
    }
    column?.label = fields.template("label")
    column?.format = fields.format("format")
    column?.hasBar = fields.boolean("bar") ?? false
    column?.scale = fields.choice("scale", of: ColorRamp.self)
    column?.align = fields.choice("align", of: Align.self)
    column?.total = fields.choice("total", of: Total.self)
    if column != nil { fields.finish() }
    return column
  }

  /// The head: the label, or the name in words (`num_steps` is `Num steps`).
  func head(in context: DrawingContext) throws(Diagnostic) -> String {
    try label?.plain(in: context) ?? TableColumn.words(name)
  }

  /// A column's name in words.
  static func words(_ name: String) -> String {
    let spaced = String(name.map { $0 == "_" ? " " : $0 })
    return spaced.prefix(1).uppercased() + spaced.dropFirst()
  }
}
