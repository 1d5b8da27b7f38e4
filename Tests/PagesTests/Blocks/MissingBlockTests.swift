import Frame
import JSON
import Testing

@testable import Pages

@Suite struct MissingBlockTests {
  static let frame = DataFrame([
    ("age", Column(integers: [1, nil, 3, nil, 5, nil])),
    ("word", Column(texts: ["x", nil, "y", nil, nil, "z"])),
    ("full", Column(doubles: [1, 2, 3, 4, 5, 6])),
    ("g", Column(texts: ["a", "b", "a", "b", "a", "b"])),
  ])
  let fixture = ReportFixture(["d": frame])

  @Test func columnsAndPatternsAreCounted() throws {
    let whole = try fixture.compose("- missing: {data: d, columns: [age, word, full]}")
    let results = try #require(whole.results.first)
    #expect(
      results["rows"] == [
        ["column": "age", "n": 3, "missing": 3, "share": 0.5],
        ["column": "word", "n": 3, "missing": 3, "share": 0.5],
        ["column": "full", "n": 6, "missing": 0, "share": 0.0],
      ])
    #expect(results["complete"] == 2 && results["pattern_count"] == 4)
    #expect(results["patterns"]?[1] == ["missing": ["age", "word"], "n": 2])
    let tables = whole.flat.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables.first?.lines.first == "Age | 3 | 3 | 50%")
    #expect(tables.last?.lines[1] == "age and word | 2 | 33%")
    #expect(whole.notes.last?.hasPrefix("6 rows, 2 complete (33%).") == true)
  }

  @Test func groupsHaveTheirOwnShares() throws {
    let whole = try fixture.compose("- missing: {data: d, by: g, show: table}")
    #expect(whole.table?.columns.map(\.head).suffix(2) == ["a", "b"])
    #expect(whole.table?.lines.first == "Age | 3 | 3 | 50% | 0% | 100%")
    #expect(
      whole.results.first?["groups"]?[3]
        == ["column": "age", "n": 0, "missing": 3, "share": 1.0, "group": "b"])
  }

  @Test func aCutOfPatternsIsSaid() throws {
    let whole = try fixture.compose("- missing: {data: d, show: table, patterns: 1}")
    let tables = whole.flat.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables.last?.cut == "1 of 4 patterns")
  }

  @Test func rowsWithoutGapsNeedNoMap() throws {
    let whole = try fixture.compose("- missing: {data: d, columns: [full, g]}")
    #expect(whole.notes == ["6 rows; no value is missing."])
    #expect(!whole.flat.contains { if case .chart = $0 { true } else { false } })
  }

  @Test func noRowsAreSaid() throws {
    let empty = ReportFixture(["d": DataFrame([("x", Column(doubles: []))])])
    let whole = try empty.compose("- missing: {data: d}")
    #expect(whole.notes == ["No rows in 'd'."])
    #expect(whole.results.first?["rows"] == [])
  }

  @Test func manyColumnsAndGroupsStayReadable() throws {
    let columns = (0..<70).map { place in
      ("c\(place)", Column(integers: (0..<90).map { $0 % 70 == place ? nil : 1 }))
    }
    let labels = ("g", Column(texts: (0..<90).map { "g\($0 % 30)" }))
    let many = ReportFixture(["d": DataFrame(columns + [labels])])
    let whole = try many.compose("- missing: {data: d, by: g}")
    #expect(whole.table?.columns.count == 4 + 8)
    #expect(whole.notes.last?.contains("Only the 8 largest groups are shown.") == true)
  }
}
