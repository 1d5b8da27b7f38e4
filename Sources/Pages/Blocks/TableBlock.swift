package import Diagnostics
package import Expressions
import Formatting
package import Spec

/// The rows of a query as a table: formats, bars, colour scales, groups, totals.
package struct TableBlock: Block {
  package static let kind = "table"
  let data: QueryName
  /// Nil for every column of the query.
  let columns: [TableColumn]?
  let sort: [SortKey]
  let limit: Int?
  let group: ColumnChoice?
  let hasTotals: Bool

  /// One key of the order of the rows.
  struct SortKey: Sendable {
    let expression: Expression
    let isDescending: Bool
  }

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> TableBlock? {
    let data = fields.query("data")
    let columns = fields.list("columns")?.compactMap {
      TableColumn.read($0, problems: reading.problems)
    }
    let sort = (fields.list("sort", orSingle: true) ?? []).compactMap {
      readSortKey($0, problems: reading.problems)
    }
    let limit = fields.integer("limit", in: 1...1_000_000)
    let group = fields.has("group") ? fields.columns("group")?.first : nil
    let hasTotals = fields.boolean("totals") ?? false
    guard let data else { return nil }
    return TableBlock(
      data: data, columns: columns, sort: sort, limit: limit, group: group, hasTotals: hasTotals)
  }

  private static func readSortKey(_ node: SpecNode, problems: Problems) -> SortKey? {
    guard let text = node.text("'sort'", problems: problems) else { return nil }
    let isDescending = text.text.utf8.first == UInt8(ascii: "-")
    let bare = isDescending ? text.slice(1..<text.text.utf8.count) : text
    return Expression(parsing: bare, problems: problems)
      .map { SortKey(expression: $0, isDescending: isDescending) }
  }

  package var expressions: [(expression: Expression, over: String?)] {
    let own = (columns ?? []).map(\.value) + sort.map(\.expression)
    let all = own + [group?.expression].compactMap(\.self)
    return all.map { ($0, data.name) }
  }

  package var queries: [(name: String, place: SourcePlace)] { [(data.name, data.place)] }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    ComposedBlock(content: [])
  }
}
