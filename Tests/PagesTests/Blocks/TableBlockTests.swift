import Dates
import Frame
import JSON
import Testing

@testable import Pages

@Suite struct TableBlockTests {
  static let frame = DataFrame([
    ("userid", Column(integers: [12_954, 3955, 44, 7])),
    ("num_steps", Column(integers: [10_000, 250, nil, 31])),
    ("risk", Column(doubles: [96.84, 1.5, nil, -2.25])),
    ("day", Column(dates: [CivilDate(days: 0), nil, CivilDate(days: 2), CivilDate(days: 3)])),
    ("group", Column(texts: ["b", "a", "b", "a"])),
    ("empty", Column(doubles: [nil, nil, nil, nil])),
  ])
  let fixture = ReportFixture(["d": frame])

  @Test func allColumnsArePrintedWithHeadsInWords() throws {
    let table = try #require(try fixture.compose("- table: {data: d}").table)
    #expect(
      table.columns.map(\.head) == ["Userid", "Num steps", "Risk", "Day", "Group", "Empty"])
    #expect(
      table.columns.map(\.alignment) == [.left, .right, .right, .left, .left, .right])
    #expect(table.lines.first == "12954 | 10,000 | 96.8 | Jan 1, 1970 | b | –")
    #expect(table.lines[2] == "44 | – | – | Jan 3, 1970 | b | –")
    #expect(table.cut == nil)
  }

  @Test func cutTableSaysSoAndBy() throws {
    let whole = try fixture.compose(
      "- table: {data: d, columns: [userid], sort: -risk, limit: 2}")
    #expect(whole.table?.lines == ["12954", "3955"])
    #expect(whole.table?.cut == "2 of 4 rows, by risk, highest first.")
    #expect(whole.results.first?["shown"] == 2 && whole.results.first?["rows"] == 4)
    #expect(whole.results.first?["values"] == [[12954], [3955]])
  }

  @Test func missingValuesComeLastEitherWay() throws {
    for sort in ["risk", "-risk"] {
      let whole = try fixture.compose("- table: {data: d, columns: [userid], sort: \(sort)}")
      #expect(whole.table?.lines.last == "44")
    }
  }

  @Test func groupsHaveHeadsAndKeepTheOrder() throws {
    let whole = try fixture.compose(
      "- table: {data: d, columns: [userid], sort: -risk, limit: 3, group: group}")
    #expect(whole.table?.lines == ["# a", "3955", "7", "# b", "12954"])
  }

  @Test func totalsAreOverAllRows() throws {
    let whole = try fixture.compose(
      """
      - table: {data: d, columns: [userid, {value: num_steps, total: sum}], limit: 1}
      """)
    #expect(whole.table?.lines == ["12954 | 10,000", "= Total of all 4 rows | 10,281"])
    #expect(whole.results.first?["totals"] == ["num_steps": .number(10281)])
  }

  @Test func whatDoesNotAddUpHasNoTotalUnlessItIsAsked() throws {
    let means = ["d": Set(["risk"])]
    let whole = try fixture.compose(
      "- table: {data: d, columns: [userid, risk, num_steps], totals: true, limit: 1}", means: means
    )
    #expect(
      whole.table?.lines.last?.hasSuffix(" |  | 10,281") == true, "\(whole.table?.lines ?? [])")
    let asked = try fixture.compose(
      "- table: {data: d, columns: [userid, {value: risk, total: max}], limit: 1}", means: means)
    #expect(asked.results.first?["totals"] == ["risk": .number(96.84)])
  }

  @Test func barsShareAScaleThatHoldsZero() throws {
    let whole = try fixture.compose("- table: {data: d, columns: [{value: risk, bar: true}]}")
    let bars = whole.table?.rows.map { $0.cell(0)?.bar } ?? []
    let zero = 2.25 / (96.84 + 2.25)
    #expect(bars.count == 4 && bars[2] == nil)
    #expect(abs((bars[0]?.lowerBound ?? 9) - zero) < 1e-12 && bars[0]?.upperBound == 1)
    #expect(bars[3]?.lowerBound == 0 && abs((bars[3]?.upperBound ?? 9) - zero) < 1e-12)
  }

  @Test func colourScaleSpansTheColumn() throws {
    let whole = try fixture.compose(
      "- table: {data: d, columns: [{value: risk, scale: sequential}]}")
    let fills = whole.table?.rows.map { $0.cell(0)?.fill } ?? []
    #expect(fills[0] != nil && fills[0] != fills[3] && fills[2] == nil)
  }

  @Test func columnMayBeAnExpression() throws {
    let whole = try fixture.compose(
      "- table: {data: d, columns: [{value: risk * 2, label: Double, format: .2f}], limit: 1}")
    #expect(whole.table?.columns.first?.head == "Double")
    #expect(whole.table?.lines == ["193.68"])
    #expect(whole.results.first?["columns"] == ["risk * 2"])
  }
}
