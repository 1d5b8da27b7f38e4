import Statistics
import TestSupport
import Testing

@Suite struct ShapeTests {
  @Test(
    arguments: [(1, nil, nil), (2, 0.0, nil), (3, 0.0, nil), (4, 0.0, -1.2)]
      as [(Int, Double?, Double?)])
  func smallSamplesHaveWhatTheyCan(_ count: Int, _ g1: Double?, _ adjustedKurtosis: Double?) {
    let shape = Shape((0..<count).map(Double.init))
    #expect(shape.skewness == g1)
    // An even spread of four: g2 = −1.36, so that G2 = 3/2 · (5 · −1.36 + 6) = −1.2.
    if let adjustedKurtosis {
      expectClose(shape.adjustedKurtosis, adjustedKurtosis)
    } else {
      #expect(shape.adjustedKurtosis == nil)
    }
    #expect((shape.adjustedSkewness == nil) == (count < 3))
    #expect((shape.reason == nil) == (count > 3))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func mirroringChangesTheSignOfSkewnessOnly(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<50).map { _ in Double(Int.random(in: 0...1000, using: &generator)) }
    let (shape, mirrored) = (Shape(values), Shape(values.map { 2048 - 2 * $0 }))
    expectClose(mirrored.skewness, -(try #require(shape.skewness)), absolute: 1e-14)
    expectClose(mirrored.kurtosis, try #require(shape.kurtosis), absolute: 1e-13)
  }
}
