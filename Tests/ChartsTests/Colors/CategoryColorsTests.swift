import Charts
import Drawing
import Frame
import TestSupport
import Testing

@Suite struct CategoryColorsTests {
  @Test func valuesKeepTheirColourAndFieldsHaveTheirOwn() {
    var colors = CategoryColors()
    #expect(colors.assign(field: "smoker", values: [.text("N"), .text("Y")], among: 8) == [0, 1])
    #expect(colors.assign(field: "gender", values: [.text("F")], among: 8) == [2])
    #expect(colors.assign(field: "smoker", values: [.text("Y"), .text("?")], among: 8) == [1, 3])
  }

  @Test func aFieldNeverWearsAColourTwiceWhileOthersAreFree() {
    var colors = CategoryColors()
    func values(_ range: Range<Int>) -> [Value] { range.map { .integer(Int64($0)) } }
    #expect(colors.assign(field: "a", values: values(0..<3), among: 8) == [0, 1, 2])
    #expect(colors.assign(field: "b", values: values(0..<5), among: 8) == [3, 4, 5, 6, 7])
    // All are worn: the next of 'a' takes one of b's, not its own first.
    #expect(colors.assign(field: "a", values: values(3..<8), among: 8) == [3, 4, 5, 6, 7])
    #expect(Set(colors.assign(field: "c", values: values(0..<8), among: 8)).count == 8)
  }

  /// Panels, layers and chart kinds: wherever a category appears it has its colour.
  @Test(arguments: [
    "{ data: people, mark: point, x: weight, y: risk, color: smoker, facet: cholesterol }",
    "{ data: people, mark: bar, x: cholesterol, y: count(), color: smoker, stack: true }",
    "{ data: people, mark: box, x: cholesterol, y: risk, color: smoker }",
    "{ data: people, mark: histogram, x: age, color: smoker, facet: cholesterol }",
  ])
  func categoryHasOneColourInEveryChart(_ yaml: String) throws {
    var colors = CategoryColors()
    func paints(_ yaml: String) throws -> [String: Paint] {
      let plan = try #require(ChartSpecimen.read(yaml).plan)
      let chart = try ChartPipeline.draw(
        plan, width: 480, in: .fixed(SpecimenData.frames), colors: &colors)
      return SceneFindings(chart.scene).legendPaints
    }
    // Others go before, in another order.
    _ = try paints("{ data: people, mark: histogram, x: risk, color: cholesterol }")
    let first = try paints(
      "{ data: people, mark: point, x: age, y: risk, color: { value: smoker, sort: -name } }")
    let other = try paints(yaml)
    #expect(first == other && first.count == 2)
  }
}
