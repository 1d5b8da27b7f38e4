import Expressions
import Testing

@testable import Charts

/// A wrong chart and the first line of what is told.
struct ChartFault: Sendable, CustomStringConvertible {
  let yaml: String
  let told: String
  var description: String { told }
}

@Suite struct ChartPlanTests {
  static let faults = [
    ChartFault(
      yaml: "{ data: d, mark: poind, x: a, y: b }",
      told: "chart.yaml:1:18: error: there is no mark 'poind'"),
    ChartFault(
      yaml: "{ data: d, mark: point, x: a }", told: "chart.yaml:1:1: error: mark 'point' needs 'y'"),
    ChartFault(
      yaml: "{ mark: bar, x: a, y: b }", told: "chart.yaml:1:1: error: a chart needs 'data'"),
    ChartFault(
      yaml: "{ data: d, x: a, y: b }", told: "chart.yaml:1:1: error: a chart needs 'mark'"),
    ChartFault(
      yaml: "{ data: d, mark: bar, x: a, y: b, size: c }",
      told: "chart.yaml:1:35: error: mark 'bar' has no channel 'size'"),
    ChartFault(
      yaml: "{ data: d, mark: box, x: a, y: b, weight: c }",
      told: "chart.yaml:1:35: error: mark 'box' has no channel 'weight'"),
    ChartFault(
      yaml: "{ data: d, mark: point, x: a, y: b, weight: c }",
      told: "chart.yaml:1:37: error: mark 'point' has no channel 'weight'"),
    ChartFault(
      yaml: "{ data: d, mark: bar, x: a, y: b, colour: c }",
      told: "chart.yaml:1:35: error: a chart has no key 'colour'"),
    ChartFault(
      yaml: "{ data: d, mark: bar, x: a, y: b, trend: linear }",
      told: "chart.yaml:1:35: error: mark 'bar' has no trend"),
    ChartFault(
      yaml: "{ data: d, mark: point, x: a, y: b, opacity: 2 }",
      told:
        "chart.yaml:1:46: error: 'opacity' of a chart must be a number from 0.0 to 1.0, found '2'"),
    ChartFault(
      yaml: "{ data: d, mark: point, x: { value: a, format: zz9 }, y: b }",
      told: "chart.yaml:1:48: error: 'zz9' is no format"),
    ChartFault(
      yaml: "{ data: d, mark: point, x: { value: a, scale: logg }, y: b }",
      told: "chart.yaml:1:47: error: 'scale' of channel 'x' cannot be 'logg'"),
    ChartFault(
      yaml: "{ data: d, mark: point, x: { value: a, sort: up }, y: b }",
      told: "chart.yaml:1:46: error: 'sort' cannot be 'up'"),
    ChartFault(
      yaml: "{ data: d, mark: point, x: { label: a }, y: b }",
      told: "chart.yaml:1:28: error: channel 'x' needs 'value'"),
    ChartFault(yaml: "{ data: d, layers: [] }", told: "chart.yaml:1:12: error: 'layers' is empty"),
    ChartFault(
      yaml: "{ data: d, mark: line, layers: [{ mark: line, x: a, y: b }] }",
      told: "chart.yaml:1:12: error: a chart has 'mark' or 'layers', not both"),
    ChartFault(
      yaml: "{ data: d, layers: [{ mark: rule, label: a }] }",
      told: "chart.yaml:1:21: error: mark 'rule' needs 'x' or 'y'"),
    ChartFault(
      yaml: "{ data: d, mark: point, x: 'a +', y: b }", told: "chart.yaml:1:"),
  ]

  @Test(arguments: faults)
  func faultIsToldAtItsPlace(_ fault: ChartFault) {
    let (_, told) = ChartSpecimen.read(fault.yaml)
    #expect(told.count == 1, "\(told)")
    #expect(told.first?.hasPrefix(fault.told) == true, "\(told)")
  }

  @Test func allFaultsAreToldAtOnce() {
    let (plan, told) = ChartSpecimen.read("{ data: d, mark: point, x: 'a +', z: 1, opacity: x }")
    #expect(plan == nil && told.count == 4, "\(told)")
  }

  @Test func layersInheritWhatTheChartSays() throws {
    let plan = try #require(
      ChartSpecimen.read(
        "{ data: d, x: a, layers: [{ mark: line, y: b }, { mark: line, y: c, data: e }] }"
      )
      .plan)
    #expect(plan.queries.map(\.name) == ["d", "e"])
    #expect(
      plan.expressions.map { "\($0.expression) over \($0.over ?? "")" }
        == ["a over d", "b over d", "a over e", "c over e"])
  }

  @Test(arguments: [
    ("num_steps", "Num steps"), ("mean(risk)", "Mean risk"), ("count()", "Rows"),
    ("count(distinct userid)", "Distinct userid"), ("sum(num_steps)", "Total num steps"),
    ("moving_average(steps, 7)", "Steps, 7-row moving average"), ("bin(age, 10)", "Age"),
    ("people.BMI", "BMI"), ("'Target'", "Target"), ("risk * 2", "risk * 2"),
  ])
  func labelIsMadeFromTheExpression(_ text: String, _ label: String) throws {
    let plan = try #require(
      ChartSpecimen.read("{ data: d, mark: histogram, x: \"\(text)\" }").plan)
    #expect(plan.layers.first?.channels[.x]?.label == label)
  }
}
