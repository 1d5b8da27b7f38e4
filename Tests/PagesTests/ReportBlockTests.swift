import Diagnostics
import Frame
import JSON
import Testing

@testable import Pages

@Suite struct ReportBlockTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    let yaml: String
    let message: String
    var testDescription: String { message }
  }

  static let faults = [
    Fault(yaml: "- tabel: {data: people}", message: "1:3: error: there is no block 'tabel'"),
    Fault(yaml: "- text: {}", message: "1:9: error: a text needs 'text'"),
    Fault(
      yaml: "- table: {data: people, colums: [a]}",
      message: "1:25: error: a table has no key 'colums'"),
    Fault(yaml: "- table: {columns: [a]}", message: "1:10: error: a table needs 'data'"),
    Fault(
      yaml: "- heading: {text: A, level: 4}",
      message: "1:29: error: 'level' of a heading must be a whole number from 1 to 3, found '4'"),
    Fault(
      yaml: "- text: Hello\n  when: true",
      message: "2:3: error: a block has one kind, found 'text' and 'when'"),
    Fault(
      yaml: "- text: {id: a, text: x}\n- text: {id: a, text: y}",
      message: "2:14: error: id 'a' is taken by an earlier block"),
    Fault(
      yaml: "- text: {id: ../etc, text: x}",
      message: "1:14: error: id '../etc' must be 1 to 80 letters, digits, '-' or '_'"),
    Fault(
      yaml: "- compare: {data: d, value: x, by: g, test: t_test}",
      message: "1:45: error: there is no test of groups 't_test'"),
    Fault(
      yaml: "- correlation: {data: d, columns: [x]}",
      message: "1:26: error: a correlation needs at least 2 columns, found 1"),
    Fault(
      yaml: "- columns: {widths: [1], items: [[], []]}",
      message: "1:13: error: 'widths' has 1 numbers for 2 columns"),
    Fault(
      yaml: "- figures: [{label: A, value: count(d), spark: max(x)}]",
      message: "1:48: error: a sparkline needs a query's column, found 'max(x)'"),
    Fault(
      yaml: "- table: {data: d, columns: [{value: x, format: 'no format'}]}",
      message: "1:50: error: 'no format' is no format"),
  ]

  @Test(arguments: faults)
  func faultIsToldAtItsPlace(_ fault: Fault) {
    let first = ReportFixture.read(fault.yaml).problems.first ?? "nothing"
    #expect(first.hasPrefix("spec.yaml:" + fault.message))
  }

  @Test func allFaultsAreToldAtOnce() {
    let problems = ReportFixture.read("- tabel: {}\n- text: {}\n- heading: {level: 9}").problems
    #expect(problems.count == 4)
  }

  @Test func misspeltKindIsToldTheNearest() {
    let problems = ReportFixture.read("- tabel: {}").problems
    #expect(problems.first?.contains("did you mean 'table'?") == true)
  }

  @Test func blocksAreNamedByTheirPlaceAmongTheirKind() {
    let yaml = """
      - describe: {data: d}
      - describe: {id: mine, data: d}
      - columns:
          - describe: {data: d}
          - [table: {data: d}]
      - page_break
      - table: {data: d}
      """
    let blocks = ReportFixture.read(yaml).blocks
    let inner = blocks.flatMap { [$0.id] + $0.block.children.map(\.id) }
    #expect(
      inner == [
        "describe-1", "mine", "columns-1", "describe-3", "table-1", "page_break-1", "table-2",
      ])
  }

  @Test func nestingWithoutEndIsAnError() {
    let yaml =
      "- choose: [{label: a, blocks: ["
      + String(repeating: "choose: [{label: a, blocks: [", count: 14)
      + "text: x" + String(repeating: "]}]", count: 14) + "]}]"
    let problems = ReportFixture.read(yaml).problems
    #expect(problems.contains { $0.contains("nested more than 12 deep") })
  }

  @Test func expressionsAndQueriesOfInnerBlocksAreToldToTheChecker() throws {
    let yaml = """
      - choose:
          options:
            - label: "{{ count(a) }}"
              blocks:
                - table: {data: b, columns: [x], when: count(c) > 0}
      """
    let block = try #require(ReportFixture.read(yaml).blocks.first)
    #expect(block.queries.map(\.name) == ["b"])
    #expect(
      block.expressions.map { "\($0.expression) over \($0.over ?? "report")" }.sorted() == [
        "count(a) over report", "count(c) > 0 over report", "x over b",
      ])
  }

  static let empty = ReportFixture(["d": DataFrame([("x", Column(doubles: []))])])

  @Test func emptyBlockSaysSo() throws {
    let whole = try ReportBlockTests.empty.compose("- table: {data: d, title: Mine}")
    #expect(whole.flat == [.title("Mine", subtitle: nil), .note([Inline("No rows in 'd'.")])])
    #expect(
      whole.results == [
        [
          "id": "table-1", "kind": "table", "columns": ["x"], "shown": 0, "rows": 0,
        ]
      ])
  }

  @Test func emptyBlockCanBeSkippedOrFail() throws {
    let skipped = try ReportBlockTests.empty.compose("- describe: {data: d, on_empty: skip}")
    #expect(skipped.content.isEmpty)
    let told = #expect(throws: Diagnostic.self) {
      try ReportBlockTests.empty.compose("- describe: {data: d, on_empty: fail}")
    }
    #expect(told?.message == "describe 'describe-1' has nothing to print: No rows in 'd'.")
  }

  @Test func blockWhoseConditionDoesNotHoldIsNotPrinted() throws {
    let whole = try ReportBlockTests.empty.compose("- describe: {data: d, when: count(d) > 0}")
    #expect(whole.content.isEmpty && whole.results.isEmpty)
  }

  @Test func titleCaptionAndNoteStandAroundTheContent() throws {
    let fixture = ReportFixture(["d": DataFrame([("x", Column(integers: [1, 2]))])])
    let whole = try fixture.compose(
      "- table: {data: d, title: '{{ count(d) }} rows', caption: C, note: N}")
    #expect(whole.flat.first == .title("2 rows", subtitle: nil))
    #expect(Array(whole.flat.suffix(2)) == [.caption([Inline("C")]), .note([Inline("N")])])
  }

  @Test func repeatedBlocksSeeOnlyTheirRowsAndHaveIdsOfTheirOwn() throws {
    let frame = DataFrame([
      ("g", Column(texts: ["b", "a", "b"])), ("x", Column(integers: [1, 2, 3])),
    ])
    let whole = try ReportFixture(["d": frame]).compose(
      "- for_each: {data: d, by: g, blocks: [table: {data: d, columns: [x]}]}")
    #expect(whole.results.map { $0["id"] } == ["table-1-for_each-1-1", "table-1-for_each-1-2"])
    #expect(whole.results.map { $0["values"] } == [[[2]], [[1], [3]]])
  }
}
