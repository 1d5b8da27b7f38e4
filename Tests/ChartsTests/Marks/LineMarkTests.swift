import Drawing
import TestSupport
import Testing

@testable import Charts

@Suite struct LineMarkTests {
  private func thinned(_ points: [Point?], width: Double) -> [Point?] {
    var line = LineThinning(isThin: Double(points.count) > 8 * width)
    for point in points { line.add(x: point?.x.value ?? .nan, y: point?.y.value ?? .nan) }
    return line.points
  }

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

  /// Every half point of width keeps what a reader sees of it, its ends up and down; the whole line
  /// also keeps where it begins and ends.
  @Test func eachHalfPointKeepsItsExtremes() {
    var random = SeededGenerator(seed: 3)
    let points = (0..<10_000).map { index in
      Point(x: Points(Double(index) / 500), y: Points(Double.random(in: 0...9, using: &random)))
    }
    let kept = thinned(points, width: 20).compactMap(\.self)
    for column in 0..<40 {
      let all = points[column * 250..<(column + 1) * 250]
      let low = all.min { $0.y < $1.y }
      let high = all.max { $0.y < $1.y }
      let wanted = all.filter {
        $0 == low || $0 == high || $0 == points.first || $0 == points.last
      }
      #expect(kept.filter { all.contains($0) } == Array(wanted))
    }
  }

  @Test func fewPointsStayAsTheyAre() {
    let points: [Point?] = [Point(x: 0, y: 1), nil, Point(x: 2, y: 3)]
    #expect(thinned(points, width: 10) == points)
  }
}
