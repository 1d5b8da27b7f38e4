import Testing

@testable import Charts

@Suite struct SourceLineTests {
  private func note(_ source: String, data: String = "people", y: String = "risk") throws
    -> String?
  {
    try ChartSpecimen(
      name: "source", yaml: "{ data: \(data), mark: point, x: age, y: \(y), source: \(source) }"
    ).draw().note
  }

  @Test func theSourceStandsAfterWhatWasLeftOut() throws {
    #expect(try note("Ministry of Health") == "Source: Ministry of Health")
    let found = try #require(try note("Ministry of Health", y: "weight"))
    #expect(found.contains("eft out") && found.hasSuffix(". Source: Ministry of Health"))
  }

  @Test func aChartWithoutRowsNamesItsSourceToo() throws {
    #expect(try note("Survey", data: "nothing")?.hasSuffix("Source: Survey") == true)
  }

  @Test func linesBecomeOneAndABlankIsNone() throws {
    #expect(try note("\"a\\nb\"") == "Source: a b")
    #expect(try note("\"  \"") == nil)
  }
}
