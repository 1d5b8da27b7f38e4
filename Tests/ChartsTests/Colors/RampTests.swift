import Charts
import Drawing
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
      "{ value: mean(risk), scale: diverging, midpoint: 50, domain: [40, 80], format: .0f }"
    ).draw().scene.dump
    // 40 to 80 around 50: the longer arm is 30, so the legend runs from 20 to 80.
    #expect(domain.contains("text \"20\"") && domain.contains("text \"80\""))
    #expect(!domain.contains("text \"40\""))
    #expect(dump != domain)
  }

  @Test func logScaleIsSaidBesideItsTwoEnds() throws {
    let dump = try Self.cells("{ value: count(), scale: log }").draw().scene.dump
    #expect(dump.contains("(log scale)"))
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
