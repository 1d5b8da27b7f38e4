import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

private let stackSpecimens = [
  ChartSpecimen(
    name: "bars as shares of their sum",
    yaml: "{ data: people, mark: bar, x: cholesterol, y: count(), color: smoker, stack: normalize }"
  ),
  ChartSpecimen(
    name: "shares of long names lie",
    yaml: """
      data: devices
      mark: bar
      x: device
      y: readings
      color: device
      stack: normalize
      """, width: 150),
  ChartSpecimen(
    name: "bars on each other with their numbers inside",
    yaml:
      "{ data: people, mark: bar, x: cholesterol, y: count(), color: smoker, stack: true, label: count() }"
  ),
  ChartSpecimen(
    name: "shares on both sides of zero",
    yaml: "{ data: changes, mark: bar, x: region, y: change, color: year, stack: normalize }",
    width: 240),
  ChartSpecimen(
    name: "areas as shares of their sum",
    yaml:
      "{ data: people, mark: area, x: 'bin(age, 6)', y: count(), color: smoker, stack: normalize }"
  ),
  ChartSpecimen(
    name: "areas over each other",
    yaml: "{ data: people, mark: area, x: 'bin(age, 6)', y: count(), color: smoker, stack: false }"
  ),
  ChartSpecimen(
    name: "a step that changes at the next row",
    yaml: "{ data: daily, mark: step, x: day, y: steps, color: gender }"),
  ChartSpecimen(
    name: "a line that steps half-way",
    yaml: "{ data: readings, mark: line, x: moment, y: pulse, curve: step }", width: 240),
]

@Suite struct StackAndStepTests {
  @Test(arguments: stackSpecimens)
  func stacksAndStepsAreDrawnAsExpected(_ specimen: ChartSpecimen) throws {
    Golden.check(
      try specimen.draw().golden, named: "stack-" + specimen.name.replacing(" ", with: "-"))
  }

  @Test func cornersTurnWhereTheCurveSays() {
    let points: [Point?] = [Point(x: 0, y: 1), Point(x: 4, y: 3), nil, Point(x: 8, y: 0)]
    func xs(_ kind: CurveKind) -> [Double?] { kind.corners(points).map { $0?.x.value } }
    #expect(xs(.linear) == [0, 4, nil, 8])
    #expect(xs(.step) == [0, 2, 2, 4, nil, 8])
    #expect(xs(.step_before) == [0, 0, 0, 4, nil, 8])
    #expect(xs(.step_after) == [0, 4, 4, 4, nil, 8])
  }

  @Test func anUnknownStackIsToldAtItsPlace() {
    let told = ChartSpecimen.read("{ data: people, mark: bar, x: a, y: b, stack: full }").told
    #expect(
      told.first?.hasPrefix(
        "chart.yaml:1:47: error: 'stack' of a chart cannot be 'full', expected true, false or normalize"
      ) == true)
  }
}
