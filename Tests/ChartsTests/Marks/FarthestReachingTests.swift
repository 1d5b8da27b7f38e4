import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

/// Marks too many to be drawn apart: what is drawn reaches as far as all of them do.
@Suite struct FarthestReachingTests {
  @Test func eachHalfPointKeepsItsLowestAndHighest() {
    let count = FarthestReaching.most + 1
    let middles = (0..<count).map { Double($0) / 1_000 }
    let reaches = (0..<count).map { -Double($0 % 7)...Double($0 % 11) }
    let kept = FarthestReaching.kept(
      groups: Array(repeating: 0, count: count), middles: middles, reaches: reaches)
    let halves = Set(middles.map { ($0 * 2).rounded(.down) })
    #expect(kept == kept.sorted() && kept.count <= 2 * halves.count)
    for half in halves {
      let all = middles.indices.filter { (middles[$0] * 2).rounded(.down) == half }
      let drawn = kept.filter { (middles[$0] * 2).rounded(.down) == half }
      #expect(
        drawn.map { reaches[$0].lowerBound }.min() == all.map { reaches[$0].lowerBound }.min())
      #expect(
        drawn.map { reaches[$0].upperBound }.max() == all.map { reaches[$0].upperBound }.max())
    }
  }

  @Test func coloursAreThinnedApartAndFewMarksNotAtAll() {
    let count = FarthestReaching.most + 1
    let kept = FarthestReaching.kept(
      groups: (0..<count).map { $0 % 3 }, middles: Array(repeating: 5, count: count),
      reaches: (0..<count).map { 0...Double($0) })
    #expect(kept.count == 6 && kept.suffix(3) == [count - 3, count - 2, count - 1])
    let few = FarthestReaching.kept(groups: [0, 0], middles: [5, .nan], reaches: [0...1, 0...1])
    #expect(few == [0, 1])
  }

  @Test(arguments: ["mark: bar", "mark: errorbar, y2: top"])
  func pictureOfManyIsSmallAndSaysSo(_ mark: String) throws {
    let count = 20_000
    let places = (0..<count).map { Double($0) / 100 }
    let heights = (0..<count).map { $0 == 12_345 ? 999.0 : Double($0 * 7919 % 100) }
    let frame = DataFrame([
      ("x", Column(.double(places))), ("y", Column(.double(heights))),
      ("top", Column(.double(heights.map { $0 + 1 }))),
    ])
    let chart = try ChartSpecimen(name: "", yaml: "{ data: many, \(mark), x: x, y: y }")
      .draw(frames: ["many": frame], width: 320, measuring: FixedMeasuring())
    let name = mark == "mark: bar" ? "bars" : "error bars"
    #expect(
      chart.note == "Of \(name) at the same half point those that reach farthest are drawn.")
    #expect(chart.scene.dump.split(separator: "\n").count < 4_000)
  }
}
