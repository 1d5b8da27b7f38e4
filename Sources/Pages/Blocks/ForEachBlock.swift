import Charts
package import Diagnostics
import Evaluation
package import Expressions
import Frame
import Formatting
import JSON
package import Spec

/// Blocks repeated for each value of a column, each time with only that value's rows.
package struct ForEachBlock: Block {
  package static let kind = "for_each"
  /// How many values are printed where `limit` is not given.
  static let defaultLimit = 50
  let data: QueryName
  let by: ColumnChoice
  let limit: Int
  let blocks: [ReportBlock]

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> ForEachBlock? {
    let data = fields.query("data")
    let by = fields.required("by").flatMap { _ in fields.columns("by")?.first }
    let limit = fields.integer("limit", in: 1...1000) ?? defaultLimit
    let blocks = fields.required("blocks").map { ReportBlock.read(list: $0, in: reading) }
    guard let data, let by, let blocks else { return nil }
    return ForEachBlock(data: data, by: by, limit: limit, blocks: blocks)
  }

  package var expressions: [(expression: Expression, over: String?)] {
    [(by.expression, data.name)]
  }
  package var queries: [(name: String, place: SourcePlace)] { [(data.name, data.place)] }
  package var children: [ReportBlock] { blocks }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    let rows = try Rows(of: data, in: context.drawing)
    guard rows.count > 0 else { return .empty(rows.emptiness) }
    let key = try rows.column(by)
    let groups = DataFrame.groups(count: rows.count, by: [key])
      .sorted { Value.isOrdered($0.key[0], before: $1.key[0]) }
    var composed = ComposedBlock(content: [])
    for (index, group) in groups.prefix(limit).enumerated() {
      let label = context.drawing.formatter.text(group.key[0])
      try add(group.rows, of: rows, "\(id)-\(index + 1)", label, to: &composed, in: &context)
    }
    if groups.count > limit {
      composed.content.append(.note([Inline("\(limit) of \(groups.count) values of \(by.name).")]))
    }
    return composed
  }

  private func add(
    _ picked: [Int], of rows: Rows, _ anchor: String, _ label: String,
    to composed: inout ComposedBlock, in context: inout CompositionContext
  ) throws(Diagnostic) {
    let evaluator = context.drawing.evaluator
    defer { context.drawing.evaluator = evaluator }
    var data = evaluator.data
    data.frames[self.data.name] = rows.frame.picking(picked)
    context.drawing.evaluator = Evaluator(data)
    let part = try ReportBlock.compose(blocks, in: &context)
    composed.content.append(.heading(level: 2, text: label, anchor: anchor))
    composed.content += part.content.map { Content.renamed($0, suffix: anchor) }
    composed.nested += part.results.map { $0.renamed(suffix: anchor) }
    composed.warnings += part.warnings
  }
}

extension Content {
  /// The content with ids that differ from those of other repetitions.
  fileprivate static func renamed(_ content: Content, suffix: String) -> Content {
    switch content {
    case .heading(let level, let text, let anchor):
      .heading(level: min(3, level + 1), text: text, anchor: "\(anchor)-\(suffix)")
    case .chart(let chart, let id): .chart(chart, id: "\(id)-\(suffix)")
    case .block(let id, let inner):
      .block(id: "\(id)-\(suffix)", inner.map { renamed($0, suffix: suffix) })
    case .choice(let id, let options):
      .choice(
        id: "\(id)-\(suffix)",
        options.map { ($0.label, $0.content.map { renamed($0, suffix: suffix) }) })
    case .columns(let columns):
      .columns(columns.map { ($0.share, $0.content.map { renamed($0, suffix: suffix) }) })
    default: content
    }
  }
}

extension JSONValue {
  fileprivate func renamed(suffix: String) -> JSONValue {
    guard case .object(let fields) = self else { return self }
    return .object(
      fields.map { field in
        guard field.key == "id", case .string(let id) = field.value else { return field }
        return (field.key, .string("\(id)-\(suffix)"))
      })
  }
}
