@testable import DatabaseFiles
import Testing

@Suite struct NamedTablesTests {
  @Test(arguments: [
    ("SELECT a FROM t", ["t"]),
    (
      "select * from \"odd \"\"name\"\"\" u, `v` left join [w x] on a = b, c",
      ["c", "odd \"name\"", "v", "w x"]
    ),
    ("SELECT x, y FROM main.t WHERE z IN (SELECT id FROM (SELECT * FROM u))", ["main", "t", "u"]),
    ("SELECT 'from a' -- from b\n FROM /* from c */ d", ["d"]),
    ("SELECT 1", []), ("", []), ("FROM \"", [""]), ("FROM /*", []),
    ("SELECT a FROM t ORDER BY a, b", ["t"]),
  ])
  func tablesAreFound(_ sql: String, _ names: [String]) {
    #expect(NamedTables(sql).names.sorted() == names)
  }
}
