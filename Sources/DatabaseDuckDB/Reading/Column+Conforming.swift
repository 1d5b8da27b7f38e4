import Database
import Dates
import Expressions
import Frame

/// A value that is not of the type that its column must have.
struct Misfit: Error {
  /// The row, from 0.
  let row: Int
  let expected: String
}

extension Column {
  /// The same values in a column of the type that a query's check found.
  ///
  /// DuckDB gives a wider number for some expressions, such as 128 bits for the sum of integers.
  func conforming(to type: ValueType) throws(Misfit) -> Column {
    switch (values, type) {
    case (.boolean, .boolean), (.integer, .integer), (.decimal, .decimal), (.double, .double),
      (.text, .text), (.date, .date), (.timestamp, .timestamp):
      return self
    case (_, .null), (_, .interval), (_, .unsupported): return self
    case (.decimal(let values, let scale), .integer):
      let one = Decimals.power(scale)
      return try converted(values, to: "a whole number of at most 63 bits", 0, ColumnValues.integer)
      { $0 % one == 0 ? Int64(exactly: $0 / one) : nil }
    case (.double(let values), .integer):
      return try converted(values, to: "a whole number", 0, ColumnValues.integer) {
        Int64(exactly: $0)
      }
    case (.integer(let values), .decimal):
      return Column(.decimal(values.map { Int128($0) }, scale: 0), presence: presence)
    case (.integer, .double), (.decimal, .double):
      return Column(
        .double(doubles.enumerated().map { isPresent($0) ? $1 : 0 }), presence: presence)
    case (.double(let values), .decimal): return try decimals(values)
    case (.date(let values), .timestamp):
      return Column(.timestamp(values.map { Timestamp($0) }), presence: presence)
    case (.timestamp(let values), .date):
      return try converted(
        values, to: "a date without a time", CivilDate(days: 0), ColumnValues.date
      ) { $0.microsecondOfDay == 0 ? $0.date : nil }
    case (_, .text):
      return Column(
        .text((0..<count).map { isPresent($0) ? self[$0].description : "" }), presence: presence)
    default:
      guard let row = (0..<count).first(where: isPresent) else {
        return Column(missing: count, type)
      }
      throw Misfit(row: row, expected: type.description)
    }
  }

  /// The same whole numbers in 63 bits each, where they all fit.
  var shortened: Column { (try? conforming(to: .integer)) ?? self }

  private func converted<From, To>(
    _ values: [From], to expected: String, _ filler: To, _ word: ([To]) -> ColumnValues,
    _ convert: (From) -> To?
  ) throws(Misfit) -> Column {
    var results: [To] = []
    results.reserveCapacity(values.count)
    for (row, value) in values.enumerated() {
      if let result = convert(value) {
        results.append(result)
      } else if isPresent(row) {
        throw Misfit(row: row, expected: expected)
      } else {
        results.append(filler)
      }
    }
    return Column(word(results), presence: presence)
  }

  private func decimals(_ values: [Double]) throws(Misfit) -> Column {
    var builder = DecimalBuilder(scale: 0)
    for (row, value) in values.enumerated() {
      if !isPresent(row) {
        builder.appendMissing()
      } else if !builder.append(value, slack: 0) {
        throw Misfit(row: row, expected: "a decimal")
      }
    }
    return builder.column
  }

  /// A column that has no value at all.
  private init(missing count: Int, _ type: ValueType) {
    switch type {
    case .boolean: self.init(booleans: Array(repeating: nil, count: count))
    case .integer: self.init(integers: Array(repeating: nil, count: count))
    case .decimal:
      self.init(
        .decimal(Array(repeating: 0, count: count), scale: 0),
        presence: Array(repeating: false, count: count))
    case .double: self.init(doubles: Array(repeating: nil, count: count))
    case .date: self.init(dates: Array(repeating: nil, count: count))
    case .timestamp: self.init(timestamps: Array(repeating: nil, count: count))
    case .text, .interval, .null, .unsupported:
      self.init(texts: Array(repeating: nil, count: count))
    }
  }
}
