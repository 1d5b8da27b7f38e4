import Drawing
import TestSupport
import Testing

@testable import Charts

@Suite struct LineMarkTests {
  @Test(arguments: 0..<8 as Range<UInt64>)
  func thinningKeepsEveryExtreme(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let points = (0..<20_000).map { index -> Point? in
      index % 977 == 5
        ? nil
        : Point(
          x: Points(Double(index) / 100), y: Points(Double.random(in: 0...100, using: &random)))
    }
    let kept = thinned(points, width: 200)
    #expect(kept.count < 5000)
    #expect(kept.compactMap { $0?.y }.max() == points.compactMap { $0?.y }.max())
    #expect(kept.compactMap { $0?.y }.min() == points.compactMap { $0?.y }.min())
    #expect(kept.count { $0 == nil } == points.count { $0 == nil })
    #expect(kept.first == points.first && kept.last == points.last)
  }

  @Test func fewPointsStayAsTheyAre() {
    let points: [Point?] = [Point(x: 0, y: 1), nil, Point(x: 2, y: 3)]
    #expect(thinned(points, width: 10) == points)
  }
}
