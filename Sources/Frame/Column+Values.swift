import Dates

extension Column {
  /// A column of a type from single values; a value that is not of the type is absent, save that
  /// numbers become doubles in a column of doubles.
  package init(_ values: [Value], type: ColumnType) {
    switch type {
    case .boolean:
      self.init(booleans: values.map { if case .boolean(let v) = $0 { v } else { nil } })
    case .integer:
      self.init(integers: values.map { if case .integer(let v) = $0 { v } else { nil } })
    case .decimal: self.init(decimals: values)
    case .double:
      self.init(doubles: values.map { if case .boolean = $0 { nil } else { $0.number } })
    case .text: self.init(texts: values.map { if case .text(let v) = $0 { v } else { nil } })
    case .date: self.init(dates: values.map { if case .date(let v) = $0 { v } else { nil } })
    case .timestamp:
      self.init(
        timestamps: values.map {
          switch $0 {
          case .timestamp(let v): v
          case .date(let v): Timestamp(v)
          default: nil
          }
        })
    }
  }

  /// A column of decimals at the largest scale among the values, integers counting as decimals; of
  /// doubles where one is a double already, or where 38 digits do not hold them all.
  private init(decimals values: [Value]) {
    if values.contains(where: { if case .double = $0 { true } else { false } }) {
      self.init(doubles: values.map(\.number))
      return
    }
    let scale = values.reduce(0) { scale, value in
      if case .decimal(_, let own) = value { max(scale, own) } else { scale }
    }
    var unscaled: [Int128] = []
    for value in values {
      let (number, own): (Int128, Int) =
        switch value {
        case .decimal(let unscaled, let own): (unscaled, own)
        case .integer(let value): (Int128(value), 0)
        default: (0, scale)
        }
      let (product, hasOverflowed) = number.multipliedReportingOverflow(
        by: Decimals.power(scale - own))
      if hasOverflowed {
        self.init(doubles: values.map(\.number))
        return
      }
      unscaled.append(product)
    }
    let presence = values.map { value in
      switch value {
      case .decimal, .integer: true
      default: false
      }
    }
    self.init(.decimal(unscaled, scale: scale), presence: presence)
  }

  /// The same value on every row.
  package init(repeating value: Value, count: Int, type: ColumnType) {
    self.init(Array(repeating: value, count: count), type: type)
  }
}

extension Value {
  /// The type of a column that holds such values; nil for null.
  package var type: ColumnType? {
    switch self {
    case .null: nil
    case .boolean: .boolean
    case .integer: .integer
    case .decimal: .decimal
    case .double: .double
    case .text: .text
    case .date: .date
    case .timestamp: .timestamp
    }
  }
}
