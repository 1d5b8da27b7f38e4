import Database
import Frame

/// Reads whole numbers.
struct IntegerReader: ColumnReading {
  let wire: WireType
  private var numbers = ColumnBuilder<Int64>(filler: 0)

  init(wire: WireType) { self.wire = wire }

  mutating func read(_ cell: Cell) -> Trouble? {
    guard let number = number(cell) else {
      if wire == .text { return cell.textTrouble("a whole number") }
      let found = wire == .numeric ? Numeric(cell).double : float(cell, wire)
      return cell.trouble("a whole number of 64 bits", found: found.map { "\($0)" })
    }
    numbers.append(number)
    return nil
  }

  mutating func appendMissing() { numbers.appendMissing() }

  var column: Column { numbers.column(ColumnValues.integer) }

  @inline(__always)
  private func number(_ cell: Cell) -> Int64? {
    switch wire {
    case .int8: cell.number(Int64.self)
    case .int4: cell.number(Int32.self).map(Int64.init)
    case .int2: cell.number(Int16.self).map(Int64.init)
    case .oid: cell.number(UInt32.self).map(Int64.init)
    case .numeric: Numeric(cell).integer
    case .text: cell.text.flatMap { Int64($0) }
    default: float(cell, wire).flatMap { Int64(exactly: $0) }
    }
  }
}

/// Reads doubles, also from other numbers.
struct DoubleReader: ColumnReading {
  let wire: WireType
  private var numbers = ColumnBuilder<Double>(filler: 0)

  init(wire: WireType) { self.wire = wire }

  mutating func read(_ cell: Cell) -> Trouble? {
    guard let number = number(cell) else {
      return wire == .text ? cell.textTrouble("a number") : cell.trouble("a number")
    }
    numbers.append(number)
    return nil
  }

  mutating func appendMissing() { numbers.appendMissing() }

  var column: Column { numbers.column(ColumnValues.double) }

  @inline(__always)
  private func number(_ cell: Cell) -> Double? {
    switch wire {
    case .float8: cell.number(UInt64.self).map(Double.init(bitPattern:))
    case .int8: cell.number(Int64.self).map(Double.init)
    case .int4: cell.number(Int32.self).map(Double.init)
    case .int2: cell.number(Int16.self).map(Double.init)
    case .oid: cell.number(UInt32.self).map(Double.init)
    case .numeric: Numeric(cell).double
    case .text: cell.text.flatMap { Double($0) }
    default: float(cell, wire)
    }
  }
}

/// Reads exact decimals of up to 38 digits.
struct DecimalReader: ColumnReading {
  let wire: WireType
  private var decimals: DecimalBuilder

  /// Starts at a declared scale, or at none, which grows with the values.
  init(wire: WireType, scale: Int?) {
    self.wire = wire
    decimals = DecimalBuilder(scale: scale ?? 0)
  }

  mutating func read(_ cell: Cell) -> Trouble? {
    switch wire {
    case .numeric: return read(Numeric(cell), cell)
    case .text:
      guard let text = cell.text, decimals.append(text) else {
        return cell.textTrouble(DecimalReader.expected)
      }
      return nil
    case .float4, .float8:
      guard let number = float(cell, wire), decimals.append(number, slack: 0) else {
        return cell.trouble("a decimal", found: float(cell, wire).map { "\($0)" })
      }
      return nil
    default:
      var whole = IntegerReader(wire: wire)
      if let trouble = whole.read(cell) { return trouble }
      guard case .integer(let numbers) = whole.column.values, decimals.append(numbers[0]) else {
        return cell.trouble(DecimalReader.expected)
      }
      return nil
    }
  }

  mutating func appendMissing() { decimals.appendMissing() }

  var column: Column { decimals.column }

  private mutating func read(_ number: Numeric, _ cell: Cell) -> Trouble? {
    switch number {
    case .exact(let unscaled, let scale) where decimals.append(unscaled, scale: scale): return nil
    case .exact(let unscaled, let scale):
      return cell.trouble(
        DecimalReader.expected,
        found: Decimals.text(unscaled, scale: scale) + ", where others have more")
    case .special(let double):
      return cell.trouble("a decimal; a cast to double can hold it", found: "\(double)")
    case .tooLong(let double): return cell.trouble(DecimalReader.expected, found: "about \(double)")
    case .malformed: return cell.trouble("a decimal")
    }
  }

  private static let expected =
    "a decimal of at most 38 digits in all; a cast to double holds larger ones"
}

/// The bytes as a floating-point number; nil for other types and lengths.
@inline(__always)
private func float(_ cell: Cell, _ wire: WireType) -> Double? {
  switch wire {
  case .float4: cell.number(UInt32.self).map { Double(Float(bitPattern: $0)) }
  case .float8: cell.number(UInt64.self).map(Double.init(bitPattern:))
  default: nil
  }
}
