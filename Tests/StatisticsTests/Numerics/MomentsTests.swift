import Frame
import TestSupport
import Testing

@testable import Statistics

@Suite struct MomentsTests {
  /// The digits are the ceiling of exact arithmetic on the values read as doubles, less 0.3.
  @Test(arguments: [
    ("PiDigits", 14.5), ("Lottery", 14.5), ("Lew", 14.5), ("Mavro", 12.8), ("NumAcc1", 15.0),
    ("NumAcc3", 9.2),
  ])
  func reachesTheCertifiedDeviation(_ name: String, _ digits: Double) throws {
    let nist = try NIST("univariate", name)
    let moments = Moments(Sample(nist.rows.map { $0[0] }))
    #expect(try nist.digits(moments.mean, "mean") >= 14)
    #expect(try nist.digits(moments.standardDeviation, "sd") >= digits)
  }

  /// A thousand values that alternate by a tenth around one more, as NumAcc3 and NumAcc4 do: their
  /// deviation is a tenth whatever their offset, and their neighbours differ as far as they can.
  @Test(arguments: [0, 7, 9, 15, 18, 30])
  func decimalsLoseNothingToTheirOffset(_ zeros: Int) throws {
    let origin = Decimals.power(zeros) * 10 + 2
    let tenths = [origin] + (0..<1000).map { origin + ($0.isMultiple(of: 2) ? -1 : 1) }
    let column = Column(.decimal(tenths, scale: 1))
    expectClose(Moments(Sample(column)).standardDeviation, 0.1, relative: 1e-15)
    expectClose(try Autocorrelation(Measured(column)).r, -0.999, relative: 1e-15)
  }

  @Test func aConstantHasNoSpreadAtAll() {
    let moments = Moments(Sample(Array(repeating: 0.1, count: 1001)))
    #expect(moments.mean == 0.1)
    #expect(moments.standardDeviation == 0)
    #expect(moments.isConstant)
  }

  @Test(arguments: [1e300, 1e-300, 1e308, Double.leastNonzeroMagnitude])
  func extremeMagnitudesNeitherOverflowNorVanish(_ scale: Double) {
    let moments = Moments(Sample([scale, -scale, scale, -scale]))
    #expect(moments.mean == 0)
    // √(4/3) times the scale, rounded to a multiple of the smallest number for the last one.
    expectClose(
      moments.standardDeviation, (4.0 / 3).squareRoot() * scale,
      absolute: .leastNonzeroMagnitude)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func shiftScaleAndOrderChangeOnlyWhatTheyShould(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 5...400, using: &generator)
    // Multiples of 1/1024, so that shifting and doubling are exact.
    let values = (0..<count).map { _ in
      Double(Int.random(in: -5000...5000, using: &generator)) / 1024
    }
    let plain = Moments(Sample(values))
    let moved = Moments(Sample(values.shuffled(using: &generator).map { $0 * -4 + 1_048_576 }))
    expectClose(moved.mean, plain.mean * -4 + 1_048_576, relative: 1e-15)
    expectClose(moved.standardDeviation, try #require(plain.standardDeviation) * 4, relative: 1e-14)
    expectClose(moved.m3, plain.m3 * -64, relative: 1e-12, absolute: 1e-12 * plain.m4)
    expectClose(moved.m4, plain.m4 * 256, relative: 1e-13)
  }
}
