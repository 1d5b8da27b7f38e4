import Frame
import Testing

@testable import Charts

@Suite struct WholeNumbersTests {
  private func demand(_ range: ClosedRange<Double>, _ columns: Column...) -> Double {
    AxisDemand(range: range).smallestStep(
      of: columns.map { ChannelColumn(column: $0, field: "x", label: "X") })
  }

  @Test func wholeNumbersHaveNoTickAtAHalf() {
    #expect(demand(1995...2010, Column(integers: [1995, 2010])) == 1)
    #expect(demand(1995...2010, Column(doubles: [1995, nil, 2010])) == 1)
    #expect(demand(0...3, Column(doubles: [0, 1.5, 3])) == 0)
    #expect(demand(0...3, Column(integers: [0, 3]), Column(doubles: [0.5])) == 0)
    // Shares of whole numbers reach to 1.
    #expect(demand(0...1, Column(integers: [0, 4])) == 0)
    // A mean of whole numbers reaches to a fraction.
    #expect(demand(0...0.7, Column(integers: [0, 1])) == 0)
    #expect(demand(1...2, Column(texts: ["a"])) == 0)
  }

  @Test(arguments: ["integers", "doubles"])
  func yearsAreNotGrouped(_ kind: String) throws {
    let years = [1995, 2000, 2005, 2010]
    let column =
      kind == "integers"
      ? Column(integers: years.map { Int64($0) }) : Column(doubles: years.map { Double($0) })
    let chart = try ChartSpecimen(name: "", yaml: "{ data: t, mark: line, x: year, y: v }").draw(
      frames: ["t": DataFrame([("year", column), ("v", Column(doubles: [1, 3, 2, 4]))])], width: 500
    )
    let words = SceneFindings(chart.scene).texts
    #expect(words.contains("2000") && words.contains("2010"), "\(words)")
    #expect(!words.contains { $0.contains(",") || $0.contains(".5") }, "\(words)")
  }
}
