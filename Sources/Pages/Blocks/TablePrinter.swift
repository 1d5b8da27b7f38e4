import Charts
import Drawing
import Expressions
import Formatting
import Frame
import JSON
import Statistics

/// Prints chosen rows of set columns, with heads of groups and totals.
struct TablePrinter {
  let columns: [SetColumn]
  /// The printed rows, in order.
  let rows: [Int]
  /// The column whose values head groups of rows.
  let groups: Column?
  let hasTotals: Bool
  /// The columns of the query whose values do not add up.
  let means: Set<String>
  let drawing: DrawingContext

  private var formatter: ValueFormatter { drawing.formatter }

  func table(set rows: [Int]) -> TableContent {
    var printed: [TableContent.Row] = []
    printed.reserveCapacity(rows.count + 1)
    var group: Value?
    for row in rows {
      if let next = groups?[row], next != group {
        printed.append(.groupHead(formatter.text(next)))
        group = next
      }
      printed.append(.cells(columns.map { $0.cell(row) }))
    }
    if let totals = totalCells { printed.append(.totals(totals)) }
    let heads = Words.list(columns.map(\.head))
    return TableContent(
      columns: columns.map(\.content), rows: printed,
      summary: "Table of \(Words(formatter: formatter).count(rows.count, "row", "rows")): \(heads)")
  }

  /// The printed values at full precision, a list a row.
  func values(of rows: [Int]) -> JSONValue {
    .array(rows.map { row in .array(columns.map { JSONValue($0.values[row]) }) })
  }

  // MARK: Totals

  var totalResults: ResultFields {
    let totals = self.totals
    guard totals.contains(where: { $0 != nil }) else { return [] }
    let fields: ResultFields = zip(columns, totals).compactMap { column, total in
      total.map { (column.column.name, .number($0)) }
    }
    return [("totals", .object(fields))]
  }

  private var totalCells: [TableContent.Cell]? {
    let totals = self.totals
    guard totals.contains(where: { $0 != nil }) else { return nil }
    var cells = zip(columns, totals).map { column, total in
      TableContent.Cell(total.map { text($0, in: column) } ?? "")
    }
    if totals[0] == nil { cells[0].text = label }
    return cells
  }

  /// Totals are over all rows of the query, printed or cut.
  private var label: String {
    let kinds = Set(columns.compactMap(\.column.total))
    let word = kinds.count == 1 ? kinds.first?.word ?? "Total" : "Total"
    guard let count = columns.first?.values.count, count > rows.count else { return word }
    return "\(word) of all \(formatter.count(count)) rows"
  }

  private func text(_ total: Double, in column: SetColumn) -> String {
    if column.column.total == .count { return formatter.count(Int(total)) }
    let isWhole = column.values.type == .integer && total == total.rounded() && abs(total) < 1e15
    if isWhole { return column.text(.integer(Int64(total))) }
    if column.column.format != nil { return column.text(.double(total)) }
    let spread = Describe(column.values).standardDeviation
    return Digits(spread: spread).text(total, with: formatter)
  }

  private var totals: [Double?] {
    let isGiven = columns.contains { $0.column.total != nil }
    return columns.map { column in
      let isUsual = hasTotals && !isGiven && column.content.alignment == .right
      let usual: TableColumn.Total? =
        isUsual && column.column.value.addsUp(without: means) ? .sum : nil
      guard let total = column.column.total ?? usual else { return nil }
      return self.total(total, of: column.values)
    }
  }

  private func total(_ total: TableColumn.Total, of values: Column) -> Double? {
    let numbers = values.numbers.compactMap(\.self).filter(\.isFinite)
    switch total {
    case .count: return Double(values.count - values.missing)
    case .sum: return numbers.isEmpty ? nil : exactSum(numbers)
    case .mean: return numbers.isEmpty ? nil : exactSum(numbers) / Double(numbers.count)
    case .min: return numbers.min()
    case .max: return numbers.max()
    }
  }

  // Neumaier's sum: a total must not depend on the order in which rows arrive.
  private func exactSum(_ numbers: [Double]) -> Double {
    var sum = 0.0
    var lost = 0.0
    for number in numbers {
      let next = sum + number
      lost += abs(sum) >= abs(number) ? (sum - next) + number : (number - next) + sum
      sum = next
    }
    return sum + lost
  }
}
