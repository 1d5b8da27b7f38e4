import Foundation
import TestSupport
import Testing

/// `broadsheet check --strict`: the finished charts held against the fitness gate.
@Suite struct StrictCheckTests {
  private static let rows = """
    CREATE TABLE sales (region TEXT, kind TEXT, amount INTEGER);
    INSERT INTO sales VALUES ('North', 'old', 10), ('North', 'new', 14), ('South', 'old', 8),
      ('South', 'new', 20), ('East', 'old', 12), ('East', 'new', 9);
    """

  private static func spec(_ report: String, head: String = "") -> String {
    """
    title: Sales
    source: ${TEST_URL}
    \(head)queries:
      sales: { from: sales, select: [region, kind, amount] }
    report:
    \(report)
    """
  }

  private static let chart =
    "  - chart: { id: bars, data: sales, mark: bar, x: region, y: amount, color: kind }"

  private func check(
    _ spec: String, rows: String = Self.rows, _ arguments: [String] = ["--strict"]
  ) throws -> CommandResult {
    try withTemporaryFolder { folder in
      let database = folder.appending(path: "t.db")
      try Product.makeDatabase(rows, at: database)
      let file = folder.appending(path: "spec.yaml")
      try Data(spec.utf8).write(to: file)
      return try Product.run(
        ["check", file.path] + arguments,
        environment: ["TEST_URL": "sqlite:///\(database.path)"])
    }
  }

  @Test func aCleanSpecIsSaidToBeClean() throws {
    let checked = try check(Self.spec(Self.chart))
    #expect(checked.status == 0, "\(checked.errorText)")
    // The chart as wide as a page, and as narrow as a phone; the page of paper with its words.
    #expect(
      checked.text.hasSuffix(
        "spec.yaml: no errors; 2 drawings and 1 page of 1 report checked, no findings\n"))
    #expect(checked.errorText.isEmpty)
  }

  @Test func aMissingGlyphIsToldAtTheChart() throws {
    let rows = Self.rows.replacing("'East'", with: "'\u{f8f0} East'")
    let checked = try check(Self.spec(Self.chart), rows: rows)
    #expect(checked.status == 1)
    #expect(
      checked.errorText.contains(
        "spec.yaml:6:5: error: chart 'bars': '\u{f8f0} East' (axis-x) at "),
      "\(checked.errorText)")
    #expect(checked.errorText.contains("has no glyph in any installed font for U+F8F0\n"))
    #expect(checked.errorText.contains("  hint: install a font that has it"))
    #expect(checked.text.isEmpty)
    // Without rows nothing can be found.
    #expect(try check(Self.spec(Self.chart), rows: rows, []).status == 0)
  }

  @Test func aMissingGlyphBesideTheChartIsToldToo() throws {
    let chart = "  - chart: { data: sales, mark: bar, x: region, y: amount, title: \"\u{f8f0}\" }"
    let checked = try check(Self.spec(chart))
    #expect(checked.status == 1)
    #expect(
      checked.errorText.contains(
        "spec.yaml:6:5: error: chart 'chart-1': '\u{f8f0}' (title) has no glyph"),
      "\(checked.errorText)")
  }

  @Test func aMissingGlyphInATableIsToldAtItsPageAndBlock() throws {
    let rows = Self.rows.replacing("'East'", with: "'\u{f8f0} East'")
    let table = """
        - text: Words before it.
        - table: { data: sales }
      """
    let checked = try check(Self.spec(table), rows: rows)
    #expect(checked.status == 1)
    #expect(
      checked.errorText.contains("spec.yaml:7:5: error: page 1: '\u{f8f0} East' (row) at "),
      "\(checked.errorText)")
  }

  @Test func aFindingOfSeveralCohortsIsToldOnce() throws {
    let cohorts = "cohorts: { from: sales, by: [region], name: \"{{ region }}\" }\n"
    let spec = Self.spec(Self.chart, head: cohorts)
      .replacing("amount] }", with: "amount], where: region = :cohort.region }")
      .replacing("color: kind", with: "facet: kind, title: \"\u{f8f0}\"")
    let checked = try check(spec)
    #expect(checked.status == 1)
    #expect(
      checked.errorText.contains("installed font for U+F8F0, in spec/East and 2 more\n"),
      "\(checked.errorText)")
    #expect(checked.errorText.split(separator: "error: ").count == 2)
    let one = try check(spec, ["--strict", "--cohort", "region=North"])
    #expect(one.errorText.contains("installed font for U+F8F0\n"), "\(one.errorText)")
  }

  @Test func aRepeatedChartIsToldAtItsBlock() throws {
    let repeated = """
        - for_each:
            data: sales
            by: kind
            blocks:
              - chart: { data: sales, mark: bar, x: region, y: amount, title: "\u{f8f0}" }
      """
    let checked = try check(Self.spec(repeated))
    #expect(checked.status == 1)
    #expect(
      checked.errorText.contains("spec.yaml:10:11: error: chart 'chart-1-for_each-1-1': "),
      "\(checked.errorText)")
  }

  @Test func brandColoursThatLookAlikeAreToldWhereTheyMeet() throws {
    let theme = "theme: { categories: [\"#d55e00\", \"#b87a00\"] }\n"
    let checked = try check(Self.spec(Self.chart, head: theme))
    #expect(checked.status == 1)
    #expect(
      checked.errorText.contains("spec.yaml:3:34: warning: #b87a00 is 0.4 from #d55e00 to deutan"),
      "\(checked.errorText)")
    #expect(
      checked.errorText.contains(
        "#b87a00 is 0.4 from 'new' in #d55e00 for deutan sight (light), needs 8")
        || checked.errorText.contains(
          "#b87a00 is 0.4 from 'old' in #d55e00 for deutan sight (light), needs 8"),
      "\(checked.errorText)")
    let good = "theme: { categories: [\"#d55e00\", \"#885900\"] }\n"
    #expect(try check(Self.spec(Self.chart, head: good)).status == 0)
  }

  @Test func brandColoursAndFontsReachEveryOutput() throws {
    try withTemporaryFolder { folder in
      let database = folder.appending(path: "t.db")
      try Product.makeDatabase(Self.rows, at: database)
      let file = folder.appending(path: "spec.yaml")
      let theme = """
        theme:
          categories: ["#8a1c3b", "#0b6e99"]
          fonts: { sans: [Noto Sans], serif: [Noto Serif] }

        """
      let spec = Self.spec(Self.chart + "\n  - text: 'a [link](https://example.com)'", head: theme)
      try Data(spec.utf8).write(to: file)
      let made = try Product.run(
        ["run", file.path, "--out", folder.path],
        environment: ["TEST_URL": "sqlite:///\(database.path)"])
      #expect(made.status == 0, "\(made.errorText)")
      let html = try String(
        contentsOf: folder.appending(path: "spec/report.html"), encoding: .utf8)
      for words in ["#8a1c3b", "#0b6e99", "--sans:\"Noto Sans\",\"Inter\"", "--link:#8a1c3b"] {
        #expect(html.contains(words), "\(words)")
      }
      #expect(!html.contains("#0072b2"))
      let mail = try String(contentsOf: folder.appending(path: "spec/report.eml"), encoding: .utf8)
      #expect(mail.contains("#8a1c3b"))
      let fonts = try run("pdffonts", [folder.appending(path: "spec/report.pdf").path]).text
      #expect(fonts.contains("NotoSerif") && fonts.contains("NotoSans"), "\(fonts)")
      #expect(!fonts.contains("Inter"), "\(fonts)")
    }
  }

  @Test func strictAndOfflineContradictEachOther() throws {
    let checked = try check(Self.spec(Self.chart), ["--strict", "--offline"])
    #expect(checked.status == 2)
    #expect(checked.errorText.contains("'--strict' draws the charts and needs their rows"))
  }

  @Test func theExamplesPass() throws {
    try withTemporaryFolder { folder in
      let database = folder.appending(path: "demo.db")
      let made = try Product.run([
        "demo", "--data-only", "--out", folder.path,
      ])
      #expect(made.status == 0, "\(made.errorText)")
      let examples = try FileManager.default.contentsOfDirectory(
        atPath: Product.root.appending(path: "examples").path
      )
      .filter { $0.hasSuffix(".yaml") }.sorted().map { "examples/\($0)" }
      let checked = try Product.run(
        ["check", "--strict"] + examples,
        environment: ["DATABASE_URL": "sqlite:///\(database.path)"])
      #expect(checked.status == 0, "\(checked.errorText)")
    }
  }
}
