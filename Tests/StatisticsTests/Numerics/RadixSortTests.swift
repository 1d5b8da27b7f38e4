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

  @Test(arguments: [30, 511, 70_000])
  func missingValuesAreSortedSomewhere(_ count: Int) {
    let values = (0..<count).map { $0 % 7 == 3 ? .nan : Double($0 * 7919 % 20_011) }
    let sorted = RadixSort.sorted(values)
    #expect(sorted.count { $0.isNaN } == values.count { $0.isNaN })
    #expect(sorted.filter { !$0.isNaN }.sorted() == values.filter { !$0.isNaN }.sorted())
    #expect(RadixSort.order(values).sorted() == (0..<Int32(count)).map { $0 })
  }

  /// Shapes that part badly: all in one part, ever closer clusters, a huge range, few values.
  static let shapes: [(String, @Sendable (Int) -> Double)] = [
    ("one far value", { $0 == 9 ? 1e300 : Double($0 * 7919 % 20_011) * 1e-7 }),
    ("halving", { Double(sign: .plus, exponent: -($0 * 37 % 1000), significand: 1.5) }),
    (
      "nested",
      {
        Double(
          sign: .plus, exponent: -($0 % 40) * 25, significand: 1 + Double($0 * 31 % 997) * 1e-6)
      }
    ),
    (
      "whole range",
      { $0.isMultiple(of: 2) ? 1.7e308 - Double($0) * 1e300 : -1.7e308 + Double($0) * 1e301 }
    ),
    ("subnormal", { Double($0 * 7919 % 5003) * .leastNonzeroMagnitude }),
    ("two values", { Double($0 % 2) }), ("descending", { -Double($0) }),
  ]

  @Test(arguments: shapes.indices)
  func noShapeHarmsTheOrder(_ shape: Int) {
    let values = (0..<20_000).map(Self.shapes[shape].1)
    #expect(RadixSort.sorted(values) == values.sorted(), "\(Self.shapes[shape].0)")
    let expected = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    #expect(RadixSort.order(values).map(Int.init) == expected, "\(Self.shapes[shape].0)")
  }
}
