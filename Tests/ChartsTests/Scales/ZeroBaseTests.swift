import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

/// Lengths are read from 0: no spec can cut it off.
@Suite struct ZeroBaseTests {
  private func chart(_ yaml: String) throws -> Chart {
    try ChartSpecimen(name: "", yaml: yaml)
      .draw(frames: SpecimenData.frames, width: 320, measuring: FixedMeasuring())
  }

  @Test(arguments: [
    "{ data: devices, mark: bar, x: device, y: { value: readings, domain: [30, 1300] } }",
    "{ data: devices, mark: bar, x: { value: readings, domain: [30, 1300] }, y: device }",
    "{ data: daily, mark: area, x: day, y: { value: steps, domain: [900, 3000] }, color: gender }",
    "{ data: devices, mark: waterfall, x: device, y: { value: readings, domain: [30, 1600] } }",
  ])
  func domainIsWidenedAndTheNoteSaysSo(_ yaml: String) throws {
    let chart = try chart(yaml)
    #expect(chart.note?.contains("holds 0, from which lengths are read") == true)
    #expect(chart.scene.dump.contains("\"0\""))
  }

  @Test func domainThatHoldsZeroIsKept() throws {
    let kept = try chart(
      "{ data: devices, mark: bar, x: device, y: { value: readings, domain: [0, 2000] } }")
    #expect(kept.note?.contains("holds 0") != true)
  }

  @Test func zeroCannotBeSwitchedOff() throws {
    let off = try chart(
      "{ data: devices, mark: bar, x: device, y: { value: readings, zero: false } }")
    let plain = try chart("{ data: devices, mark: bar, x: device, y: readings }")
    #expect(off.scene == plain.scene)
  }

  @Test func placesNeedNoZero() throws {
    let points = try chart(
      "{ data: people, mark: point, x: age, y: { value: weight, domain: [100, 220] } }")
    #expect(points.note?.contains("holds 0") != true)
  }

  @Test(arguments: [("bar", "log"), ("bar", "logit"), ("waterfall", "log")])
  func scalesWithoutZeroAreRefused(_ mark: String, _ scale: String) {
    let (_, told) = ChartSpecimen.read(
      "{ data: devices, mark: \(mark), x: device, y: { value: readings, scale: \(scale) } }")
    #expect(told.joined().contains("mark '\(mark)' is read by its length from 0"))
    #expect(told.count == 1)
  }
}
