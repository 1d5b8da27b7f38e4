import Frame
import Statistics
import TestSupport
import Testing

@Suite struct GaugeTests {
  /// 12 345 678 901 234 567 890 123 456 789.01 and its neighbours: no double tells them apart.
  private static let huge: [Int128] = [0, 1, 3].map {
    12_345_678_901_234_567_890_123_456_789_01 + $0
  }

  @Test func decimalsBeyondADoubleKeepTheirDistances() {
    let sample = Sample(Column(.decimal(Self.huge, scale: 2)))
    #expect(Set(sample.values).count == 1)
    #expect(sample.distances.map { $0 - sample.distances[0] } == [0, 1, 3])
    #expect(!sample.isConstant)
  }

  @Test func valuesAreTheNearestDoubles() {
    let column = Column(.decimal([12_34, -5, 100], scale: 2), presence: [true, true, false])
    let measured = Measured(column)
    #expect(measured.distances[..<2] == [12_34, -5] && measured.distances[2].isNaN)
    #expect(Sample(column).values == [12.34, -0.05])
    #expect(Sample(column).missing == 1)
  }

  @Test func integersAtTheEndOfTheirRangeAreToldApart() {
    let sample = Sample(Column(.integer([.max, .max - 1, .max - 4])))
    #expect(sample.distances.map { $0 - sample.distances[2] } == [4, 3, 0])
    #expect(sample.max == 0x1p63)
  }

  @Test func bothEndsOfInt128DoNotOverflow() {
    let sample = Sample(Column(.decimal([.max, .min], scale: 0)))
    #expect(sample.values == [0x1p127, -0x1p127])
  }

  @Test func samplesOfTwoColumnsAreAlignedByTheirDoubles() {
    let a = Sample(Column(.decimal([150], scale: 2)))
    let b = Sample(Column(.integer([1, 2])))
    #expect(Sample.aligned([a, a]) == [a, a])
    #expect(Sample.aligned([a, b]).map(\.distances) == [[1.5], [1, 2]])
  }
}
