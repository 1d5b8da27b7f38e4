import Foundation
import TestSupport
import Testing

/// Specs with mistakes, and what their author reads.
@Suite struct BadSpecTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let spec: String
    let told: [String]
    var status: Int32 = 2

    var testDescription: String { name }
  }

  static let tables = """
    CREATE TABLE people (id INTEGER PRIMARY KEY, age INTEGER, name TEXT, risk DECIMAL(5,1));
    INSERT INTO people VALUES (1, 30, 'Ann', 10.5), (2, 40, 'Bob', 20.0);
    """

  static func spec(_ queries: String, _ report: String, head: String = "") -> String {
    """
    title: T
    source: ${TEST_URL}
    \(head)queries:
    \(queries)
    report:
    \(report)
    """
  }

  static let good = "  q: { from: people, select: [age, risk] }"

  static let faults: [Fault] = [
    Fault(
      name: "types that a block cannot use",
      spec: spec(
        "  q: { from: people, select: [age, name, risk] }",
        """
          - correlation: { data: q, columns: [age, name, risk], show: pairs }
          - survival: { data: q, time: name, event: age = 1 }
          - regression: { data: q, formula: name ~ age }
          - autocorrelation: { data: q, value: name }
          - table: { data: q, columns: [{ value: name, bar: true }, { value: age, format: '%Y' }] }
        """),
      told: [
        "spec.yaml:6:44: error: 'name' holds text, expected numbers\n",
        "hint: 'show: pairs' draws numbers: leave 'name' out",
        "spec.yaml:7:32: error: 'time' is a number, but 'name' is text\n",
        "spec.yaml:8:37: error: 'name' holds labels, not numbers\n", "hint: 'kind: logistic'",
        "spec.yaml:9:40: error: 'name' holds text, expected numbers\n",
        "spec.yaml:10:42: error: 'bar' shows numbers, but 'name' is text\n",
        "spec.yaml:10:70: error: '%Y' is a format of days and moments, but the values are numbers\n",
      ]),
    Fault(
      name: "types that a chart cannot show",
      spec: spec(
        "  q: { from: people, select: [age, name, risk, day: cast('2026-01-01' as date)] }",
        """
          - chart: { data: q, mark: histogram, x: name }
          - chart: { data: q, mark: point, x: age, y: { value: name, scale: log } }
          - chart: { data: q, mark: calendar, x: age }
          - chart: { data: q, mark: point, x: name, y: risk, trend: linear }
          - chart: { data: q, mark: line, x: { value: day, format: ',.2f' }, y: risk }
          - chart: { data: q, mark: point, x: { value: age, format: '%Y' }, y: risk }
          - chart: { data: q, mark: point, x: { value: age, domain: [young, old] }, y: risk }
          - chart: { data: q, mark: line, x: { value: day, domain: [2025, 2026] }, y: risk }
          - chart: { data: q, mark: line, x: day, y: { value: risk, domain: [0 100] } }
        """),
      told: [
        "spec.yaml:6:43: error: mark 'histogram' needs numbers or times on 'x', but 'Name' is text\n",
        "error: scale 'log' of 'y' needs numbers or times, but 'Name' is text\n",
        "error: mark 'calendar' needs days or moments on 'x', but 'Age' is numbers\n",
        "error: mark 'trend' needs numbers or times on 'x', but 'Name' is text\n",
        "spec.yaml:10:60: error: ',.2f' is a format of numbers, but the values are days\n",
        "spec.yaml:11:61: error: '%Y' is a format of days and moments, but the values are numbers\n",
        "spec.yaml:12:61: error: 'domain' of 'x' needs two different numbers, found [young, old]\n",
        "hint: domain: [0, 100]",
        "spec.yaml:13:60: error: 'domain' of 'x' needs two different days or moments, "
          + "found [2025, 2026]\n",
        "hint: domain: [2026-01-01, 2026-03-31]",
        "spec.yaml:14:69: error: 'domain' of 'y' needs two different numbers, found [0 100]\n",
      ]),
    Fault(
      name: "words of SQL and of other tools in expressions",
      spec: spec(
        """
          q: { from: people, select: [age, name] }
          a: { from: people, where: 'name = "Ann"' }
          b: { from: people, select: [age as years] }
          c: { from: people, select: "age, name" }
        """,
        """
          - chart: { data: q, mark: bar, x: name, y: count }
          - chart: { data: q, mark: bar, x: name, y: sum }
          - chart: { data: q, mark: point, x: age, y: age, facet: [name, age] }
        """),
      told: [
        "hint: double quotes hold names; text stands in single ones: 'Ann'\n",
        "hint: a new name stands before its expression: id: userid\n",
        "hint: one expression is expected here; several make a list: [a, b]\n",
        "hint: 'count' is a function: count()\n", "hint: 'sum' is a function: sum(age)\n",
        "error: a facet is one expression or a mapping, found a list\n",
        "hint: two make a grid: facet: { row: a, column: b }",
      ]),
    Fault(
      name: "words of other tools",
      spec: spec(
        good,
        """
          - chart: { data: q, mark: scatter, x: age, y: risk }
          - chart: { data: q, geom: point, x: age, y: risk, alpha: 1 }
          - chart: { data: q, mark: point, x: age, y: risk, trend: lm, hue: age }
          - chart: { data: q, mark: bar, x: age, y: risk, stack: fill }
        """),
      told: [
        "there is no mark 'scatter'\n", "did you mean 'point'?", "no key 'geom'\n",
        "did you mean 'mark'?", "no key 'alpha'\n", "did you mean 'opacity'?",
        "'trend' of a chart cannot be 'lm'", "did you mean 'linear'?", "no key 'hue'\n",
        "did you mean 'color'?", "'stack' of a chart cannot be 'fill'", "did you mean 'normalize'?",
      ]),
    Fault(
      name: "a comma that YAML takes for its own",
      spec: spec(good, "  - chart: { data: q, mark: bar, x: bin(age, 8), y: count() }"),
      told: [
        "in the arguments of 'bin', found the end\n",
        "hint: inside { } a comma ends a value: put the whole expression in quotes",
        "a chart has no key '8)'\n",
      ]),
    Fault(
      name: "several mistakes at once",
      spec: spec(
        "  q: { from: people, select: [agee, risk], were: age > 1 }\n  r: { from: poeple }",
        "  - tabel: { data: q }\n  - table: { data: s }"),
      told: [
        "spec.yaml:4:44: error: query 'q' has no key 'were'\n", "hint: did you mean 'where'?",
        "spec.yaml:7:5: error: there is no block 'tabel'\n", "hint: did you mean 'table'?",
        "spec.yaml:4:31: error: table 'people' has no column 'agee'\n",
        "spec.yaml:5:14: error: there is no table 'poeple'", "error: there is no query 's'\n",
      ]),
    Fault(
      name: "unknown columns, tables and queries",
      spec: spec(
        "  q: { from: people, select: [agee, risk] }\n  r: { from: poeple }",
        "  - table: { data: q }\n  - table: { data: r }\n  - table: { data: s }"),
      told: [
        "spec.yaml:4:31: error: table 'people' has no column 'agee'\n", "did you mean 'age'?",
        "spec.yaml:5:14: error: there is no table 'poeple'", "did you mean 'people'?",
        "spec.yaml:9:20: error: there is no query 's'\n",
      ]),
    Fault(
      name: "a wrong type",
      spec: spec("  q: { from: people, select: [m: avg(name)] }", "  - table: { data: q }"),
      told: ["error: cannot average text column 'people.name'"]),
    Fault(
      name: "a broken expression",
      spec: spec(
        "  q: { from: people, select: [age], where: 'age > > 3' }", "  - table: { data: q }"),
      told: ["spec.yaml:4:51: error: "]),
    Fault(
      name: "an unused query and parameter",
      spec: spec(
        good + "\n  unused: { from: people }", "  - table: { data: q }",
        head: "parameters: { p: { type: integer, default: 1 } }\n"),
      told: ["query 'unused' is not used", "parameter 'p' is not used"]),
    Fault(
      name: "an unknown parameter",
      spec: spec("  q: { from: people, select: [age], where: age > :p }", "  - table: { data: q }"),
      told: ["error: there is no parameter ':p'"]),
    Fault(
      name: "a report's own expression",
      spec: spec(good, "  - text: \"{{ mean(q.ages) }}\""),
      told: ["spec.yaml:6:20: error: ", "did you mean 'age'?"]),
    Fault(
      name: "a repeated id",
      spec: spec(good, "  - table: { id: t, data: q }\n  - table: { id: t, data: q }"),
      told: ["id 't' is taken"]),
    Fault(name: "broken YAML", spec: "title: [a\nreport: 1\n", told: ["error: the YAML is broken"]),
    Fault(name: "an empty file", spec: "", told: ["error: "]),
    Fault(
      name: "a missing variable",
      spec: spec(good, "  - table: { data: q }").replacing("TEST_URL", with: "NO_SUCH_URL"),
      told: ["spec.yaml:2:9: error: the environment variable 'NO_SUCH_URL' is not set"]),
    Fault(
      name: "a missing database",
      spec: spec(good, "  - table: { data: q }").replacing(
        "${TEST_URL}", with: "sqlite:///no/such.db"),
      told: ["spec.yaml:2:9: error: cannot connect to 'sqlite:///no/such.db'"], status: 3),
    Fault(
      name: "SQL that cannot run",
      spec: spec(
        "  q: { sql: 'select * from people where nonsense = 1' }", "  - table: { data: q }"),
      told: ["spec.yaml:4:3: error: query 'q': no such column: nonsense"], status: 2),
    Fault(
      name: "a query that fails",
      spec: spec(
        "  q: { sql: 'select abs(-9223372036854775807 - 1) as n' }", "  - table: { data: q }"),
      told: ["spec.yaml:4:3: error: query 'q': the query failed: integer overflow"], status: 4),
    Fault(
      name: "a check that fails",
      spec: spec(good, "  - table: { data: q }") + "\nchecks:\n  - count(q) > 5\n",
      told: ["the check 'count(q) > 5' does not hold"], status: 1),
  ]

  @Test(arguments: faults)
  func aMistakeIsToldAtItsPlaceAndOutputStays(_ fault: Fault) throws {
    try withTemporaryFolder { folder in
      let database = folder.appending(path: "t.db")
      try Product.makeDatabase(Self.tables, at: database)
      let spec = folder.appending(path: "spec.yaml")
      try Data(fault.spec.utf8).write(to: spec)
      let kept = folder.appending(path: "out/spec/report.html")
      try FileManager.default.createDirectory(
        at: kept.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("last night".utf8).write(to: kept)
      let made = try Product.run(
        ["run", spec.path, "--out", folder.appending(path: "out").path],
        environment: ["TEST_URL": "sqlite:///\(database.path)"])
      #expect(made.status == fault.status, "\(made.errorText)")
      for words in fault.told {
        #expect(made.errorText.contains(words), "'\(words)' is not in:\n\(made.errorText)")
      }
      #expect(try String(contentsOf: kept, encoding: .utf8) == "last night")
    }
  }
}
