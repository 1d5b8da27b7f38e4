import Drawing
import TestSupport
import Testing

@Suite struct ColorRampTests {
  private static let places = (0...100).map { Double($0) / 100 }

  private func lightness(_ ramp: ColorRamp, _ paper: KeyPath<Paint, Color>) -> [Double] {
    Self.places.map { ramp.paint(at: $0)[keyPath: paper].lab.lightness }
  }

  /// A ramp of one direction only grows lighter or darker, by steps that differ little.
  @Test(arguments: ColorRamp.allCases.filter { !$0.isDiverging })
  func lightnessRunsEvenlyInOneDirection(_ ramp: ColorRamp) {
    for paper in [\Paint.light, \Paint.dark] {
      let lightness = lightness(ramp, paper)
      let steps = zip(lightness, lightness.dropFirst()).map { $1 - $0 }
      let mean = (lightness[100] - lightness[0]) / 100
      #expect(abs(mean) > 0.55)
      for (index, step) in steps.enumerated() {
        #expect(step * mean > -0.05 && abs(step - mean) < 0.9, "\(ramp) at \(index): \(step)")
      }
    }
  }

  /// More is further from paper: darker on light paper, lighter on dark.
  @Test(arguments: [ColorRamp.blues, .greens, .oranges, .greys])
  func rampsOfOneHueLeavePaper(_ ramp: ColorRamp) {
    let (light, dark) = (lightness(ramp, \.light), lightness(ramp, \.dark))
    expectClose([light[0], light[100]], [93, 30], absolute: 0.5)
    expectClose([dark[0], dark[100]], [20, 82], absolute: 0.5)
  }

  @Test(arguments: ColorRamp.allCases.filter(\.isDiverging))
  func armsAreEquallyLightAndFar(_ ramp: ColorRamp) {
    for paper in [\Paint.light, \Paint.dark] {
      let lightness = lightness(ramp, paper)
      for place in 0...50 {
        let (low, high) = (lightness[50 - place], lightness[50 + place])
        expectClose(low, high, absolute: 0.6, "\(ramp) \(place)")
        let expected = lightness[50] + (lightness[100] - lightness[50]) * Double(place) / 50
        expectClose(high, expected, absolute: 0.8, "\(ramp) \(place)")
      }
      let middle = ramp.paint(at: 0.5)[keyPath: paper].lab
      #expect(middle.chroma < 1)
      let ends = [0.0, 1].map { ramp.paint(at: $0)[keyPath: paper] }
      #expect(ColorSight.worst(ends[0], ends[1]).difference > 15, "\(ramp)")
    }
  }

  /// Expected values: matplotlib 3.11.2, colormaps[name].colors at 0, 50, 100, 128, 200, 255.
  @Test(arguments: [
    (
      ColorRamp.viridis,
      [0x440154, 0x414287, 0x2a768e, 0x21918c, 0x70cf57, 0xfde725] as [UInt32], 2.0
    ),
    (.magma, [0x000004, 0x390f6e, 0x892881, 0xb73779, 0xfd9869, 0xfcfdbf], 2.0),
  ])
  func rampIsMatplotlibs(_ ramp: ColorRamp, _ expected: [UInt32], _ steps: Double) {
    for (place, hex) in zip([0.0, 50, 100, 128, 200, 255], expected) {
      let (own, other) = (ramp.paint(at: place / 255).light, Color(hex))
      for (a, b) in [(own.red, other.red), (own.green, other.green), (own.blue, other.blue)] {
        expectClose(a, b, absolute: (steps + 0.01) / 255, "\(ramp) at \(place)")
      }
    }
  }
}
