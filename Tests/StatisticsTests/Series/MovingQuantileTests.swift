import Frame
import Statistics
import TestSupport
import Testing

@Suite struct MovingQuantileTests {
  /// Expected values: pandas 2.3.3, `Series.rolling(w).quantile(p)`.
  @Test(arguments: Case.all("moving", in: "kernels"))
  func agreesWithPandas(_ set: Case) throws {
    let (values, expected) = (try set.values(), try set.expected())
    for window in [1, 2, 5, 12] {
      for (probability, name) in [(0, "0"), (0.1, "0.1"), (0.5, "0.5"), (1, "1")] {
        let moving = try MovingQuantile(values, window: window, at: probability)
        expectClose(
          moving.values,
          try (0..<values.count).map { try #require(expected.values["\(window) \(name) \($0)"]) },
          relative: 1e-15, "\(window) rows, \(probability)")
      }
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func aWindowHasTheMedianOfItsRows(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let window = Int.random(in: 1...200, using: &generator)
    let values = (0..<5000).map { _ in Double(Int.random(in: -400...400, using: &generator)) / 8 }
    let moving = try MovingQuantile(values, window: window).values
    for row in stride(from: window - 1, to: values.count, by: 97) {
      #expect(moving[row] == (try Quantile(Array(values[(row - window + 1)...row]), at: 0.5).value))
    }
  }

  @Test func infiniteRowsAreGaps() throws {
    let moving = try MovingQuantile([1, .infinity, 3, 5, 4, -.infinity], window: 2)
    #expect(
      (0..<6).map { moving.column[$0] } == [.null, .null, .null, .double(4), .double(4.5), .null])
  }

  @Test func aWindowLongerThanTheRowsGivesNone() throws {
    #expect(try MovingQuantile([1, 2], window: 3).values.allSatisfy { $0.isNaN })
    #expect(try MovingQuantile([], window: 3).values.isEmpty)
    #expect(try MovingQuantile([1, 2], window: .max).values.allSatisfy { $0.isNaN })
    #expect(throws: StatisticsError.self) { try MovingQuantile([1], window: 0) }
    #expect(throws: StatisticsError.self) { try MovingQuantile([1], window: 1, at: 1.5) }
  }

  @Test func farApartNeighboursDoNotOverflow() throws {
    #expect(try MovingQuantile([-1.5e308, 1.5e308], window: 2).values[1] == 0)
  }
}
