import Drawing
import TestSupport
import Testing

@Suite struct ColorDifferenceTests {
  struct Pair: Sendable {
    let one: LabColor
    let two: LabColor
    let difference: Double

    init(
      _ one: (Double, Double, Double), _ two: (Double, Double, Double), _ difference: Double
    ) {
      self.one = LabColor(lightness: one.0, a: one.1, b: one.2)
      self.two = LabColor(lightness: two.0, a: two.1, b: two.2)
      self.difference = difference
    }
  }

  /// The test data of Sharma, Wu and Dalal (2005), table 1, without the pair 14, whose hues lie
  /// exactly opposite each other to the last bit.
  static let pairs = [
    Pair((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    Pair((50, 3.1571, -77.2803), (50, 0, -82.7485), 2.8615),
    Pair((50, 2.8361, -74.02), (50, 0, -82.7485), 3.4412),
    Pair((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
    Pair((50, -1.1848, -84.8006), (50, 0, -82.7485), 1.0000),
    Pair((50, -0.9009, -85.5211), (50, 0, -82.7485), 1.0000),
    Pair((50, 0, 0), (50, -1, 2), 2.3669),
    Pair((50, -1, 2), (50, 0, 0), 2.3669),
    Pair((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
    Pair((50, 2.49, -0.001), (50, -2.49, 0.001), 7.1792),
    Pair((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
    Pair((50, 2.49, -0.001), (50, -2.49, 0.0012), 7.2195),
    Pair((50, -0.001, 2.49), (50, 0.0009, -2.49), 4.8045),
    Pair((50, -0.001, 2.49), (50, 0.0011, -2.49), 4.7461),
    Pair((50, 2.5, 0), (50, 0, -2.5), 4.3065),
    Pair((50, 2.5, 0), (73, 25, -18), 27.1492),
    Pair((50, 2.5, 0), (61, -5, 29), 22.8977),
    Pair((50, 2.5, 0), (56, -27, -3), 31.9030),
    Pair((50, 2.5, 0), (58, 24, 15), 19.4535),
    Pair((50, 2.5, 0), (50, 3.1736, 0.5854), 1.0000),
    Pair((50, 2.5, 0), (50, 3.2972, 0), 1.0000),
    Pair((50, 2.5, 0), (50, 1.8634, 0.5757), 1.0000),
    Pair((50, 2.5, 0), (50, 3.2592, 0.335), 1.0000),
    Pair((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    Pair((63.0109, -31.0961, -5.8663), (62.8187, -29.7946, -4.0864), 1.2630),
    Pair((61.2901, 3.7196, -5.3901), (61.4292, 2.248, -4.962), 1.8731),
    Pair((35.0831, -44.1164, 3.7933), (35.0232, -40.0716, 1.5901), 1.8645),
    Pair((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
    Pair((36.4612, 47.858, 18.3852), (36.2715, 50.5065, 21.2231), 1.4146),
    Pair((90.8027, -2.0831, 1.441), (91.1528, -1.6435, 0.0447), 1.4441),
    Pair((90.9257, -0.5406, -0.9208), (88.6381, -0.8985, -0.7239), 1.5381),
    Pair((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
    Pair((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
  ]

  @Test(arguments: pairs)
  func differenceIsThePublishedOne(_ pair: Pair) {
    expectClose(pair.one.difference(from: pair.two), pair.difference, absolute: 0.00005)
    expectClose(pair.two.difference(from: pair.one), pair.difference, absolute: 0.00005)
  }

  /// Expected values: colorspacious 1.1.2, cspace_convert(rgb, "sRGB1", "CIELab"); it inverts the
  /// standard's rounded matrix the other way round, hence the tolerance.
  @Test(arguments: [
    (0x0072b2 as UInt32, [45.972696, -2.735135, -41.373520]),
    (0xd55e00 as UInt32, [54.186106, 43.278408, 63.284698]),
    (0x009e73 as UInt32, [57.742118, -45.740593, 12.754452]),
    (0xffffff as UInt32, [99.998339, 0.007454, -0.011938]),
    (0x16191d as UInt32, [8.606539, -0.272609, -3.276603]),
    (0xfae639 as UInt32, [90.417892, -10.504796, 79.808692]),
    (0x808080 as UInt32, [53.584017, 0.004471, -0.007161]),
  ])
  func labIsThatOfTheStandard(_ hex: UInt32, _ expected: [Double]) {
    let lab = Color(hex).lab
    expectClose([lab.lightness, lab.a, lab.b], expected, absolute: 0.02)
    let back = Color(lab)
    #expect(back.hex == Color(hex).hex)
  }
}
