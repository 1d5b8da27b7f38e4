import Database
import Frame

/// Reads whole numbers: of any width, and decimals and doubles that are whole.
struct IntegerReader: ColumnReading {
  private var numbers = ColumnBuilder<Int64>(filler: 0)

  mutating func read(_ wire: WireColumn) throws(Trouble) {
    numbers.append(contentsOf: try values(wire), presence: wire.presence)
  }

  private func values(_ wire: WireColumn) throws(Trouble) -> [Int64] {
    switch wire.kind {
    case .bool, .bytes: throw wire.mismatch("whole numbers")
    case .byte: return wire.numbers(Int8.self) { Int64($0) }
    case .i16: return wire.numbers(Int16.self) { Int64($0) }
    case .i32: return wire.numbers(Int32.self) { Int64($0) }
    case .i64: return wire.numbers(Int64.self) { $0 }
    case .double: return try whole(wire)
    case .text:
      return try wire.texts(filler: 0, expected: "a whole number of 64 bits") { bytes in
        DecimalText(bytes).flatMap(\.whole)
      }
    }
  }

  private func whole(_ wire: WireColumn) throws(Trouble) -> [Int64] {
    let doubles = wire.numbers(UInt64.self) { Double(bitPattern: $0) }
    for (row, number) in doubles.enumerated()
    where Int64(exactly: number) == nil && !wire.isNull(row) {
      throw Trouble(row: row, found: "\(number)", expected: "a whole number of 64 bits")
    }
    return doubles.map { Int64(exactly: $0) ?? 0 }
  }

  var column: Column { numbers.column(ColumnValues.integer) }
}

/// Reads doubles: also from whole numbers, and from the text of decimals.
struct DoubleReader: ColumnReading {
  private var numbers = ColumnBuilder<Double>(filler: 0)

  mutating func read(_ wire: WireColumn) throws(Trouble) {
    numbers.append(contentsOf: try values(wire), presence: wire.presence)
  }

  private func values(_ wire: WireColumn) throws(Trouble) -> [Double] {
    switch wire.kind {
    case .bool, .bytes: throw wire.mismatch("numbers")
    case .byte: return wire.numbers(Int8.self) { Double($0) }
    case .i16: return wire.numbers(Int16.self) { Double($0) }
    case .i32: return wire.numbers(Int32.self) { Double($0) }
    case .i64: return wire.numbers(Int64.self) { Double($0) }
    case .double: return wire.numbers(UInt64.self) { Double(bitPattern: $0) }
    case .text:
      return try wire.texts(filler: 0, expected: "a number") {
        Double(String(decoding: $0, as: UTF8.self))
      }
    }
  }

  var column: Column { numbers.column(ColumnValues.double) }
}

/// Reads exact decimals, which come as text, and whole numbers as such.
struct DecimalReader: ColumnReading {
  private var decimals: DecimalBuilder
  /// Whether zeros at the end come from the engine's arithmetic and are left out.
  private let isComputed: Bool

  /// Starts at a scale, which grows with the values.
  init(scale: Int, isComputed: Bool) {
    decimals = DecimalBuilder(scale: scale)
    self.isComputed = isComputed
  }

  mutating func read(_ wire: WireColumn) throws(Trouble) {
    let expected =
      "a decimal of at most 38 digits, \(DecimalBuilder.mostDigits) of them after the point"
    let values: [DecimalText]
    switch wire.kind {
    case .bool, .bytes: throw wire.mismatch("decimals")
    case .text:
      values = try wire.texts(filler: DecimalText(0), expected: expected) { DecimalText($0) }
    case .double:
      values = try wire.doubleTexts(expected: expected)
    case .byte, .i16, .i32, .i64:
      values = wire.wholeNumbers.map { DecimalText($0) }
    }
    let presence = wire.presence
    for (row, value) in values.enumerated() {
      guard presence?[row] ?? true else {
        decimals.appendMissing()
        continue
      }
      let kept = isComputed || value.scale > DecimalBuilder.mostDigits ? value.shortest : value
      guard decimals.append(kept.unscaled, scale: kept.scale) else {
        throw Trouble(row: row, found: "'\(value.description)'", expected: expected)
      }
    }
  }

  var column: Column { decimals.column }
}

extension WireColumn {
  /// Whole numbers of any width.
  fileprivate var wholeNumbers: [Int64] {
    switch kind {
    case .byte: numbers(Int8.self) { Int64($0) }
    case .i16: numbers(Int16.self) { Int64($0) }
    case .i32: numbers(Int32.self) { Int64($0) }
    default: numbers(Int64.self) { $0 }
    }
  }

  /// Doubles as the shortest decimals that are them; nulls become zeros.
  fileprivate func doubleTexts(expected: String) throws(Trouble) -> [DecimalText] {
    var texts: [DecimalText] = []
    for (row, number) in numbers(UInt64.self, { Double(bitPattern: $0) }).enumerated() {
      guard let text = isNull(row) ? DecimalText(0) : DecimalText(shortest: number) else {
        throw Trouble(row: row, found: "\(number)", expected: expected)
      }
      texts.append(text)
    }
    return texts
  }
}
