import Charts
import Drawing
import Frame
import TestSupport
import Testing

@Suite struct RampTests {
  private static func cells(_ color: String) -> ChartSpecimen {
    ChartSpecimen(
      name: "ramp \(color)",
      yaml: "{ data: people, mark: rect, x: 'bin(age, 5)', y: 'bin(weight, 5)', color: \(color) }")
  }

  @Test(arguments: [
    "{ value: mean(risk), scheme: viridis }", "{ value: mean(risk), scheme: blues }",
    "{ value: mean(risk), scheme: purple_green, midpoint: 50 }",
    "{ value: mean(risk), scale: diverging, midpoint: 50 }",
    "{ value: count(), scale: log, scheme: magma }",
    "{ value: mean(risk), scheme: greys, zero: true }",
  ])
  func rampIsDrawnWithItsLegend(_ color: String) throws {
    let scene = try Self.cells(color).draw().scene
    #expect(scene.dump.contains("legend"))
  }

  @Test func midpointLiesInTheMiddleOfTheRamp() throws {
    let dump = try Self.cells("{ value: mean(risk), scale: diverging, midpoint: 50, format: .0f }")
      .draw().scene.dump
    let domain = try Self.cells(
      "{ value: mean(risk), scale: diverging, midpoint: 50, domain: [40, 80], format: .2f }"
    ).draw().scene.dump
    // 40 to 80 around 50: the longer arm is 30, so the legend runs from 20 to 80.
    #expect(domain.contains("20.00\"") && domain.contains("text \"80.00\""))
    #expect(dump != domain)
  }

  /// Numbers beyond a domain have the colours of its ends, which the legend says; the larger end first
  /// turns the ramp.
  @Test func aDomainOfAColourClampsAndTurns() throws {
    func chart(_ domain: String) throws -> Chart {
      try ChartSpecimen(
        name: "",
        yaml:
          "{ data: rows, mark: rect, x: x, y: y, color: { value: v, domain: \(domain), format: .0f } }"
      ).draw(frames: [
        "rows": DataFrame([
          ("x", Column(texts: ["a", "b", "c"])), ("y", Column(texts: ["r", "r", "r"])),
          ("v", Column(doubles: [0, 10, 99])),
        ])
      ])
    }
    let (plain, turned) = (try chart("[0, 20]"), try chart("[20, 0]"))
    #expect(plain.scene.legendWords == ["V", "0", "≥ 20"])
    #expect(plain.data.rowCount == 3 && plain.note == nil)
    let (low, high) = (ColorRamp.sequential.paint(at: 0), ColorRamp.sequential.paint(at: 1))
    func marks(_ chart: Chart) -> Substring {
      chart.scene.dump.split(separator: "[marks]").last ?? ""
    }
    let ends = [low, high].map(\.light.hex)
    #expect(ends.allSatisfy { marks(plain).contains("fill \($0)") })
    let (first, last) = (
      marks(plain).firstRange(of: ends[0]), marks(turned).firstRange(of: ends[1])
    )
    #expect(first?.lowerBound != nil && last?.lowerBound != nil)
    #expect(marks(turned).contains("fill \(ends[0])"))
  }

  @Test func logScaleIsSaidBesideItsTwoEnds() throws {
    let dump = try Self.cells("{ value: count(), scale: log }").draw().scene.dump
    #expect(dump.contains("(log scale)"))
  }

  /// What a log scale refuses, and a diverging ramp asked of it, is no crash and no false colour.
  @Test(arguments: [
    "{ data: changes, mark: rect, x: region, y: year, color: { value: change, scale: log } }",
    "{ data: changes, mark: point, x: region, y: year, color: { value: change, scale: log } }",
    "{ data: people, mark: point, x: age, y: risk, color: { value: risk, scale: log, scheme: diverging } }",
    "{ data: huge, mark: point, x: x, y: y, color: { value: y, scale: diverging, midpoint: 1e300 } }",
    "{ data: people, mark: point, x: age, y: risk, color: { value: risk, scale: log, domain: [0, 50] } }",
    "{ data: people, mark: point, x: age, y: risk, color: { value: risk / 100, scale: logit } }",
    "{ data: people, mark: point, x: age, y: risk, color: { value: risk - 50, scale: symlog } }",
  ])
  func anyScaleOfAColourIsDrawn(_ yaml: String) throws {
    let chart = try ChartSpecimen(name: yaml, yaml: yaml).draw()
    #expect(chart.scene.size.height > 0)
  }

  @Test(arguments: [
    (
      "{ data: people, mark: point, x: { value: age, scheme: blues }, y: risk }",
      "channel 'x' has no 'scheme'"
    ),
    (
      "{ data: people, mark: point, x: age, y: risk, color: { value: risk, midpoint: 3 } }",
      "'midpoint' is the middle of a diverging ramp, found none"
    ),
    (
      "{ data: people, mark: point, x: age, y: risk, color: { value: risk, scheme: jet } }",
      "'scheme' of channel 'color' cannot be 'jet'"
    ),
  ])
  func aWrongRampIsTold(_ yaml: String, _ message: String) {
    let told = ChartSpecimen.read(yaml).told
    #expect(told.count == 1 && told[0].contains(message), "\(told)")
  }
}
