import Charts
package import Diagnostics
import Evaluation
package import Expressions
import Formatting
import Frame
import JSON
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
    let labels = (columns ?? []).flatMap { $0.label?.expressions ?? [] }
    return all.map { ($0, data.name) } + labels.map { ($0, nil) }
  }

  package var queries: [(name: String, place: SourcePlace)] { [(data.name, data.place)] }

  package func checkTypes(_ types: KnownTypes, _ problems: Problems) {
    for column in columns ?? [] {
      types.check(column.format, of: column.value, over: data.name, problems)
      guard column.hasBar || column.scale != nil, types(column.value, over: data.name) == .text
      else { continue }
      problems.error(
        "'\(column.hasBar ? "bar" : "scale")' shows numbers, but '\(column.name)' is text",
        at: column.value.place)
    }
  }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    let rows = try Rows(of: data, in: context.drawing)
    let chosen = columns ?? rows.everyColumn.filter { $0.name != group?.name }.map(TableColumn.init)
    let names = JSONValue.array(chosen.map { .string($0.name) })
    guard rows.count > 0 else {
      return .empty(
        rows.emptiness, results: [("columns", names), ("shown", 0), ("rows", 0)])
    }
    var set: [SetColumn] = []
    for column in chosen {
      set.append(
        try SetColumn(column, try rows.column(column.value), drawing: context.drawing))
    }
    let groups = try group.map { choice throws(Diagnostic) in try rows.column(choice) }
    let order = try order(of: rows).prefix(limit ?? rows.count)
    let shown = TableBlock.grouped(Array(order), by: groups)
    let printer = TablePrinter(
      columns: set, rows: shown, groups: groups, hasTotals: hasTotals,
      means: context.drawing.means[data.name] ?? [], drawing: context.drawing)
    var table = printer.table(set: shown)
    table.cut = cut(shown: shown.count, of: rows.count, in: context.drawing)
    return ComposedBlock(
      content: [.table(table)],
      results: [
        ("columns", names), ("shown", .count(shown.count)), ("rows", .count(rows.count)),
        ("values", printer.values(of: shown)),
      ] + printer.totalResults)
  }

  /// The rows by group in the order of the groups' values, in a group as they were.
  private static func grouped(_ rows: [Int], by groups: Column?) -> [Int] {
    guard let groups else { return rows }
    return groups.picking(rows).sortedRows().map { rows[$0] }
  }

  /// The row numbers in the order of the sort keys.
  private func order(of rows: Rows) throws(Diagnostic) -> [Int] {
    var keys: [(column: Column, descending: Bool)] = []
    for key in sort {
      keys.append(
        (try rows.column(ColumnChoice(name: "", expression: key.expression)), key.isDescending))
    }
    guard !keys.isEmpty else { return Array(0..<rows.count) }
    return DataFrame.sortedRows(count: rows.count, by: keys)
  }

  /// What was cut: `20 of 1,940 rows, by risk, highest first`.
  private func cut(shown: Int, of count: Int, in drawing: DrawingContext) -> String? {
    guard shown < count else { return nil }
    let formatter = drawing.formatter
    let rows = "\(formatter.count(shown)) of \(formatter.count(count)) rows"
    let keys = sort.map { key in
      "\(key.expression.columnName ?? "\(key.expression)"), "
        + (key.isDescending ? "highest first" : "lowest first")
    }
    return rows + (keys.isEmpty ? "" : ", by " + keys.joined(separator: ", then ")) + "."
  }
}
