import TestSupport
import Testing

@testable import Statistics

@Suite struct RadixSortTests {
  static func values(seed: UInt64, count: Int) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    let special = [0, -0.0, .infinity, -.infinity, .leastNonzeroMagnitude, -1e308, 1e308]
    return (0..<count).map { _ in
      switch Int.random(in: 0...9, using: &generator) {
      case 0: special[Int.random(in: 0..<special.count, using: &generator)]
      case 1...4: Double(Int.random(in: -20...20, using: &generator))
      default: Double.random(in: -1e6...1e6, using: &generator)
      }
    }
  }

  @Test(arguments: [0, 1, 2, 511, 513, 3000])
  func sortsLikeAComparingSort(_ count: Int) {
    let values = Self.values(seed: UInt64(count), count: count)
    #expect(RadixSort.sorted(values) == values.sorted())
  }

  @Test(arguments: [0, 1, 2, 511, 513, 3000])
  func orderKeepsEqualValuesInRowOrder(_ count: Int) {
    let values = Self.values(seed: UInt64(count), count: count)
    let expected = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    #expect(RadixSort.order(values).map(Int.init) == expected)
  }
}
