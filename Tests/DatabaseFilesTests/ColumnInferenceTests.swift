import DatabaseFiles
import Testing

@Suite struct ColumnInferenceTests {
  /// Values of one column, and what it is declared to be.
  @Test(arguments: [
    ("1,-2,0", "integer"),
    ("9223372036854775807,-9223372036854775808", "integer"),
    ("1, 2 ,3", "integer"),
    ("9223372036854775808", "decimal(19,0)"),
    ("007,1", "text"),
    ("1,007", "text, for '007' in line 3"),
    ("+49123", "text"),
    ("1.50,2.5,10", "decimal(4,2)"),
    ("0.05,.5", "decimal(2,2)"),
    ("12345678901234567890123456789012345.123,1", "decimal(38,3)"),
    ("123456789012345678901234567890123456789", "text"),
    ("1e5,2", "double"), ("1.5E-3", "double"), ("1e999", "text"),
    ("inf,1.5", "double"), ("NaN,-Infinity", "double"),
    ("0.30000000000000004,1.5", "double"),
    ("0.1234567890123456789,1.5", "decimal(20,19)"),
    ("12345678901234.56", "decimal(16,2)"),
    ("true,FALSE,True", "boolean"), ("true,1", "text, for '1' in line 3"),
    ("yes,no", "text"),
    ("2026-01-31,0001-01-01,9999-12-31", "date"),
    ("2026-02-30", "text"), ("2026-1-1", "text"), ("0000-01-01", "text"),
    ("2026-01-31,2026-01-31T12:00", "timestamp"),
    ("2026-01-31 12:00:00.123456+05:30,2026-01-31T12:00:00Z", "timestamp"),
    ("2026-01-31T25:00", "text"),
    ("1,n/a,2", "text, for 'n/a' in line 3"),
    ("1,\"\"", "text, for '' in line 3"),
    ("\"1\",\"2\"", "integer"),
    ("2026-01-31,1", "text, for '1' in line 3"),
  ])
  func typeIsFoundInAllRows(_ values: String, _ declared: String) async throws {
    let rows = values.split(separator: ",", omittingEmptySubsequences: false)
    let fixture = try FolderFixture(["t.csv": "a;b\n" + rows.map { "\($0);x\n" }.joined()])
    #expect(try await fixture.columns("t")[0] == "a: inferred \(declared)")
  }

  @Test func emptyFieldsAreNullsAndNothingElseIsText() async throws {
    let fixture = try FolderFixture(["t.csv": "a,b,c\n1,,x\n,,\"\"\n"])
    #expect(
      try await fixture.columns("t") == [
        "a: inferred integer, nulls", "b: inferred text, nulls", "c: inferred text",
      ])
  }

  @Test func lastRowOfManyDecides() async throws {
    let rows = (0..<200_000).map { "\($0)\n" }.joined()
    let fixture = try FolderFixture(["t.csv": "a\n\(rows)x\n"])
    #expect(try await fixture.columns("t") == ["a: inferred text, for 'x' in line 200002"])
  }

  /// JSON tells texts from numbers, so that only dates are looked for in its strings.
  @Test func stringsOfJSONAreTextsOrMoments() async throws {
    let fixture = try FolderFixture([
      "t.jsonl": #"{"a":"1","b":"2026-01-31","c":"2026-01-31T00:00Z","d":"true","e":1.5,"f":[1]}"#
    ])
    #expect(
      try await fixture.columns("t") == [
        "a: inferred text", "b: inferred date", "c: inferred timestamp", "d: inferred text",
        "e: inferred decimal(2,1)", "f: inferred text",
      ])
  }
}
