import TestSupport
import Testing

@testable import Charts

@Suite struct EndLabelsTests {
  @Test func labelsWithRoomStayWhereTheyAre() {
    let centers = spread([(10, 8), (30, 8), (60, 8)], within: 0...100)
    #expect(centers == [10, 30, 60])
  }

  @Test func labelsOfOneHeightAreCentredOnIt() {
    let centers = spread([(50, 10), (50, 10), (50, 10)], within: 0...100)
    #expect(centers == [40, 50, 60])
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func labelsKeepTheirOrderAndDoNotOverlap(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let wanted = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      (center: Double.random(in: -20...220, using: &random), height: Double(8 + seed % 5))
    }
    .sorted { $0.center < $1.center }
    let centers = spread(wanted, within: 0...200)
    let edges = zip(centers, wanted).map { ($0 - $1.height / 2, $0 + $1.height / 2) }
    for (above, below) in zip(edges, edges.dropFirst()) { #expect(above.1 <= below.0 + 1e-9) }
    #expect(edges.allSatisfy { $0.0 >= -1e-9 && $0.1 <= 200 + 1e-9 })
  }
}
