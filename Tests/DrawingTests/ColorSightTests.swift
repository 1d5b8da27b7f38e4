import Drawing
import TestSupport
import Testing

@Suite struct ColorSightTests {
  struct Seen: Sendable {
    let hex: UInt32
    let sight: ColorSight
    let channels: [Double]

    init(_ hex: UInt32, _ sight: ColorSight, _ channels: [Double]) {
      self.hex = hex
      self.sight = sight
      self.channels = channels
    }
  }

  /// Expected values: colorspacious 1.1.2, cspace_convert(rgb, {"name": "sRGB1+CVD", "cvd_type":
  /// "protanomaly" | "deuteranomaly" | "tritanomaly", "severity": 100}, "sRGB1"), kept within 0 to 1.
  static let seen = [
    Seen(0x0072b2, .protan, [0.324406, 0.457122, 0.708545]),
    Seen(0x0072b2, .deutan, [0.230261, 0.401993, 0.693347]),
    Seen(0x0072b2, .tritan, [0.000000, 0.508866, 0.538707]),
    Seen(0xd55e00, .protan, [0.505479, 0.441963, 0.000000]),
    Seen(0xd55e00, .deutan, [0.618646, 0.548433, 0.000000]),
    Seen(0xd55e00, .tritan, [0.919632, 0.252824, 0.314330]),
    Seen(0x009e73, .protan, [0.605302, 0.571100, 0.441590]),
    Seen(0x009e73, .deutan, [0.542184, 0.525154, 0.462297]),
    Seen(0x009e73, .tritan, [0.000000, 0.620960, 0.573502]),
    Seen(0xa8497f, .protan, [0.325088, 0.378476, 0.504832]),
    Seen(0xa8497f, .deutan, [0.427276, 0.442395, 0.488842]),
    Seen(0xa8497f, .tritan, [0.700411, 0.277610, 0.369385]),
  ]

  @Test(arguments: seen)
  func sightIsThatOfMachado(_ seen: Seen) {
    let color = seen.sight.seeing(Color(seen.hex))
    expectClose([color.red, color.green, color.blue], seen.channels, absolute: 2e-5)
  }

  @Test func greyStaysGrey() {
    for sight in ColorSight.allCases {
      let grey = sight.seeing(Color(0x808080))
      expectClose(
        [grey.red, grey.green, grey.blue], Array(repeating: 128.0 / 255, count: 3), absolute: 1e-4)
    }
  }

  @Test func redAndGreenOfOneLightnessAreToldApartWorstWithoutMiddleCones() {
    let worst = ColorSight.worst(Color(0xb84a00), Color(0x6f7000))
    #expect(worst.sight == .deutan || worst.sight == .protan)
    #expect(worst.difference < 15)
    #expect(ColorSight.full.difference(Color(0xb84a00), Color(0x6f7000)) > 30)
  }
}
