import Drawing
import Evaluation
import Formatting
import Frame
import Testing

@testable import Charts

@Suite struct NarrowDrawingTests {
  private static let frames = ["people": SpecimenData.people(60)]
  private static let scatter = """
    mark: point
    data: people
    x: weight
    y: risk
    color: smoker
    trend: linear
    """

  private func draw(_ yaml: String, width: Points, narrow: Points?) throws -> Chart {
    let plan = try #require(ChartSpecimen.read(yaml).plan)
    var context = DrawingContext.fixed(NarrowDrawingTests.frames)
    context.narrowWidth = narrow
    var colors = CategoryColors()
    return try ChartPipeline.draw(plan, width: width, in: context, colors: &colors)
  }

  @Test(arguments: [
    scatter,
    "mark: point\ndata: people\nx: weight\ny: risk\nfacet: cholesterol",
    "mark: bar\ndata: people\nx: cholesterol\ny: mean(risk)",
    "mark: hexbin\ndata: people\nx: weight\ny: risk",
  ])
  func isWhatThatWidthAloneWouldDraw(_ yaml: String) throws {
    let both = try draw(yaml, width: 507, narrow: 250)
    let wide = try draw(yaml, width: 507, narrow: nil)
    let slim = try draw(yaml, width: 250, narrow: nil)
    #expect(both.narrow == [slim.scene] + slim.continuation)
    #expect(both.narrow.allSatisfy { $0.size.width == 250 })
    #expect(wide.narrow.isEmpty)
    #expect((both.scene, both.note) == (wide.scene, wide.note))
  }

  @Test func aChartThatIsNarrowItselfHasNoSecond() throws {
    #expect(try draw(NarrowDrawingTests.scatter, width: 245, narrow: 250).narrow.isEmpty)
    #expect(try draw(NarrowDrawingTests.scatter, width: 270, narrow: 250).narrow.isEmpty)
  }

  @Test func barsWithLongNamesLieWhereTheyAreNarrow() throws {
    let names = ["Northern territories", "Southern territories", "Western territories", "Islands"]
    let frame = DataFrame([
      ("region", Column(texts: names)), ("sales", Column(doubles: [5, 3, 8, 2])),
    ])
    let plan = try #require(
      ChartSpecimen.read("mark: bar\ndata: people\nx: region\ny: sum(sales)").plan)
    var context = DrawingContext.fixed(["people": frame])
    context.narrowWidth = 150
    var colors = CategoryColors()
    let chart = try ChartPipeline.draw(plan, width: 507, in: context, colors: &colors)
    context.narrowWidth = nil
    let slim = try ChartPipeline.draw(plan, width: 150, in: context, colors: &colors)
    #expect(chart.narrow == [slim.scene])
  }

  @Test func composedChartsDrawThemselvesTwice() {
    var context = DrawingContext.fixed([:])
    context.narrowWidth = 250
    let plot = ForestPlot(
      rows: [ForestPlot.Row(label: "age", estimate: 1, low: 0.5, high: 1.5)], isRatio: false)
    func chart(_ width: Points) -> Chart {
      Chart(
        subtitle: nil, altText: "Forest", data: DataFrame([]), width: width, in: context,
        drawing: plot.draw)
    }
    #expect(chart(507).narrow.map(\.size.width) == [250])
    #expect(chart(245).narrow.isEmpty)
  }
}
