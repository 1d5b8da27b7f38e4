import Charts
package import Diagnostics
import Evaluation
package import Expressions
import Frame
import JSON
package import Spec
import Statistics

/// Correlations of all pairs of columns: heat map or table, with n, interval and adjusted p.
package struct CorrelationBlock: Block {
  package static let kind = "correlation"

  /// The coefficient.
  enum Method: String, Sendable, CaseIterable {
    case pearson, spearman, kendall
    /// What suits the two columns, text and booleans among them.
    case auto
  }

  /// What is printed.
  enum Show: String, Sendable, CaseIterable {
    case heatmap, table, both, pairs
  }

  /// In which order the heat map has the columns.
  enum Order: String, Sendable, CaseIterable {
    case given, cluster
  }

  let data: QueryName
  /// Nil for every column of the query that can be correlated.
  let columns: [ColumnChoice]?
  let method: Method
  /// The coefficient of two numbers.
  let numbers: CorrelationMethod
  let rows: CorrelationMatrix.Rows
  /// Columns that are held constant.
  let given: [ColumnChoice]
  let weights: ColumnChoice?
  let adjustment: PAdjustment
  package let family: FamilyScope
  let level: Double
  let show: Show
  /// Categories that colour the rows of a pair plot.
  let color: ColumnChoice?
  let order: Order

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> CorrelationBlock? {
    let data = fields.query("data")
    let columns = fields.columns("columns")
    let method = fields.choice("method", of: Method.self) ?? .pearson
    let numbers = fields.choice("numbers", of: CorrelationMethod.self)
    let rows = fields.choice("rows", of: CorrelationMatrix.Rows.self) ?? .pairwise
    let given = fields.columns("given") ?? []
    let weights = fields.has("weights") ? fields.columns("weights")?.first : nil
    let adjustment = fields.choice("adjust", of: PAdjustment.self) ?? .holm
    let family = fields.choice("family", of: FamilyScope.self) ?? .block
    let level = fields.number("level", in: 0.5...0.9999) ?? 0.95
    let show = fields.choice("show", of: Show.self) ?? .heatmap
    let color = fields.has("color") ? fields.columns("color")?.first : nil
    let order = fields.choice("order", of: Order.self) ?? .given
    if let columns, columns.count < 2 {
      reading.problems.error(
        "a correlation needs at least 2 columns, found \(columns.count)",
        at: fields.place(of: "columns"))
    }
    return data.map {
      let block = CorrelationBlock(
        data: $0, columns: columns, method: method,
        numbers: CorrelationMethod(rawValue: method.rawValue) ?? numbers ?? .pearson, rows: rows,
        given: given, weights: weights, adjustment: adjustment, family: family, level: level,
        show: show, color: color, order: order)
      block.checkTogether(fields, in: reading)
      return block
    }
  }

  /// Fields that do not go together.
  private func checkTogether(_ fields: FieldReader, in reading: BlockReading) {
    if fields.has("numbers"), method != .auto {
      reading.problems.error(
        "'numbers' goes with 'method: auto'", at: fields.place(of: "numbers"),
        hints: ["'method: \(method.rawValue)' says already how two numbers are correlated"])
    }
    for key in ["given", "weights"]
    where fields.has(key) && (method == .auto || numbers == .kendall) {
      reading.problems.error(
        "'\(key)' goes with 'method: pearson' or 'spearman', found '\(method.rawValue)'",
        at: fields.place(of: key))
    }
    if show == .pairs { checkPairs(fields, in: reading) }
    if fields.has("color"), show != .pairs {
      reading.problems.error(
        "'color' goes with 'show: pairs'", at: fields.place(of: "color"))
    }
    if fields.has("given"), fields.has("weights") {
      reading.problems.error(
        "'given' and 'weights' do not go together", at: fields.place(of: "weights"))
    }
  }

  /// What a pair plot cannot show.
  private func checkPairs(_ fields: FieldReader, in reading: BlockReading) {
    if method == .auto {
      reading.problems.error(
        "'show: pairs' draws numbers, found 'method: auto'", at: fields.place(of: "method"),
        hints: ["'method: pearson', 'spearman' or 'kendall' correlates numbers"])
    }
    if let columns, columns.count > PairPlot.most {
      reading.problems.error(
        "'show: pairs' has room for \(PairPlot.most) columns, found \(columns.count)",
        at: fields.place(of: "columns"), hints: ["'show: heatmap' has room for more"])
    }
  }

  package var expressions: [(expression: Expression, over: String?)] {
    ((columns ?? []) + given + [weights, color].compactMap(\.self)).map {
      ($0.expression, data.name)
    }
  }

  package var queries: [(name: String, place: SourcePlace)] { [(data.name, data.place)] }

  package func checkTypes(_ types: KnownTypes, _ problems: Problems) {
    if method != .auto {
      for choice in columns ?? [] {
        types.needNumbers(choice, over: data, hint: hint(forWordsIn: choice), problems)
      }
    }
    for choice in given + [weights].compactMap(\.self) {
      types.needNumbers(choice, over: data, problems)
    }
  }

  /// What to do with a column of words.
  private func hint(forWordsIn choice: ColumnChoice) -> String {
    show == .pairs
      ? "'show: pairs' draws numbers: leave '\(choice.name)' out, or let it be the 'color'"
      : "'method: auto' relates columns of words too"
  }

  /// More columns than this are no matrix that a reader can follow.
  private static let mostColumns = 100
  /// A column of more words than this is taken for names, where the author chose no columns.
  private static let mostCategories = 50

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    let rows = try Rows(of: data, in: context.drawing)
    let none = results(of: [], family: [])
    guard rows.count > 0 else { return .empty(rows.emptiness, results: none) }
    let chosen = if let columns { columns } else { try usable(of: rows) }
    guard (2...CorrelationBlock.mostColumns).contains(chosen.count) else {
      return .empty(
        chosen.count < 2
          ? "'\(rows.query)' has fewer than two columns \(method == .auto ? "to relate" : "of numbers")."
          : "\(chosen.count) columns; at most \(CorrelationBlock.mostColumns) are correlated.",
        results: none)
    }
    let matrix: AssociationMatrix
    let (variables, options) = (try variables(chosen, of: rows), try options(of: rows))
    do {
      matrix = try AssociationMatrix(variables, options)
    } catch {
      return .empty("No correlation: \(error.reason).", results: none)
    }
    let printer = CorrelationPrinter(
      matrix: matrix, block: self,
      corrected: context.family.correct(matrix.pairs.map(\.p), by: adjustment, over: family),
      drawing: context.drawing)
    var content: [Content] = []
    if show == .pairs {
      guard chosen.count <= PairPlot.most else {
        return .empty(
          "\(chosen.count) columns; at most \(PairPlot.most) are drawn in pairs.", results: none)
      }
      let plot = try pairPlot(chosen, of: rows, printer)
      content.append(.chart(printer.chart(of: plot, width: context.width, &context.colors), id: id))
    }
    if show == .heatmap || show == .both {
      content.append(.chart(printer.chart(width: context.width), id: id))
    }
    if show == .table || show == .both { content.append(.table(printer.table())) }
    if show == .table { content.append(.note([Inline(printer.note)])) }
    return ComposedBlock(
      content: content,
      results: results(of: printer.results, family: printer.corrected.results))
  }

  private func pairPlot(
    _ chosen: [ColumnChoice], of rows: Rows, _ printer: CorrelationPrinter
  ) throws(Diagnostic) -> PairPlot {
    var columns: [[Double]] = []
    for choice in chosen { columns.append(try rows.numbers(choice).doubles) }
    var colors: (field: String, label: String, column: Column)?
    if let color {
      colors = (color.expression.description, color.name, try rows.column(color))
    }
    return PairPlot(
      names: chosen.map(\.name), columns: columns, colors: colors, cells: printer.cells)
  }

  private func variables(_ chosen: [ColumnChoice], of rows: Rows) throws(Diagnostic)
    -> [AssociationMatrix.Variable]
  {
    var variables: [AssociationMatrix.Variable] = []
    for choice in chosen {
      let column =
        method == .auto
        ? try rows.column(choice)
        : try rows.numbers(choice, hint: hint(forWordsIn: choice))
      variables.append(
        AssociationMatrix.Variable(choice.name, column, isMixed: method == .auto))
    }
    return variables
  }

  private func options(of rows: Rows) throws(Diagnostic) -> AssociationMatrix.Options {
    var options = AssociationMatrix.Options()
    (options.numbers, options.rows, options.level) = (numbers, self.rows, level)
    for choice in given { options.given.append(Measured(try rows.numbers(choice))) }
    if let weights { options.weights = try rows.weights(weights).doubles }
    return options
  }

  /// The columns that are correlated where the author chose none: numbers, and with `auto` also
  /// booleans and words that recur.
  private func usable(of rows: Rows) throws(Diagnostic) -> [ColumnChoice] {
    let used = Set((given + [weights].compactMap(\.self)).map(\.name))
    var usable: [ColumnChoice] = []
    for choice in rows.everyColumn where !used.contains(choice.name) {
      let column = try rows.column(choice)
      switch column.type {
      case .integer, .decimal, .double: usable.append(choice)
      case .boolean where method == .auto: usable.append(choice)
      case .text where method == .auto:
        let count = column.distinctValues.count
        if count <= CorrelationBlock.mostCategories, count < column.count { usable.append(choice) }
      default: continue
      }
    }
    return usable
  }

  private func results(of pairs: [JSONValue], family: ResultFields) -> ResultFields {
    var fields: ResultFields = [
      ("method", .string(method.rawValue)), ("adjust", .string(adjustment.rawValue)),
      ("rows", .string(rows.rawValue)), ("level", .number(level)),
    ]
    if !given.isEmpty { fields.append(("given", .array(given.map { .string($0.name) }))) }
    if let weights { fields.append(("weights", .string(weights.name))) }
    return fields + family + [("pairs", .array(pairs))]
  }
}
