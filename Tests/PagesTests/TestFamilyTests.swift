import Frame
import JSON
import Statistics
import Testing

@testable import Pages

@Suite struct TestFamilyTests {
  @Test func aBlockThatAsksForNoMoreIsItsOwnFamily() {
    var family = TestFamily()
    let corrected = family.correct([0.01, nil, 0.04], by: .bonferroni)
    #expect(corrected.adjusted == [0.02, nil, 0.08])
    #expect(corrected.count == 2)
  }

  @Test func blocksOfTheReportAreCorrectedTogether() {
    var first = TestFamily.gathering
    _ = first.correct([0.01, nil], by: .holm, over: .report)
    _ = first.correct([0.5], by: .holm)
    _ = first.correct([0.02, 0.03], by: .holm, over: .report)
    var second = first.complete
    #expect(second.correct([0.01, nil], by: .bonferroni, over: .report).adjusted == [0.03, nil])
    #expect(second.correct([0.5], by: .bonferroni).adjusted == [0.5])
    let last = second.correct([0.02, 0.03], by: .none, over: .report)
    #expect(last.adjusted == [0.02, 0.03])
    #expect(last.count == 3)
  }

  @Test func aBlockComposedByItselfIsTheWholeReport() {
    var family = TestFamily()
    #expect(family.correct([0.01, 0.02], by: .bonferroni, over: .report).adjusted == [0.02, 0.04])
  }

  static let frame = DataFrame([
    ("g", Column(texts: (0..<24).map { $0 % 2 == 0 ? "a" : "b" })),
    ("x", Column(integers: (0..<24).map { Int64(($0 * 7) % 11) })),
    ("y", Column(integers: (0..<24).map { Int64(($0 * 5) % 13) })),
    ("z", Column(integers: (0..<24).map { Int64(($0 * $0) % 17) })),
  ])
  let fixture = ReportFixture(["d": frame])

  private func values(_ key: String, of results: [JSONValue]) -> [Double] {
    results.flatMap { block -> [Double] in
      var found: [Double] = []
      for list in ["pairs", "tests"] {
        var place = 0
        while let entry = block[list]?[place] {
          if case .number(let p)? = entry[key] { found.append(p) }
          place += 1
        }
      }
      return found
    }
  }

  @Test func theCorrectionCountsEveryTestOfTheReportWhereverItStands() throws {
    let whole = try fixture.compose(
      """
      - correlation: {data: d, columns: [x, y, z], adjust: bonferroni, family: report}
      - describe: {data: d}
      - columns:
          - compare: {data: d, value: x, by: g, adjust: bonferroni, family: report}
      - for_each:
          data: d
          by: g
          blocks:
            - correlation: {data: d, columns: [x, y], adjust: bonferroni, family: report}
      """)
    let p = values("p", of: whole.results)
    #expect(p.count == 3 + 2 + 2)
    #expect(values("p_adjusted", of: whole.results) == p.map { min(1, 7 * $0) })
    let corrected = whole.notes.filter { $0.contains("over the 7 tests of the report") }
    #expect(corrected.count >= 2)
  }

  @Test func aBlockThatIsNotPrintedHasNoTests() throws {
    let whole = try fixture.compose(
      """
      - correlation: {data: d, columns: [x, y, z], when: count(d) > 100, family: report}
      - correlation: {data: d, columns: [x, y], family: report}
      """)
    #expect(values("p", of: whole.results) == values("p_adjusted", of: whole.results))
  }
}
