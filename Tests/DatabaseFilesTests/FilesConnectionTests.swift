import Database
import DatabaseFiles
import Frame
import SQL
import TestSupport
import Testing

@Suite struct FilesConnectionTests {
  @Test func csvBecomesTypedColumns() async throws {
    let fixture = try FolderFixture([
      "sales.csv": #"""
      id,price,day,seen,ok,ratio,name
      1,9.50,2026-01-31,2026-01-31T12:00:00+02:00,true,1e3,"Ann, ""A"""
      -7,10,2026-02-01,2026-02-01 08:30:00.5,FALSE,0.5,
      """#
    ])
    let frame = try await fixture.fetch("SELECT * FROM sales")
    #expect(
      frame.columns.map(\.type) == [
        .integer, .decimal, .date, .timestamp, .boolean, .double, .text,
      ])
    #expect(
      frame.lines == [
        "1|9.50|2026-01-31|2026-01-31 10:00:00|true|1000|Ann, \"A\"",
        "-7|10.00|2026-02-01|2026-02-01 08:30:00.500000|false|0.5|null",
      ])
  }

  @Test func jsonLinesBecomeTypedColumns() async throws {
    let fixture = try FolderFixture([
      "events.jsonl": #"""
      {"id": 1, "at": "2026-01-31T12:00:00Z", "who": "Z\u00f6e \ud83d\ude00", "tags": ["a", {"b": 1}]}

      {"id": 2, "who": null, "price": 0.10, "on": true}
      """#
    ])
    let frame = try await fixture.fetch("SELECT * FROM events")
    #expect(frame.names == ["id", "at", "who", "tags", "price", "on"])
    #expect(
      frame.lines == [
        "1|2026-01-31 12:00:00|Zöe 😀|[\"a\", {\"b\": 1}]|null|null",
        "2|null|null|null|0.10|true",
      ])
  }
}
