import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

/// Marks too many to be drawn apart: what is drawn covers what all of them do.
@Suite struct CoveringMarksTests {
  @Test func whatIsDrawnCoversAll() {
    let count = CoveringMarks.most + 1
    let middles = (0..<count).map { Double($0) / 1_000 }
    let reaches = (0..<count).map { index -> ClosedRange<Double> in
      let low = Double(index * 7_919 % 500)
      return low...low + Double(index % 40)
    }
    let kept = CoveringMarks.kept(
      groups: Array(repeating: 0, count: count), middles: middles, reaches: reaches)
    #expect(kept == kept.sorted() && kept.count < count / 4)
    for index in 0..<count {
      let half = (middles[index] * 2).rounded(.down)
      let drawn = kept.filter { (middles[$0] * 2).rounded(.down) == half }.map { reaches[$0] }
      let steps = stride(from: reaches[index].lowerBound, through: reaches[index].upperBound, by: 2)
      // Gaps of a point may stay open.
      #expect(
        steps.allSatisfy { place in
          drawn.contains { $0.lowerBound - 1 <= place && place <= $0.upperBound + 1 }
        })
    }
  }

  @Test func gapsOfALineOfMarksStayOpen() {
    let count = CoveringMarks.most + 1
    let reaches = (0..<count).map { $0.isMultiple(of: 2) ? 0.0...10 : 50.0...60 }
    let kept = CoveringMarks.kept(
      groups: Array(repeating: 0, count: count), middles: Array(repeating: 5, count: count),
      reaches: reaches)
    #expect(kept == [0, 1])
  }

  @Test func barsFromOneFootKeepTheirFarthestOfEachColour() {
    let count = CoveringMarks.most + 1
    let kept = CoveringMarks.kept(
      groups: (0..<count).map { $0 % 3 }, middles: Array(repeating: 5, count: count),
      reaches: (0..<count).map { 0...Double($0) })
    #expect(kept == [count - 3, count - 2, count - 1])
    let few = CoveringMarks.kept(groups: [0, 0], middles: [5, .nan], reaches: [0...1, 0...1])
    #expect(few == [0, 1])
  }

  @Test(arguments: ["mark: bar", "mark: errorbar, y2: top"])
  func pictureOfManyIsSmallAndSaysSo(_ mark: String) throws {
    let count = 20_000
    let places = (0..<count).map { Double($0) / 100 }
    let heights = (0..<count).map { $0 == 12_345 ? 999.0 : Double($0 * 7919 % 100) }
    let frame = DataFrame([
      ("x", Column(.double(places))), ("y", Column(.double(heights))),
      ("top", Column(.double(heights.map { $0 + 200 }))),
    ])
    let chart = try ChartSpecimen(name: "", yaml: "{ data: many, \(mark), x: x, y: y }")
      .draw(frames: ["many": frame], width: 320, measuring: FixedMeasuring())
    let name = mark == "mark: bar" ? "Bars" : "Error bars"
    #expect(
      chart.note == "\(name) that others at the same half point cover are not drawn.")
    #expect(chart.scene.dump.split(separator: "\n").count < 5_000)
  }
}
