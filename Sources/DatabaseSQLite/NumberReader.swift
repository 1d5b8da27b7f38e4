import CSQLite
import Database
import Frame

/// Reads whole numbers, and doubles from the first value on that is not whole.
struct NumberReader: ColumnReading {
  private var integers: ColumnBuilder<Int64>?
  private var doubles = ColumnBuilder<Double>(filler: 0)
  /// Whether the values are whole numbers by the query's types: what has left their 64 bits is an
  /// overflow, with which SQLite goes on in doubles.
  private var isChecked = false

  init(isInteger: Bool) { integers = isInteger ? ColumnBuilder(filler: 0) : nil }

  /// Reads what a query computes as whole numbers.
  static var checkedIntegers: NumberReader {
    var reader = NumberReader(isInteger: true)
    reader.isChecked = true
    return reader
  }

  /// Goes on after other doubles.
  init(doubles: ColumnBuilder<Double>) { self.doubles = doubles }

  mutating func read(_ cell: Cell) -> Trouble? {
    switch cell.kind {
    case SQLITE_INTEGER: return append(cell.integer, cell)
    case SQLITE_FLOAT: return append(cell.double, cell)
    case SQLITE_NULL:
      appendMissing()
      return nil
    default: return cell.trouble(integers == nil ? "a number" : "a whole number")
    }
  }

  mutating func take(_ column: Int, of batch: borrowing Batch) -> Bool {
    guard integers != nil else {
      return batch.withDoubles(column) { doubles.append(contentsOf: $0) }
    }
    guard let numbers = batch.integers(column) else { return false }
    integers?.append(contentsOf: numbers)
    return true
  }

  /// Adds a row that has no value.
  mutating func appendMissing() {
    if integers == nil { doubles.appendMissing() } else { integers?.appendMissing() }
  }

  var column: Column {
    integers?.column(ColumnValues.integer) ?? doubles.column(ColumnValues.double)
  }

  private mutating func append(_ number: Int64, _ cell: Cell) -> Trouble? {
    if integers != nil {
      integers?.append(number)
      return nil
    }
    // Beyond 2^53 a double may not be that number.
    guard Int64(exactly: Double(number)) == number else {
      return cell.trouble("a number that a double holds exactly, as the column has fractions")
    }
    doubles.append(Double(number))
    return nil
  }

  private mutating func append(_ number: Double, _ cell: Cell) -> Trouble? {
    if isChecked, abs(number) >= 0x1p63 { return cell.trouble("a whole number of 64 bits") }
    if integers != nil {
      if let whole = Int64(exactly: number) {
        integers?.append(whole)
        return nil
      }
      if let trouble = widen(cell) { return trouble }
    }
    doubles.append(number)
    return nil
  }

  private mutating func widen(_ cell: Cell) -> Trouble? {
    guard let integers else { return nil }
    var isExact = true
    doubles = integers.mapping(filler: 0) { number in
      isExact = isExact && Int64(exactly: Double(number)) == number
      return Double(number)
    }
    self.integers = nil
    return isExact
      ? nil : cell.trouble("a whole number, as the column has ones that no double holds exactly")
  }
}

/// Reads true and false from numbers, which SQLite has in their place, and from the words.
struct BooleanReader: ColumnReading {
  private var flags = ColumnBuilder(filler: false)

  mutating func read(_ cell: Cell) -> Trouble? {
    switch cell.kind {
    case SQLITE_INTEGER: flags.append(cell.integer != 0)
    case SQLITE_FLOAT: flags.append(cell.double != 0)
    case SQLITE_NULL: flags.appendMissing()
    default:
      switch cell.text?.lowercased() {
      case "true", "t", "yes", "y": flags.append(true)
      case "false", "f", "no", "n": flags.append(false)
      default: return cell.trouble("true or false")
      }
    }
    return nil
  }

  var column: Column { flags.column(ColumnValues.boolean) }
}
