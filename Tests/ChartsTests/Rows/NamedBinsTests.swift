import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

/// Bins of numbers along which marks line up groups.
@Suite struct NamedBinsTests {
  private static func draw(_ yaml: String) throws -> Chart {
    try ChartSpecimen(name: "bins", yaml: yaml, width: 480).draw()
  }

  @Test(arguments: ["box", "violin", "strip", "beeswarm", "slope"])
  func binsAreNamedByBothEnds(_ mark: String) throws {
    let y = mark == "slope" ? "mean(risk)" : "risk"
    let chart = try NamedBinsTests.draw(
      "{ data: people, mark: \(mark), x: 'bin(age, 4)', y: \(y) }")
    let words = chart.scene.writtenWords
    #expect(words.contains("20–30") && words.contains("50–60"), "\(words)")
  }

  @Test func binsOnYAreGroups() throws {
    let chart = try NamedBinsTests.draw("{ data: people, mark: box, x: risk, y: 'bin(age, 4)' }")
    #expect(chart.scene.writtenWords.contains("20–30"), "\(chart.scene.writtenWords)")
  }

  @Test func aLineOverBoxesStandsInTheSameBins() throws {
    Golden.check(
      try NamedBinsTests.draw(
        """
        data: people
        layers:
          - { mark: box, x: 'bin(age, 2)', y: risk }
          - { mark: line, x: 'bin(age, 2)', y: mean(risk) }
        """
      ).golden, named: "boxes-of-bins-under-a-line")
  }

  @Test func belowZeroADashIsNotAMinus() {
    var ages = ChannelColumn(column: Column(doubles: [-20]), field: "a", label: "A")
    ages.binWidth = 10
    let words = Words(formatter: DrawingContext.fixed([:]).formatter)
    #expect(words.category(.double(-20), like: ages) == "−20 to −10")
    #expect(words.category(.double(0), like: ages) == "0–10")
  }
}
