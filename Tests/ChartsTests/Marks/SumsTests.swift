import Drawing
import Expressions
import Frame
import Diagnostics
import TestSupport
import Testing

@testable import Charts

/// What is added up on a page, and what has no sum.
@Suite struct SumsTests {
  private static let means =
    "{ data: people, mark: area, x: 'bin(age, 6)', y: mean(risk), color: smoker"

  @Test(arguments: [
    ("risk", true), ("count()", true), ("sum(risk) / 1000", true), ("-sum(risk) + count()", true),
    ("round(sum(risk))", true), ("count(distinct age)", true), ("sum(risk) * 2", true),
    ("mean(risk)", false), ("avg(risk)", false), ("median(risk)", false), ("max(risk)", false),
    ("missing(risk)", true), ("quantile(risk, 0.9)", false), ("stddev(risk)", false),
    ("sum(risk) / count()", false),
    ("100 * missing_share(risk)", false), ("round(mean(risk))", false),
    ("sum(risk) * sum(age)", false),
  ])
  func expressionsThatAddUpAreKnown(_ text: String, _ addsUp: Bool) throws {
    let problems = Problems()
    let expression = try #require(
      Expression(
        parsing: SourceText(text, at: SourcePlace(file: "", line: 1, column: 1)), problems: problems
      ))
    #expect(expression.addsUp() == addsUp)
  }

  @Test func areasOfMeansLieOverEachOtherWithLines() throws {
    let chart = try ChartSpecimen(name: "", yaml: SumsTests.means + " }").draw()
    #expect(chart.note == "Areas lie over each other.")
    #expect(!chart.altText.contains("All together"))
    let people = try #require(SpecimenData.frames["people"])
    let highest = people["risk"]?.doubles.max() ?? 0
    let ticks = SceneFindings(chart.scene).texts.compactMap(Double.init)
    #expect((ticks.max() ?? .infinity) <= highest.rounded(.up) + 20, "\(ticks)")
    Golden.check(chart.golden, named: "sums-areas-of-means")
  }

  /// A mean that a query computed is none less than one of the chart.
  @Test func areasOfMeansOfAQueryLieOverEachOther() throws {
    let plan = try #require(
      ChartSpecimen.read("{ data: daily, mark: area, x: day, y: steps, color: gender }").plan)
    func note(_ means: [String: Set<String>]) throws -> String? {
      var context = DrawingContext.fixed(SpecimenData.frames)
      context.means = means
      var colors = CategoryColors()
      return try ChartPipeline.draw(plan, width: 320, in: context, colors: &colors).note
    }
    #expect(try note(["daily": ["steps"]])?.contains("Areas lie over each other.") == true)
    #expect(try note(["daily": ["day"], "other": ["steps"]])?.contains("stand on") == true)
  }

  @Test func missingValuesAreCountedByGroup() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: people, mark: bar, x: smoker, y: missing(weight) }"
    ).draw()
    #expect(chart.data.rowCount == 2)
  }

  @Test func sumsStandOnEachOther() throws {
    let yaml = SumsTests.means.replacing("mean(risk)", with: "count()") + " }"
    #expect(try ChartSpecimen(name: "", yaml: yaml).draw().note == "Areas stand on each other.")
  }

  @Test(arguments: [("area", "true"), ("bar", "true"), ("bar", "normalize")])
  func meansOnEachOtherAreAWarningAndInTheNote(_ mark: String, _ stack: String) throws {
    let yaml = SumsTests.means.replacing("area", with: mark) + ", stack: \(stack) }"
    let (plan, told) = ChartSpecimen.read(yaml)
    #expect(told.count == 1)
    #expect(
      told.first?.contains("warning: 'stack' adds up values of mean(risk), which have no sum")
        == true)
    var context = DrawingContext.fixed(SpecimenData.frames)
    context.measuring = FixedMeasuring()
    var colors = CategoryColors()
    let chart = try ChartPipeline.draw(try #require(plan), width: 320, in: context, colors: &colors)
    #expect(
      chart.note?.contains("though their values do not add up") == true,
      "\(chart.note ?? "")")
  }

  @Test func oneAreaOfMeansIsSolid() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: people, mark: area, x: 'bin(age, 6)', y: mean(risk) }"
    ).draw()
    #expect(chart.note == nil && chart.scene.dump.contains("@0.8"))
  }
}

/// The colours of bars that show a measure.
@Suite struct BarRampTests {
  private static let spec = "{ data: people, mark: bar, x: cholesterol, y: mean(risk), color: "

  @Test func aMeasureAsColourIsARampWithItsLegend() throws {
    let chart = try ChartSpecimen(name: "", yaml: BarRampTests.spec + "mean(age) }").draw()
    let words = SceneFindings(chart.scene).texts
    #expect(words.contains("Mean age"), "\(words)")
    Golden.check(chart.golden, named: "sums-bars-on-a-ramp")
  }

  @Test(arguments: [("age", false), ("count()", true), ("{ value: age, scale: sequential }", true)])
  func wholeNumbersOfRowsAreCategoriesUnlessSaidOtherwise(_ color: String, _ isRamp: Bool) throws {
    let chart = try ChartSpecimen(
      name: "",
      yaml: "{ data: people, mark: bar, x: age, y: count(), color: \(color) }"
        .replacing("{ value: age,", with: "{ value: max(age),")
    ).draw()
    let ramp = SceneFindings(chart.scene).texts
    #expect((ramp.count > 0) && chart.scene.dump.contains("fill #0072b2") != isRamp, "\(ramp)")
  }

  @Test func endsOfARampThatLieCloseAreToldApart() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: rows, mark: bar, x: kind, y: level, color: heat }"
    ).draw(frames: [
      "rows": DataFrame([
        ("kind", Column(texts: ["a", "b"])), ("level", Column(doubles: [1, 2])),
        ("heat", Column(doubles: [159.81, 160.24])),
      ])
    ])
    let words = SceneFindings(chart.scene).texts
    #expect(words.contains("159.81") && words.contains("160.24"), "\(words)")
  }

  @Test func barsWhoseRowsDifferInTheMeasureAreGreyAndCounted() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: rows, mark: bar, x: kind, y: level, color: heat }"
    ).draw(frames: [
      "rows": DataFrame([
        ("kind", Column(texts: ["a", "a", "b", "c", "d"])),
        ("level", Column(doubles: [1, 2, 3, 4, 5])),
        ("heat", Column(doubles: [0.5, 0.7, 0.1, nil, 0.9])),
      ])
    ])
    #expect(chart.note?.contains("2 bars are grey, without heat") == true, "\(chart.note ?? "")")
  }

  @Test(arguments: ["mark: bar, stack: normalize", "mark: bar"])
  func categoriesWithAnOrderStandOnARamp(_ mark: String) throws {
    let chart = try ChartSpecimen(
      name: "",
      yaml:
        "{ data: people, \(mark), x: smoker, y: count(), color: { value: cholesterol, domain: [Normal, Above, High], scheme: diverging } }"
    ).draw()
    #expect(chart.scene.legendWords == ["Normal", "Above", "High"])
    // From one arm of the ramp over its middle to the other.
    let paints = [0.05, 0.5, 0.95].map { ColorRamp.diverging.paint(at: $0).light.hex }
    let legend = chart.scene.dump.split(separator: "[legend]").last ?? ""
    let places = paints.compactMap { legend.firstRange(of: $0)?.lowerBound }
    #expect(places.count == 3 && places == places.sorted(), "\(paints) \(legend)")
  }

  /// Lines through the rows of a number are one for each, in the colours of its order.
  @Test(arguments: ["scheme: viridis", "scale: sequential", "scale: categorical, scheme: blues"])
  func linesOfANumberAreToldApartOnARamp(_ settings: String) throws {
    let rows = (0..<12).map { ($0 % 4, 2020 + $0 / 4) }
    let frame = DataFrame([
      ("x", Column(integers: rows.map { Int64($0.0) })),
      ("y", Column(doubles: rows.map { Double($0.0 * ($0.1 - 2019)) })),
      ("year", Column(doubles: rows.map { Double($0.1) })),
    ])
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: rows, mark: line, x: x, y: y, color: { value: year, \(settings) } }",
      width: 400
    ).draw(frames: ["rows": frame])
    let words = SceneFindings(chart.scene).texts
    #expect(["2020: 3", "2021: 6", "2022: 9"].allSatisfy(words.contains), "\(words)")
  }
}
