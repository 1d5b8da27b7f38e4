import Database
import Dates
import Expressions
import Frame
import Testing

@testable import DatabaseSpark

@Suite struct PlaceholdersTests {
  @Test(arguments: [
    ("SELECT :p1, :p2, :p1", "SELECT 'a', 'b', 'a'"),
    ("SELECT ':p1', :p1 /* :p2 */, :p2", "SELECT ':p1', 'a' /* :p2 */, 'b'"),
    ("SELECT `:p1`, \":p2\", :p1, :p2", "SELECT `:p1`, \":p2\", 'a', 'b'"),
    (#"SELECT 'it\'s :p1', :p1, :p2"#, #"SELECT 'it\'s :p1', 'a', 'b'"#),
    (#"SELECT r'\', :p1, :p2"#, #"SELECT r'\', 'a', 'b'"#),
    (#"SELECT bar'\' :p1', :p1, :p2"#, #"SELECT bar'\' :p1', 'a', 'b'"#),
    ("SELECT /* /* */ :p1 */ :p1 -- :p2\n, :p2", "SELECT /* /* */ :p1 */ 'a' -- :p2\n, 'b'"),
    ("SELECT x::p1, :p10, :p3, :p1x, :p1, :p2", "SELECT x::p1, :p10, :p3, :p1x, 'a', 'b'"),
    ("SELECT 'ends' :p1:p2", "SELECT 'ends' 'a''b'"),
  ])
  func onlyWhatIsSQLIsReplaced(_ sql: String, _ expected: String) throws {
    #expect(try Placeholders.replaced(in: sql, by: ["'a'", "'b'"]) == expected)
  }

  @Test(arguments: [
    #"SELECT 'a\' || :p1 || '"#, "SELECT /* /* */ :p1 */ 1", "SELECT ':p1'", "SELECT 1",
    "SELECT 'never ends :p1", "SELECT 1 -- \\\n:p1",
  ])
  func valueWithoutAPlaceIsRefused(_ sql: String) {
    #expect(throws: DatabaseError.self) { try Placeholders.replaced(in: sql, by: ["'a'"]) }
  }
}

@Suite struct LiteralWriterTests {
  @Test(arguments: [
    (Value.null, ValueType.integer, "CAST(NULL AS BIGINT)"), (.null, .null, "NULL"),
    (.boolean(true), .boolean, "TRUE"), (.integer(5), .integer, "5"),
    (.integer(-5), .integer, "(-5)"), (.integer(.min), .integer, "(-9223372036854775807 - 1)"),
    (.decimal(unscaled: 1250, scale: 2), .decimal, "12.50"),
    (.decimal(unscaled: -5, scale: 0), .decimal, "(-5BD)"), (.double(0.1), .double, "0.1D"),
    (.double(-1e300), .double, "(-1e+300D)"), (.double(.nan), .double, "double('NaN')"),
    (.double(-.infinity), .double, "double('-Infinity')"),
    (.text("it's"), .text, #"'it\u0027s'"#), (.text(#"\"#), .text, #"'\u005c'"#),
    (.text("${x}"), .text, #"'\u0024\u007bx\u007d'"#),
    (.text("a\u{0}\nb"), .text, #"'a\u0000\u000ab'"#),
    (.text("é名👩"), .text, "'é名👩'"),
    (.date(CivilDate(days: 0)), .date, "DATE '1970-01-01'"),
    (
      .timestamp(Timestamp(microseconds: 1)), .timestamp,
      "TIMESTAMP '1970-01-01 00:00:00.000001'"
    ),
  ])
  func literalIsWrittenAsSparkReadsIt(_ value: Value, _ type: ValueType, _ sql: String) {
    #expect(LiteralWriter.literal(value, as: type) == sql)
  }

  @Test func noCharacterOfAsciiBeginsAnythingInAText() {
    for scalar in (0..<128).compactMap({ Unicode.Scalar($0 as UInt32) }) {
      let inner = LiteralWriter.quoted(String(Character(scalar))).dropFirst().dropLast()
      let isEscape = inner.hasPrefix("\\u") && inner.count == 6
      #expect(isEscape || !"'\"`\\$;{}*-/".contains(inner), "\(inner)")
    }
  }
}
