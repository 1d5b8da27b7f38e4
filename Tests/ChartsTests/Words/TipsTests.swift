import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

@Suite struct TipsTests {
  /// The first tip of a chart of the people.
  @Test(arguments: [
    (
      "{ data: people, mark: point, x: { value: weight, label: Weight (lb) }, y: risk, color: smoker }",
      "Weight (lb) 146 · Risk 33.5 · Smoker yes"
    ),
    (
      "{ data: changes, mark: bar, x: region, y: change, color: year }",
      "Region North · Change 3 · Year a"
    ),
    ("{ data: changes, mark: bar, x: region, y: change }", "Region North · Change 1.5"),
    (
      "{ data: daily, mark: line, x: day, y: steps, color: gender }",
      "Day Dec 22, 2025 · Steps 1,000 · Gender Men"
    ),
    (
      "{ data: people, mark: rect, x: 'bin(age, 5)', y: smoker, color: mean(risk) }",
      "Age 50–60 · Smoker yes · Mean risk 38.9"
    ),
    ("{ data: one, mark: histogram, x: risk }", "Risk 33 to 34 · 1 row"),
  ])
  func valuesAreToldInWords(_ yaml: String, _ expected: String) throws {
    let chart = try ChartSpecimen(name: "", yaml: yaml).draw()
    #expect(chart.scene.tips.first?.text == expected)
  }

  @Test func eachShapeHasOneTipInsideTheChart() throws {
    for (yaml, count) in [
      ("{ data: people, mark: point, x: weight, y: risk }", 54),
      ("{ data: changes, mark: bar, x: region, y: change, color: year, stack: true }", 4),
      ("{ data: daily, mark: line, x: day, y: steps, color: gender }", 39),
    ] {
      let scene = try ChartSpecimen(name: "", yaml: yaml).draw().scene
      #expect(scene.tips.count == count, "\(yaml)")
      for tip in scene.tips {
        #expect(tip.area.maxX > 0 && tip.area.x.value < scene.size.width.value, "\(tip)")
      }
    }
  }

  @Test func aCrowdHasNone() throws {
    let scene = try ChartSpecimen(
      name: "", yaml: "{ data: categories, mark: point, x: value, y: value }"
    ).draw().scene
    #expect(scene.tips.isEmpty)
  }

  @Test func tipsOfAllPanelsCountTogether() throws {
    let rows = (0..<400).map { $0 }
    let frame = DataFrame([
      ("x", Column(doubles: rows.map(Double.init))),
      ("part", Column(integers: rows.map { Int64($0 % 2) })),
    ])
    func tips(_ most: Int) throws -> Int {
      let yaml = "{ data: rows, mark: point, x: x, y: x, facet: part }"
      let few = frame.picking(Array(rows.prefix(most)))
      return try ChartSpecimen(name: "", yaml: yaml).draw(frames: ["rows": few]).scene.tips.count
    }
    #expect(try tips(300) == 300)
    #expect(try tips(302) == 0)
  }
}
