import Dates
import Frame
import Testing

@testable import DatabasePostgres

@Suite struct ColumnReadingTests {
  /// What a reader finds wrong with some bytes.
  private func trouble(
    _ bytes: [UInt8], _ wanted: ColumnType, from wire: WireType
  ) throws -> String? {
    var reader = try #require(ColumnReader.make(wanted, from: wire, scale: nil))
    return bytes.withUnsafeBytes { reader.read(Cell($0)) }.map { "\($0.found); \($0.expected)" }
  }

  @Test(
    arguments: [
      (.integer, .int8), (.integer, .int4), (.integer, .int2), (.integer, .oid),
      (.integer, .numeric), (.integer, .float8), (.double, .float8), (.double, .float4),
      (.double, .numeric), (.decimal, .numeric), (.decimal, .int4), (.boolean, .boolean),
      (.date, .date), (.date, .timestamp), (.timestamp, .timestamp), (.timestamp, .date),
      (.text, .uuid), (.text, .jsonb), (.integer, .text), (.double, .text), (.decimal, .text),
      (.date, .text), (.timestamp, .text), (.boolean, .text),
    ] as [(ColumnType, WireType)])
  func valueOfAnotherLengthIsRefused(_ wanted: ColumnType, _ wire: WireType) throws {
    for count in [0, 1, 3, 5, 7, 9, 17] {
      #expect(try trouble(Array(repeating: 9, count: count), wanted, from: wire) != nil)
    }
  }

  @Test(
    arguments: [
      ([0x7F, 0xFF, 0xFF, 0xFF], "infinity"), ([0x80, 0, 0, 0], "-infinity"),
      // 44 BC, March 15: 2000-01-01 is 746,300 days later.
      ([0xFF, 0xF4, 0x9C, 0xAE], "44-3-13 BC"), ([0, 0x2C, 0x96, 0x42], "10004-12-31"),
    ] as [([UInt8], String)])
  func dayOutsideOfTheYearsIsTold(_ bytes: [UInt8], _ found: String) throws {
    let told = try trouble(bytes, .date, from: .date)
    #expect(told?.hasSuffix("; a date of the years 1 to 9999") == true)
    if found.hasSuffix("infinity") { #expect(told?.hasPrefix("\(found);") == true) }
  }

  @Test func bytesThatAreNoTextAreRefused() throws {
    #expect(
      try trouble([0x41, 0xC3], .text, from: .text) == "bytes that are not UTF-8; a text in UTF-8")
    // What decoding repairs to the same length is found too.
    #expect(try trouble([0xF0, 0x9F, 0x98], .text, from: .text) != nil)
    #expect(try trouble(Array("né\u{1F600}".utf8), .text, from: .text) == nil)
  }

  @Test(
    arguments: [
      (.boolean, .int4), (.integer, .date), (.date, .int4), (.text, .int4), (.timestamp, .numeric),
      (.double, .boolean), (.text, .unknown(600)),
    ] as [(ColumnType, WireType)])
  func typesThatDoNotMeetHaveNoReader(_ wanted: ColumnType, _ wire: WireType) {
    #expect(ColumnReader.make(wanted, from: wire, scale: nil) == nil)
  }

  @Test(arguments: [(-1, nil), (655_366, 2), ((38 << 16) + 4, 0), (4 + (2 << 16) + 2046, nil)])
  func scaleIsReadFromTheModifier(_ modifier: Int, _ scale: Int?) {
    #expect(NumericModifier.scale(modifier) == scale)
  }
}
