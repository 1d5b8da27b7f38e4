import Foundation
import TestSupport
import Testing

/// One spec of every block over data that trip other tools.
@Suite struct HardDataTests {
  struct Rows: Sendable, CustomTestStringConvertible {
    let name: String
    let sql: String

    var testDescription: String { name }
  }

  private static let table =
    "CREATE TABLE t (id INTEGER PRIMARY KEY, g TEXT, x REAL, y REAL, d DATE, n INTEGER);\n"

  static let rows: [Rows] = [
    Rows(name: "no rows", sql: ""),
    Rows(name: "one row", sql: "INSERT INTO t VALUES (1, 'a', 1.5, 2.5, '2026-01-01', 3);"),
    Rows(
      name: "constant columns",
      sql: (1...9).map { "INSERT INTO t VALUES (\($0), 'a', 0.1, 0.1, '2026-01-01', 7);" }.joined()),
    Rows(
      name: "all null",
      sql: (1...9).map { "INSERT INTO t VALUES (\($0), NULL, NULL, NULL, NULL, NULL);" }.joined()),
    Rows(
      name: "infinities and huge numbers",
      sql: """
        INSERT INTO t VALUES (1, 'a', 9e999, 1, '2026-01-01', 1), (2, 'b', -9e999, 2, '0001-01-01', 2),
        (3, 'a', 1e308, -1e308, '9999-12-31', 9223372036854775807), (4, 'b', 1e-308, 0, '2026-01-02', -9223372036854775808),
        (5, 'a', 3, 9e999, '2026-01-03', 0);
        """),
    Rows(
      name: "a group of one each",
      sql: "INSERT INTO t VALUES (1, 'a', 1, 2, '2026-01-01', 1), (2, 'b', 2, 1, '2026-01-02', 2);"),
  ]

  private static let spec = """
    title: Hard data
    source: ${TEST_URL}
    queries:
      t: { from: t, order_by: [id] }
    report:
      - figures:
          - { label: Rows, value: count(t) }
          - { label: Mean, value: mean(t.x), compare: median(t.y) }
      - text: "Mean {{ mean(t.x) | .2f }}, from {{ min(t.d) }} to {{ max(t.d) }}."
      - describe: { data: t, columns: [x, y, n, g, d] }
      - describe: { data: t, columns: [x], by: g }
      - correlation: { data: t, columns: [x, y, n], show: both }
      - compare: { data: t, value: x, by: g }
      - chart: { data: t, mark: point, x: x, y: y, color: g, trend: linear }
      - chart: { data: t, mark: line, x: d, y: y, color: g }
      - chart: { data: t, mark: bar, x: g, y: mean(y) }
      - chart: { data: t, mark: histogram, x: x }
      - chart: { data: t, mark: box, x: g, y: y }
      - chart: { data: t, mark: rect, x: "bin(x, 5)", y: "bin(y, 5)", color: count() }
      - table: { data: t, columns: [g, { value: x, bar: true }, y, d, n], totals: true }
    """

  @Test(arguments: rows)
  func aReportSaysSoAndNeverCrashes(_ rows: Rows) throws {
    try withTemporaryFolder { folder in
      let database = folder.appending(path: "t.db")
      try Product.makeDatabase(Self.table + rows.sql, at: database)
      let spec = folder.appending(path: "hard.yaml")
      try Data(Self.spec.utf8).write(to: spec)
      let made = try Product.run(
        ["run", spec.path, "--out", folder.path],
        environment: ["TEST_URL": "sqlite:///\(database.path)"])
      #expect(made.status == 0, "\(made.errorText)")
      let results = try Data(contentsOf: folder.appending(path: "hard/results.json"))
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: results) }
      let page = try String(
        contentsOf: folder.appending(path: "hard/report.html"), encoding: .utf8)
      let words = page.replacing(/<style>[\s\S]*?<\/style>/, with: "").replacing(
        /<[^>]*>/, with: " ")
      #expect(!words.lowercased().contains(/\bnan\b/), "a bare NaN is printed")
      #expect(!page.contains(/(?:\s(?:x|y|d|width|height|points|transform)="[^"]*(?:nan|inf))/))
    }
  }

  static let hostile = [
    "<script>alert(1)</script>", "'; DROP TABLE t; --", "**bold** [x](http://evil) `code`",
    "a\u{1}b\u{8}c\u{1b}[31m", "\u{202e}evil\u{202c} العربية", "\"quoted\" & 'single'",
    "{{ 1 + 1 }}",
    "line\nbreak\ttab", String(repeating: "w", count: 1000), "😀👩‍👩‍👧‍👦 é́́", "]]>--><!--", "=1+1",
  ]

  @Test func hostileTextIsPrintedAsItself() throws {
    try withTemporaryFolder { folder in
      let values = Self.hostile.enumerated().map { index, text in
        "(\(index + 1), '\(text.replacing("'", with: "''"))', \(index), \(index * 2), '2026-01-01', 1)"
      }
      let database = folder.appending(path: "t.db")
      try Product.makeDatabase(
        Self.table + "INSERT INTO t VALUES \(values.joined(separator: ","));", at: database)
      let spec = folder.appending(path: "hard.yaml")
      let text =
        Self.spec
        + "\n  - text: \"{{ min(t.g) }} {{ max(t.g) }}\"\n  - heading: \"{{ max(t.g) }}\"\n"
      try Data(text.utf8).write(to: spec)
      let made = try Product.run(
        ["run", spec.path, "--out", folder.path],
        environment: ["TEST_URL": "sqlite:///\(database.path)"])
      #expect(made.status == 0, "\(made.errorText)")
      let page = try String(
        contentsOf: folder.appending(path: "hard/report.html"), encoding: .utf8)
      #expect(!page.contains("<script"))
      #expect(!page.contains("href=\"http://evil"))
      #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
      #expect(page.contains("**bold** [x](http://evil) `code`"))
      #expect(page.contains("{{ 1 + 1 }}"))
      #expect(!page.unicodeScalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\t" })
      let check = try run("qpdf", ["--check", folder.appending(path: "hard/report.pdf").path])
      #expect(check.status == 0, "\(check.text)\(check.errorText)")
      let pdf = try run("pdftotext", [folder.appending(path: "hard/report.pdf").path, "-"]).text
      #expect(pdf.contains("<script>alert(1)</script>"))
    }
  }
}
