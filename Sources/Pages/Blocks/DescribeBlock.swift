import Charts
package import Diagnostics
import Evaluation
package import Expressions
import Formatting
import Frame
import JSON
import Statistics
package import Spec

/// Summary statistics of columns: n, missing, mean, spread, quartiles, shape.
package struct DescribeBlock: Block {
  package static let kind = "describe"
  let data: QueryName
  /// Nil for every column of the query.
  let columns: [ColumnChoice]?
  let by: ColumnChoice?
  let settings: DescribeSettings

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> DescribeBlock? {
    let data = fields.query("data")
    let columns = fields.columns("columns")
    let by = fields.has("by") ? fields.columns("by")?.first : nil
    let settings = DescribeSettings(fields)
    return data.map { DescribeBlock(data: $0, columns: columns, by: by, settings: settings) }
  }

  package var expressions: [(expression: Expression, over: String?)] {
    ((columns ?? []) + [by, settings.weights].compactMap(\.self)).map { ($0.expression, data.name) }
  }

  package var queries: [(name: String, place: SourcePlace)] { [(data.name, data.place)] }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    let rows = try Rows(of: data, in: context.drawing)
    let chosen = columns ?? rows.everyColumn
    guard rows.count > 0 else { return .empty(rows.emptiness, results: [("rows", .array([]))]) }
    guard !chosen.isEmpty else { return .empty("No columns in '\(rows.query)'.") }
    let groups = try groups(of: rows, in: context.drawing)
    let numbers = try settings.weights.map { choice throws(Diagnostic) in
      try rows.weights(choice).doubles
    }
    var columns: [(name: String, column: Column)] = []
    for choice in chosen where choice.name != by?.name && choice.name != settings.weights?.name {
      columns.append((choice.name, try rows.column(choice)))
    }
    let weights: FrequencyWeights?
    var measured: [DescribedColumn] = []
    do throws(StatisticsError) {
      weights = try numbers.map { numbers throws(StatisticsError) in try FrequencyWeights(numbers) }
      for (name, column) in columns {
        measured.append(
          try DescribedColumn(
            name: name, column: column, groups: groups, weights: weights, settings))
      }
    } catch {
      return .empty("No description: \(error.reason).", results: [("rows", .array([]))])
    }
    let printer = DescribePrinter(
      by: by.map { TableColumn.words($0.name) }, drawing: context.drawing, rowCount: rows.count,
      settings: settings, weights: weights)
    return ComposedBlock(
      content: printer.content(of: measured),
      results: [("rows", .array(measured.flatMap(\.results)))])
  }

  /// The rows of each group in the order of their labels; one group without a label where the
  /// block compares none.
  private func groups(of rows: Rows, in context: DrawingContext) throws(Diagnostic)
    -> [DescribedColumn.Group]
  {
    guard let by else { return [DescribedColumn.Group(label: nil, text: nil, rows: nil)] }
    let labels = try rows.column(by)
    return DataFrame.groups(count: rows.count, by: [labels])
      .sorted { Value.isOrdered($0.key[0], before: $1.key[0]) }
      .map { group in
        DescribedColumn.Group(
          label: group.key[0], text: context.formatter.text(group.key[0]), rows: group.rows)
      }
  }
}
