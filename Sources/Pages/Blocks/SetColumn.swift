import Diagnostics
import Charts
import Drawing
import Formatting
import Frame

/// A table's column with its values: how each becomes a cell.
struct SetColumn {
  let column: TableColumn
  let values: Column
  let head: String
  private let formatter: ValueFormatter
  private let digits: Digits?
  /// The column's smallest and largest number; nil where there is none.
  private let range: ClosedRange<Double>?

  init(_ column: TableColumn, _ values: Column, drawing: DrawingContext) throws(Diagnostic) {
    self.column = column
    head = try column.head(in: drawing)
    self.values = values
    formatter = drawing.formatter
    let isDouble = values.type == .double && column.format == nil
    digits = isDouble ? Digits(for: values.doubles) : nil
    let needsRange = column.hasBar || column.scale != nil
    range = needsRange ? SetColumn.range(of: values) : nil
  }

  private static func range(of values: Column) -> ClosedRange<Double>? {
    let finite = values.doubles.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return nil }
    return low...high
  }

  var content: TableContent.Column {
    TableContent.Column(head: head, alignment: alignment, hasBars: column.hasBar)
  }

  private var alignment: TableContent.Alignment {
    if let align = column.align { return TableContent.Alignment(rawValue: align.rawValue) ?? .left }
    return values.type.isNumeric && !isIdentifier ? .right : .left
  }

  /// Whether the column names things by number: such numbers are not compared, so they stand like
  /// words and without grouping.
  private var isIdentifier: Bool {
    let name = column.name.lowercased()
    guard values.type == .integer, column.format == nil, !column.hasBar else { return false }
    return name == "id" || name.hasSuffix("_id") || name == "userid"
  }

  func cell(_ row: Int) -> TableContent.Cell {
    let value = values[row]
    var cell = TableContent.Cell(text(value))
    guard let range, let number = value.number, number.isFinite, values.type != .text else {
      return cell
    }
    if column.hasBar { cell.bar = bar(number, in: range) }
    if let ramp = column.scale { cell.fill = ramp.paint(at: place(number, in: range, ramp)) }
    return cell
  }

  func text(_ value: Value) -> String {
    if case .double(let number) = value, let digits { return digits.text(number, with: formatter) }
    if isIdentifier { return value.isNull ? formatter.text(.null) : value.description }
    return formatter.text(value, format: column.format)
  }

  /// The bar from zero to the number, on a scale that holds zero and all numbers.
  private func bar(_ number: Double, in range: ClosedRange<Double>) -> ClosedRange<Double>? {
    let (low, high) = (min(0, range.lowerBound), max(0, range.upperBound))
    // Halves, because the difference of two huge numbers may be infinite.
    let room = high / 2 - low / 2
    guard room > 0 else { return nil }
    let (zero, end) = ((0 - low) / 2 / room, (number / 2 - low / 2) / room)
    return min(zero, end)...max(zero, end)
  }

  private func place(_ number: Double, in range: ClosedRange<Double>, _ ramp: ColorRamp) -> Double {
    if ramp.isDiverging {
      let arm = max(abs(range.lowerBound), abs(range.upperBound))
      return arm > 0 ? number / arm / 2 + 0.5 : 0.5
    }
    let room = range.upperBound / 2 - range.lowerBound / 2
    return room > 0 ? (number / 2 - range.lowerBound / 2) / room : 0.5
  }
}
