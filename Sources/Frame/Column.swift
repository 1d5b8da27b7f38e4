package import Dates

/// The type of a column's values.
package enum ColumnType: String, Hashable, Sendable {
  case boolean, integer, decimal, double, text, date, timestamp

  /// Whether arithmetic and statistics apply.
  package var isNumeric: Bool { self == .integer || self == .decimal || self == .double }
}

/// The values of a column, all of one type; an absent value's place holds a filler.
package enum ColumnValues: Hashable, Sendable {
  case boolean([Bool])
  case integer([Int64])
  case decimal([Int128], scale: Int)
  case double([Double])
  case text([String])
  case date([CivilDate])
  case timestamp([Timestamp])
}

/// A column: values of one type and which of them are present.
///
/// Immutable; copies are free.
package struct Column: Hashable, Sendable {
  /// The values, with fillers where absent.
  package let values: ColumnValues
  /// Which values are present; nil where all are.
  package let presence: [Bool]?

  /// Makes a column; `presence` has as many entries as there are values, or is nil for all present.
  package init(_ values: ColumnValues, presence: [Bool]? = nil) {
    self.values = values
    self.presence = presence.flatMap { $0.allSatisfy { $0 } ? nil : $0 }
  }

  /// The type of the values.
  package var type: ColumnType {
    switch values {
    case .boolean: .boolean
    case .integer: .integer
    case .decimal: .decimal
    case .double: .double
    case .text: .text
    case .date: .date
    case .timestamp: .timestamp
    }
  }

  /// How many rows.
  package var count: Int {
    switch values {
    case .boolean(let values): values.count
    case .integer(let values): values.count
    case .decimal(let values, _): values.count
    case .double(let values): values.count
    case .text(let values): values.count
    case .date(let values): values.count
    case .timestamp(let values): values.count
    }
  }

  /// How many values are absent.
  package var missing: Int { presence?.count { !$0 } ?? 0 }

  /// Whether the value of a row is present.
  package func isPresent(_ row: Int) -> Bool { presence?[row] ?? true }

  /// The value of a row, null where absent.
  package subscript(row: Int) -> Value {
    guard isPresent(row) else { return .null }
    return switch values {
    case .boolean(let values): .boolean(values[row])
    case .integer(let values): .integer(values[row])
    case .decimal(let values, let scale): .decimal(unscaled: values[row], scale: scale)
    case .double(let values): .double(values[row])
    case .text(let values): .text(values[row])
    case .date(let values): .date(values[row])
    case .timestamp(let values): .timestamp(values[row])
    }
  }

  /// The values as doubles (see ``Value/number``), nil where absent or text.
  package var numbers: [Double?] {
    let doubles = self.doubles
    return doubles.indices.map { isPresent($0) && type != .text ? doubles[$0] : nil }
  }

  /// The values as doubles with NaN where absent or text: the form for statistics and scales.
  package var doubles: [Double] {
    let raw: [Double] =
      switch values {
      case .boolean(let values): values.map { $0 ? 1 : 0 }
      case .integer(let values): values.map(Double.init)
      case .decimal(let values, let scale): values.map { Decimals.double($0, scale: scale) }
      case .double(let values): values
      case .text(let values): values.map { _ in .nan }
      case .date(let values): values.map { Double($0.days) * 86_400 }
      case .timestamp(let values): values.map { Double($0.microseconds) / 1e6 }
      }
    guard let presence else { return raw }
    return zip(raw, presence).map { $1 ? $0 : .nan }
  }

  /// The rows at the given indices, in their order.
  package func picking(_ rows: [Int]) -> Column {
    let picked: ColumnValues =
      switch values {
      case .boolean(let values): .boolean(rows.map { values[$0] })
      case .integer(let values): .integer(rows.map { values[$0] })
      case .decimal(let values, let scale): .decimal(rows.map { values[$0] }, scale: scale)
      case .double(let values): .double(rows.map { values[$0] })
      case .text(let values): .text(rows.map { values[$0] })
      case .date(let values): .date(rows.map { values[$0] })
      case .timestamp(let values): .timestamp(rows.map { values[$0] })
      }
    return Column(picked, presence: presence.map { presence in rows.map { presence[$0] } })
  }
}

extension Column {
  /// A column of doubles, nil where absent.
  package init(doubles values: [Double?]) {
    self.init(.double(values.map { $0 ?? 0 }), presence: values.map { $0 != nil })
  }

  /// A column of integers, nil where absent.
  package init(integers values: [Int64?]) {
    self.init(.integer(values.map { $0 ?? 0 }), presence: values.map { $0 != nil })
  }

  /// A column of texts, nil where absent.
  package init(texts values: [String?]) {
    self.init(.text(values.map { $0 ?? "" }), presence: values.map { $0 != nil })
  }

  /// A column of booleans, nil where absent.
  package init(booleans values: [Bool?]) {
    self.init(.boolean(values.map { $0 ?? false }), presence: values.map { $0 != nil })
  }

  /// A column of days, nil where absent.
  package init(dates values: [CivilDate?]) {
    self.init(
      .date(values.map { $0 ?? CivilDate(days: 0) }), presence: values.map { $0 != nil })
  }

  /// A column of moments, nil where absent.
  package init(timestamps values: [Timestamp?]) {
    self.init(
      .timestamp(values.map { $0 ?? Timestamp(microseconds: 0) }),
      presence: values.map { $0 != nil })
  }
}
