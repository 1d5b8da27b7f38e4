import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

@Suite struct AxisPlanTests {
  /// The first layer asks for a scale that cannot show the one number of the second.
  @Test(arguments: ["log", "logit"], [-1e300, -5, -1, -0.5, 0, 1, 2, 3, 1e300])
  func aScaleOfOneLayerStandsWhateverAnotherHolds(_ scale: String, _ number: Double) throws {
    let frame = DataFrame([
      ("x", Column(doubles: [1, 2])), ("refused", Column(doubles: [-1, -1])),
      ("same", Column(doubles: [number, number])),
    ])
    let chart = try ChartSpecimen(
      name: "",
      yaml: "{ data: two, layers: [{ mark: point, x: x, y: { value: refused, scale: \(scale) } }, "
        + "{ mark: line, x: x, y: same }] }"
    ).draw(frames: ["two": frame], width: 320, measuring: FixedMeasuring())
    #expect(chart.scene.size.height > 0 && !chart.altText.isEmpty)
  }
}
