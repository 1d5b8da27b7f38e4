import Frame
import Testing

@testable import DatabaseSpark

/// Numbers that a server sends as doubles where others were expected.
@Suite struct DoublesTests {
  /// A column of doubles whose nulls are the bits of a byte.
  private func column(_ numbers: [Double], nulls: UInt8 = 0) throws -> WireColumn {
    var writer = ThriftWriter()
    writer.structure(6) { values in
      values.head(1, .list)
      values.number(ThriftType.double.rawValue)
      values.number(Int32(numbers.count))
      for number in numbers { values.number(number.bitPattern) }
      values.head(2, .binary)
      values.number(1 as Int32)
      values.number(nulls)
    }
    var reader = ThriftReader(writer.bytes + [0])
    return try #require(try WireColumn(from: &reader))
  }

  @Test func exponentsAreReadAsDecimals() throws {
    var reader = DecimalReader(scale: 0, isComputed: true)
    try reader.read(try column([1.5e-7, 2.5e+20, -3, 0.1]))
    #expect(
      reader.column.values
        == .decimal(
          [15, 25_000_000_000_000_000_000_000_000_000, -300_000_000, 10_000_000], scale: 8))
  }

  @Test(arguments: [Double.nan, .infinity, 1e300, 1e-300])
  func doubleThatIsNoDecimalIsRefused(_ number: Double) throws {
    var reader = DecimalReader(scale: 0, isComputed: true)
    #expect(throws: Trouble.self) { try reader.read(try column([number])) }
  }

  @Test func nullsMayStandOnAnything() throws {
    let odd = try column([.nan, 2], nulls: 1)
    var decimals = DecimalReader(scale: 0, isComputed: true)
    try decimals.read(odd)
    #expect(!decimals.column.isPresent(0) && decimals.column.isPresent(1))
    var integers = IntegerReader()
    try integers.read(odd)
    #expect(!integers.column.isPresent(0) && integers.column.isPresent(1))
    #expect(throws: Trouble.self) { try integers.read(try column([.nan, 2])) }
  }
}
