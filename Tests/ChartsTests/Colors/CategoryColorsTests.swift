import Charts
import Drawing
import Frame
import TestSupport
import Testing

@Suite struct CategoryColorsTests {
  /// The places of words as values of a field.
  private func places(_ field: String, _ words: String, in colors: inout CategoryColors) -> [Int] {
    colors.assign(
      field: field, values: words.split(separator: " ").map { .text(String($0)) }, among: 8)
  }

  @Test func valuesKeepTheirColourThroughTheReport() {
    var colors = CategoryColors()
    #expect(places("smoker", "N Y", in: &colors) == [0, 1])
    #expect(places("smoker", "Y ?", in: &colors) == [1, 2])
    #expect(places("smoker", "? N", in: &colors) == [2, 0])
  }

  @Test func fieldsThatHaveNothingInCommonBeginAnew() {
    var colors = CategoryColors()
    #expect(places("device", "a b c d e f", in: &colors) == [0, 1, 2, 3, 4, 5])
    #expect(places("gender", "F M", in: &colors) == [0, 1])
    #expect(places("smoker", "N Y", in: &colors) == [0, 1])
  }

  @Test func theSameWordsHaveTheSameColoursWhateverTheirColumnIsCalled() {
    var colors = CategoryColors()
    #expect(places("cholestlevs", "Above High Normal", in: &colors) == [0, 1, 2])
    #expect(places("chol", "High Normal", in: &colors) == [1, 2])
    #expect(places("level", "Normal Above High missing", in: &colors) == [2, 0, 1, 3])
    // Some words in common: these keep their colours, the others take the first that are free.
    #expect(places("bp", "High Low Normal", in: &colors) == [1, 0, 2])
  }

  @Test func aChartNeverWearsAColourTwiceWhileOthersAreFree() {
    var colors = CategoryColors()
    func values(_ range: Range<Int>) -> [Value] { range.map { .integer(Int64($0)) } }
    #expect(colors.assign(field: "a", values: values(0..<5), among: 8) == [0, 1, 2, 3, 4])
    // The palette is at its end: 8 and 9 take what the field wears least.
    #expect(colors.assign(field: "a", values: values(5..<10), among: 8) == [5, 6, 7, 0, 1])
    // 8 meets 0, which has its colour: for this once it takes another.
    #expect(colors.assign(field: "a", values: [.integer(0), .integer(8)], among: 8) == [0, 2])
    #expect(colors.assign(field: "a", values: [.integer(8)], among: 8) == [0])
    #expect(Set(colors.assign(field: "a", values: values(2..<10), among: 8)).count == 8)
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
