package import Diagnostics
import Evaluation
package import Expressions
import Formatting
import JSON
package import Spec

/// Key figures side by side: value, unit, comparison, sparkline.
package struct FiguresBlock: Block {
  package static let kind = "figures"
  package static let shortField: String? = "items"

  /// One key figure.
  struct Item: Sendable {
    let label: TextTemplate
    let value: Expression
    let unit: TextTemplate?
    let format: ValueFormat?
    let compare: Expression?
    let compareLabel: TextTemplate?
    let spark: Spark?
  }

  /// The values behind a sparkline: an expression over the rows of a query.
  struct Spark: Sendable {
    let data: QueryName
    let value: Expression
  }

  let items: [Item]

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> FiguresBlock? {
    guard fields.required("items") != nil, let nodes = fields.list("items") else { return nil }
    return FiguresBlock(items: nodes.compactMap { readItem($0, problems: reading.problems) })
  }

  private static func readItem(_ node: SpecNode, problems: Problems) -> Item? {
    let fields = FieldReader(node, subject: "a figure", problems: problems)
    let label = fields.required("label").flatMap { _ in fields.template("label") }
    let value = fields.required("value").flatMap { _ in fields.expression("value") }
    let unit = fields.template("unit")
    let format = fields.format("format")
    let compare = readComparison(fields)
    let compareLabel = fields.template("compare_label")
    let spark = fields.node("spark").flatMap { readSpark($0, problems: problems) }
    fields.finish()
    guard let label, let value else { return nil }
    return Item(
      label: label, value: value, unit: unit, format: format, compare: compare,
      compareLabel: compareLabel, spark: spark)
  }

  private static func readComparison(_ fields: FieldReader) -> Expression? {
    guard let text = fields.text("compare") else { return nil }
    guard text.text != "previous" else {
      fields.problems.error(
        "a figure cannot be compared with the previous run yet", at: text.place,
        hints: ["compare it with an expression, such as 'compare: everyone.risk'"])
      return nil
    }
    return fields.expression("compare")
  }

  /// `query.column`, or `{data: query, value: expression}`.
  private static func readSpark(_ node: SpecNode, problems: Problems) -> Spark? {
    if case .mapping = node.content {
      let fields = FieldReader(node, subject: "a sparkline", problems: problems)
      let data = fields.query("data")
      let value = fields.required("value").flatMap { _ in fields.expression("value") }
      fields.finish()
      guard let data, let value else { return nil }
      return Spark(data: data, value: value)
    }
    guard let text = node.text("'spark'", problems: problems),
      let expression = Expression(parsing: text, problems: problems)
    else { return nil }
    if case .name(let parts) = expression.node, parts.count == 2 {
      let column = Expression(.name([parts[1]]), at: expression.place)
      return Spark(data: QueryName(name: parts[0], place: expression.place), value: column)
    }
    problems.error(
      "a sparkline needs a query's column, found '\(text.text)'", at: node.place,
      hints: ["write 'query.column', or '{data: query, value: expression}'"])
    return nil
  }

  package var expressions: [(expression: Expression, over: String?)] {
    items.flatMap { item -> [(expression: Expression, over: String?)] in
      let words = [item.label, item.unit, item.compareLabel].compactMap(\.self)
      let whole = words.flatMap(\.expressions) + [item.value, item.compare].compactMap(\.self)
      return whole.map { ($0, nil) }
        + [item.spark].compactMap { $0.map { ($0.value, $0.data.name) } }
    }
  }

  package func checkTypes(_ types: KnownTypes, _ problems: Problems) {
    for item in items { types.check(item.format, of: item.value, over: nil, problems) }
  }

  package var queries: [(name: String, place: SourcePlace)] {
    items.compactMap { $0.spark.map { ($0.data.name, $0.data.place) } }
  }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    var tiles: [FigureTile] = []
    var values: [JSONValue] = []
    for item in items {
      let figure = try ComposedFigure(item, in: context.drawing)
      tiles.append(figure.tile)
      values.append(figure.result)
    }
    guard !tiles.isEmpty else { return .empty("No figures.") }
    return ComposedBlock(content: [.figures(tiles)], results: [("values", .array(values))])
  }
}
