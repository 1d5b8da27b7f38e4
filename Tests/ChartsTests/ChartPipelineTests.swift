import Charts
import Drawing
import Frame
import JSON
import TestSupport
import Testing

/// Charts of every kind, each named after what it shows.
let specimens: [ChartSpecimen] = [
  ChartSpecimen(
    name: "points with a trend for each category",
    yaml: """
      data: people
      mark: point
      x: { value: weight, label: Weight (lb) }
      y: { value: risk, label: Risk score }
      color: smoker
      trend: linear
      """, width: 480),
  ChartSpecimen(
    name: "points with one trend in half a page",
    yaml: "{ data: people, mark: point, x: weight, y: risk, trend: linear }", width: 240),
  ChartSpecimen(
    name: "bubbles whose area counts rows",
    yaml:
      "{ data: people, mark: point, x: 'bin(age, 6)', y: mean(risk), size: count(), color: smoker }"
  ),
  ChartSpecimen(
    name: "a dot plot ordered by its measure",
    yaml:
      "{ data: people, mark: point, y: { value: cholesterol, sort: -value }, x: mean(risk), color: smoker }"
  ),
  ChartSpecimen(
    name: "points coloured by a number",
    yaml: "{ data: people, mark: point, x: weight, y: risk, color: age }"),
  ChartSpecimen(
    name: "thin lines with their moving average",
    yaml: """
      data: daily
      subtitle: Mean steps a day
      layers:
        - { mark: line, x: day, y: steps, color: gender, opacity: 0.3 }
        - { mark: line, x: day, y: "moving_average(steps, 7)", color: gender }
      """, width: 480),
  ChartSpecimen(
    name: "lines of two measures",
    yaml: """
      data: people
      x: bin(age, 8)
      layers: [{ mark: line, y: mean(risk) }, { mark: line, y: median(weight) }]
      """, width: 480),
  ChartSpecimen(
    name: "a line over hours", yaml: "{ data: readings, mark: line, x: moment, y: pulse }"),
  ChartSpecimen(
    name: "a line over ten thousand years", yaml: "{ data: ages, mark: line, x: day, y: value }"),
  ChartSpecimen(
    name: "bars side by side",
    yaml: """
      data: people
      mark: bar
      x: { value: cholesterol, domain: [Normal, Above, High] }
      y: { value: mean(risk), format: .1f }
      color: smoker
      """),
  ChartSpecimen(
    name: "bars on each other",
    yaml: "{ data: people, mark: bar, x: cholesterol, y: count(), color: smoker, stack: true }"),
  ChartSpecimen(
    name: "bars lie when names are long",
    yaml: "{ data: devices, mark: bar, x: device, y: readings, label: readings }",
    width: 200),
  ChartSpecimen(
    name: "bars of one user with their values",
    yaml: """
      data: daily
      mark: bar
      x: day
      y: sum(steps)
      label: { value: sum(steps), format: ",.0f" }
      """, width: 507),
  ChartSpecimen(
    name: "bars above and below zero",
    yaml: "{ data: changes, mark: bar, x: region, y: change, color: year }", width: 240),
  ChartSpecimen(
    name: "rows that share a bar are added",
    yaml: "{ data: changes, mark: bar, x: region, y: change }", width: 240),
  ChartSpecimen(
    name: "a heat map of bins in panels",
    yaml: """
      data: people
      mark: rect
      x: { value: "bin(age, 5)", label: Age }
      y: { value: "bin(weight, 5)", label: Weight }
      color: mean(risk)
      facet: smoker
      """),
  ChartSpecimen(
    name: "a heat map of categories with labels",
    yaml:
      "{ data: people, mark: rect, x: cholesterol, y: smoker, color: mean(risk), label: count() }"),
  ChartSpecimen(
    name: "a histogram", yaml: "{ data: people, mark: histogram, x: risk }", width: 240),
  ChartSpecimen(
    name: "a histogram of two categories",
    yaml: "{ data: people, mark: histogram, x: weight, color: smoker }"),
  ChartSpecimen(
    name: "boxes with counts under their names",
    yaml: """
      data: people
      mark: box
      x: { value: cholesterol, domain: [Normal, Above, High] }
      y: { value: risk, label: Risk score }
      """, width: 240),
  ChartSpecimen(
    name: "boxes side by side",
    yaml: "{ data: people, mark: box, x: cholesterol, y: risk, color: smoker }"),
  ChartSpecimen(
    name: "rules over points",
    yaml: """
      data: people
      layers:
        - { mark: point, x: weight, y: risk }
        - { mark: rule, y: mean(risk), label: "'Mean'" }
        - { mark: rule, x: 180, label: "'Limit'" }
      """),
  ChartSpecimen(
    name: "words at places",
    yaml: "{ data: changes, mark: text, x: change, y: region, label: year }", width: 240),
  ChartSpecimen(
    name: "ticks by category", yaml: "{ data: people, mark: tick, x: risk, y: cholesterol }"),
  ChartSpecimen(
    name: "areas on each other",
    yaml: "{ data: people, mark: area, x: 'bin(age, 6)', y: count(), color: smoker }"),
  ChartSpecimen(
    name: "points in panels with trends",
    yaml: "{ data: people, mark: point, x: weight, y: risk, facet: cholesterol, trend: linear }",
    width: 480),
  ChartSpecimen(
    name: "a log scale refuses what is not positive",
    yaml: "{ data: powers, mark: point, x: { value: x, scale: log }, y: y }"),
  ChartSpecimen(
    name: "a local regression",
    yaml: "{ data: people, mark: point, x: weight, y: risk, trend: loess }", width: 240),
]

/// Charts of data that leave little to draw, or too much.
let hardSpecimens: [ChartSpecimen] = [
  ChartSpecimen(name: "no rows", yaml: "{ data: nothing, mark: point, x: weight, y: risk }"),
  ChartSpecimen(
    name: "no rows summed up", yaml: "{ data: nothing, mark: bar, x: smoker, y: mean(risk) }"),
  ChartSpecimen(
    name: "one row with a trend",
    yaml: "{ data: one, mark: point, x: weight, y: risk, trend: linear }"),
  ChartSpecimen(name: "one row as a histogram", yaml: "{ data: one, mark: histogram, x: risk }"),
  ChartSpecimen(name: "one row as a box", yaml: "{ data: one, mark: box, y: risk }"),
  ChartSpecimen(name: "only nulls", yaml: "{ data: nulls, mark: point, x: x, y: y, color: name }"),
  ChartSpecimen(name: "only null names", yaml: "{ data: nulls, mark: bar, x: name, y: y }"),
  ChartSpecimen(
    name: "constant columns", yaml: "{ data: constant, mark: point, x: x, y: y, trend: linear }"),
  ChartSpecimen(name: "constant zero", yaml: "{ data: constant, mark: line, x: x, y: zero }"),
  ChartSpecimen(name: "a constant histogram", yaml: "{ data: constant, mark: histogram, x: y }"),
  ChartSpecimen(name: "the whole range of doubles", yaml: "{ data: huge, mark: line, x: x, y: y }"),
  ChartSpecimen(
    name: "the whole range of doubles as a histogram", yaml: "{ data: huge, mark: histogram, x: x }"
  ),
  ChartSpecimen(
    name: "the whole range of doubles as bins",
    yaml: "{ data: huge, mark: rect, x: 'bin(x, 5)', y: 'bin(far, 5)', color: mean(y) }"),
  ChartSpecimen(name: "neighbours far out", yaml: "{ data: huge, mark: point, x: far, y: y }"),
  ChartSpecimen(name: "hostile names", yaml: "{ data: hostile, mark: bar, x: name, y: value }"),
  ChartSpecimen(
    name: "hostile colours", yaml: "{ data: hostile, mark: point, x: value, y: value, color: name }"
  ),
  ChartSpecimen(
    name: "hostile panels", yaml: "{ data: hostile, mark: point, x: value, y: value, facet: name }",
    width: 480),
  ChartSpecimen(
    name: "ten thousand categories", yaml: "{ data: categories, mark: bar, x: name, y: value }"),
  ChartSpecimen(
    name: "ten thousand colours",
    yaml: "{ data: categories, mark: point, x: value, y: value, color: name }"),
  ChartSpecimen(
    name: "ten thousand panels",
    yaml: "{ data: categories, mark: point, x: value, y: value, facet: name }", width: 480),
  ChartSpecimen(
    name: "a log scale of nothing positive",
    yaml: "{ data: constant, mark: point, x: x, y: { value: y, scale: log } }"),
  ChartSpecimen(
    name: "a domain that holds no row",
    yaml: "{ data: people, mark: point, x: { value: weight, domain: [1, 2] }, y: risk }"),
]

@Suite struct ChartPipelineTests {
  @Test(arguments: specimens)
  func chartIsDrawnAsExpected(_ specimen: ChartSpecimen) throws {
    let name = "chart-" + specimen.name.replacing(",", with: "").replacing(" ", with: "-")
    Golden.check(try specimen.draw().golden, named: name)
  }

  @Test(arguments: specimens)
  func drawingTwiceGivesTheSameScene(_ specimen: ChartSpecimen) throws {
    #expect(try specimen.draw() == specimen.draw())
  }

  @Test(arguments: hardSpecimens)
  func hardDataGiveAPictureOrASentence(_ specimen: ChartSpecimen) throws {
    let chart = try specimen.draw()
    #expect(chart.scene.size.height > 0 && chart.scene.size.height < 760)
    #expect(!chart.altText.isEmpty)
    let findings = SceneFindings(chart.scene).outside
    #expect(findings.isEmpty, "\(findings)")
  }

  @Test func whatIsLeftOutIsCountedAndSaid() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: people, mark: point, x: weight, y: risk }"
    ).draw()
    #expect(chart.note?.contains("6 rows without weight are left out.") == true)
    #expect(JSONValue.object(chart.results)["dropped"] == 6)
    #expect(JSONValue.object(chart.results)["points"] == 54)
  }

  @Test func manyCategoriesAreCutAndTheCutIsSaid() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: categories, mark: bar, x: name, y: value }"
    ).draw()
    #expect(chart.note?.contains("30 of 10,000 categories of name are shown, the largest.") == true)
  }

  @Test func emptyChartSaysWhy() throws {
    let empty = try ChartSpecimen(
      name: "", yaml: "{ data: nothing, mark: bar, x: smoker, y: risk }"
    )
    .draw()
    #expect(empty.altText == "No chart: No rows to draw.")
    let nulls = try ChartSpecimen(name: "", yaml: "{ data: nulls, mark: point, x: x, y: y }").draw()
    #expect(nulls.altText.contains("none of 3 rows has a usable value of"))
  }

  @Test func categoryKeepsItsColourThroughAReport() throws {
    var colors = CategoryColors()
    func entries(_ yaml: String) throws -> [String: Paint] {
      let plan = try #require(ChartSpecimen.read(yaml).plan)
      let chart = try ChartPipeline.draw(
        plan, width: 300, in: .fixed(SpecimenData.frames), colors: &colors)
      return SceneFindings(chart.scene).legendPaints
    }
    let first = try entries("{ data: people, mark: histogram, x: risk, color: smoker }")
    let other = try entries("{ data: people, mark: histogram, x: risk, color: cholesterol }")
    let again = try entries(
      "{ data: people, mark: bar, x: cholesterol, y: count(), color: smoker }")
    #expect(first == again && first.count == 2)
    // Categories that have nothing in common with earlier ones begin with the first colours again.
    #expect(Set(first.values).isSubset(of: other.values) && other.count == 3)
  }
}
