import Drawing
import Frame
import Frame
import TestSupport
import Testing

@testable import Charts

@Suite struct EndLabelsTests {
  @Test(arguments: [
    ("Spain", "12", "Spain 12"), ("1", "1,157", "1: 1,157"),
    ("Device 6", "1,130", "Device 6: 1,130"),
    ("עברית 45.6% abc", "43", "\u{2068}עברית 45.6% abc\u{2069} 43"), ("", "43", "43"),
    (String(repeating: "long", count: 90), "43", "longlonglonglonglonglonglonglonglonglongl… 43"),
  ])
  func namesAndValuesAreTwoThings(_ name: String, _ value: String, _ words: String) {
    let label = EndLabel(
      group: 0, name: name, value: value, level: 0, paint: Theme.standard.accent)
    #expect(EndLabels.words(label, Theme.standard.label, FixedMeasuring()) == words)
  }

  /// Rows of `a` lie at 0 to 10, of `b` at 0 to 4.
  private static let early = DataFrame([
    ("x", Column(doubles: [0, 5, 10, 0, 2, 4])), ("y", Column(doubles: [1, 3, 2, 6, 7, 8])),
    ("kind", Column(texts: ["a", "a", "a", "b", "b", "b"])),
  ])

  private func drawn(_ x: String) throws -> Scene {
    try ChartSpecimen(
      name: "", yaml: "{ data: rows, mark: line, x: \(x), y: y, color: kind }", width: 320
    ).draw(frames: ["rows": EndLabelsTests.early]).scene
  }

  @Test func aLineThatEndsEarlyIsLedToItsLabel() throws {
    Golden.check(try drawn("x").dump, named: "end-labels-of-a-line-that-ends-early")
  }

  /// On a turned axis lines end where x is smallest.
  @Test func labelsOfATurnedAxisStandAtItsRight() throws {
    let words = SceneFindings(try drawn("{ value: x, domain: [10, 0] }")).texts
    #expect(words.contains("a 1") && words.contains("b 6"), "\(words)")
  }

  /// From (5, 3) to (10, 2) the line of `a` leaves the window at (7.5, 2.5), which is no row.
  @Test func aLineThatGoesOnBeyondAWindowTellsNoValueAtItsEdge() throws {
    let scene = try drawn("{ value: x, domain: [0, 7.5] }")
    let words = SceneFindings(scene).texts
    #expect(words.contains("a") && words.contains("b 8"), "\(words)")
  }

  /// From (0, 1) to (5, 3) the line of `a` enters the window at (4, 2.6), below all of its rows.
  @Test func theAxisHoldsWhereLinesEnterAWindow() throws {
    let frame = DataFrame([
      ("x", Column(doubles: [0, 5, 10])), ("y", Column(doubles: [0, 500, 600])),
    ])
    let scene = try ChartSpecimen(
      name: "", yaml: "{ data: rows, mark: line, x: { value: x, domain: [2, 10] }, y: y }"
    ).draw(frames: ["rows": frame]).scene
    #expect(SceneFindings(scene).texts.contains("200"))
    #expect(SceneFindings(scene).outside.isEmpty)
  }

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

  /// No nearby arrangement of labels is closer to the wanted places in least squares.
  @Test(arguments: 0..<12 as Range<UInt64>)
  func noOtherPlacesAreNearer(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let wanted = (0..<Int.random(in: 2...7, using: &random)).map { _ in
      (center: Double.random(in: -10...110, using: &random), height: 9.0)
    }
    .sorted { $0.center < $1.center }
    let centers = spread(wanted, within: 0...100)
    func distance(_ places: [Double]) -> Double {
      zip(places, wanted).reduce(0) { $0 + ($1.0 - $1.1.center) * ($1.0 - $1.1.center) }
    }
    let best = distance(centers)
    for _ in 0..<4000 {
      let moved = centers.map { $0 + Double.random(in: -6...6, using: &random) }
      let keepsOrder = zip(moved, moved.dropFirst()).allSatisfy { $1 - $0 >= 9 }
      guard keepsOrder, (moved.first ?? 0) >= 4.5, (moved.last ?? 0) <= 95.5 else { continue }
      #expect(distance(moved) >= best - 1e-9)
    }
  }

  @Test func aLabelThatMovedFarHasALeader() throws {
    let rows = (0..<8).flatMap { line in [(line, 0.0), (line, 1.0)] }
    let frame = DataFrame([
      ("name", Column(texts: rows.map { "Line \($0.0 % 4)" })),
      ("x", Column(doubles: rows.map { $0.1 + Double($0.0 / 4) })),
      ("y", Column(doubles: rows.map { $0.1 == 0 ? 0 : 100 + Double($0.0) / 100 })),
    ])
    let scene = try ChartSpecimen(
      name: "", yaml: "{ data: lines, mark: line, x: x, y: y, color: name }", width: 400
    ).draw(frames: ["lines": frame]).scene
    let lines = scene.elements.flatMap { element -> [SceneElement] in
      guard case .group(let group) = element, group.role == "end-labels" else { return [] }
      return group.elements.filter { if case .path = $0 { true } else { false } }
    }
    #expect(lines.count >= 2)
  }
}
