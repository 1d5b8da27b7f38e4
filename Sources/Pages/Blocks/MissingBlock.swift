import Charts
package import Diagnostics
import Drawing
import Evaluation
package import Expressions
import Formatting
import Frame
import JSON
package import Spec
import Statistics

/// Missing values: by column, where they lie, and which columns lack them together.
package struct MissingBlock: Block {
  package static let kind = "missing"

  /// What is printed.
  enum Show: String, Sendable, CaseIterable {
    case map, table, both
  }

  let data: QueryName
  /// Nil for every column of the query.
  let columns: [ColumnChoice]?
  let by: ColumnChoice?
  let show: Show
  /// How many patterns are listed at the most.
  let patterns: Int

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> MissingBlock? {
    let data = fields.query("data")
    let columns = fields.columns("columns")
    let by = fields.has("by") ? fields.columns("by")?.first : nil
    let show = fields.choice("show", of: Show.self) ?? .both
    let patterns = fields.integer("patterns", in: 0...100) ?? 8
    return data.map {
      MissingBlock(data: $0, columns: columns, by: by, show: show, patterns: patterns)
    }
  }

  package var expressions: [(expression: Expression, over: String?)] {
    ((columns ?? []) + [by].compactMap(\.self)).map { ($0.expression, data.name) }
  }

  package var queries: [(name: String, place: SourcePlace)] { [(data.name, data.place)] }

  /// More groups than this do not fit beside each other.
  private static let mostGroups = 8

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    let rows = try Rows(of: data, in: context.drawing)
    let none: ResultFields = [("rows", .array([]))]
    guard rows.count > 0 else { return .empty(rows.emptiness, results: none) }
    var chosen: [(name: String, column: Column)] = []
    for choice in (columns ?? rows.everyColumn) where choice.name != by?.name {
      chosen.append((choice.name, try rows.column(choice)))
    }
    guard !chosen.isEmpty else { return .empty("No columns in '\(rows.query)'.", results: none) }
    let groups = try groups(of: rows, in: context.drawing)
    let printer: MissingPrinter
    do {
      printer = try MissingPrinter(
        columns: chosen, groups: groups, by: by.map { TableColumn.words($0.name) },
        mostPatterns: patterns, drawing: context.drawing)
    } catch {
      return .empty("No count of missing values: \(error.reason).", results: none)
    }
    return ComposedBlock(
      content: content(of: printer, id: id, width: context.width), results: printer.results)
  }

  private func content(of printer: MissingPrinter, id: String, width: Points) -> [Content] {
    var content: [Content] = []
    if show != .table, printer.hasMissing {
      content.append(.chart(printer.chart(width: width), id: id))
    }
    if show != .map {
      content.append(.table(printer.table()))
      if let patterns = printer.patternTable() { content.append(.table(patterns)) }
    }
    return content + [.note([Inline(printer.note)])]
  }

  /// The largest groups in the order of their labels; none where the block compares none.
  private func groups(of rows: Rows, in context: DrawingContext) throws(Diagnostic)
    -> [MissingPrinter.Group]
  {
    guard let by else { return [] }
    let labels = try rows.column(by)
    let groups = DataFrame.groups(count: rows.count, by: [labels])
    // The size decides which are shown, and the label their order.
    let largest = groups.sorted { a, b in
      a.rows.count != b.rows.count
        ? a.rows.count > b.rows.count : Value.isOrdered(a.key[0], before: b.key[0])
    }.prefix(MissingBlock.mostGroups)
    return largest.sorted { Value.isOrdered($0.key[0], before: $1.key[0]) }.map { group in
      MissingPrinter.Group(
        label: group.key[0], text: context.formatter.text(group.key[0]), rows: group.rows,
        isCut: groups.count > largest.count)
    }
  }
}
