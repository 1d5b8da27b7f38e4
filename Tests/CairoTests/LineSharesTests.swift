import Drawing
import TestSupport
import Testing

@testable import Cairo

/// Long lines are put on pixels by us, short ones by Cairo; both look the same.
@Suite struct LineSharesTests {
  static let black = Paint(light: Color(0), dark: Color(0))

  /// A line up and down across the picture, in lines of so many stretches.
  static func walk(_ count: Int, width: Points, opacity: Double = 1) -> [SceneElement] {
    var random = SeededGenerator(seed: 5)
    let points = (0...400).map { step in
      Point(
        x: Points(2 + Double(step) * 0.09),
        y: Points(15 + 9 * Double.random(in: -1...1, using: &random)))
    }
    return stride(from: 0, to: 400, by: count).map { start in
      .path(
        .polyline(Array(points[start...start + count])), fill: nil,
        stroke: Stroke(black.opacity(opacity), width: width, ending: .round))
    }
  }

  /// The thinnest is 1.2 pixels wide and left to Cairo.
  @Test(arguments: [0.3, 1.6, 4] as [Points])
  func aLongLineLooksLikeShortOnes(_ width: Points) throws {
    let pictures = try [400, 100].map { count in
      try PNGExporterTests.picture(Self.walk(count, width: width), scale: 4)
    }
    #expect(pictures[0].darkness > 500)
    #expect(abs(pictures[0].darkness / pictures[1].darkness - 1) < 0.02)
    let apart = pictures[0].differences(from: pictures[1])
    // Narrow notches between two stretches are filled by their nearer edge alone.
    #expect(apart.mean < 1.5 && apart.largest < 128)
  }

  @Test func aStraightEdgeIsThatOfItsDistance() throws {
    let points = (0...200).map { Point(x: Points(2 + Double($0) * 0.18), y: 10.25) }
    let line = SceneElement.path(
      .polyline(points), fill: nil, stroke: Stroke(Self.black, width: 4, ending: .round))
    let picture = try PNGExporterTests.picture([line], scale: 1)
    // From 8.25 to 12.25: three quarters of row 8, three rows, a quarter of row 12.
    #expect((7...13).map { picture[20, $0] >> 16 } == [255, 64, 0, 0, 0, 191, 255])
    // Round ends reach two points beyond the first and the last.
    let bounds = try #require(picture.inkBounds)
    #expect(bounds.x == 0...39 && bounds.y == 8...12)
  }

  @Test func translucentLinesAreEvenWhereTheyCross() throws {
    let picture = try PNGExporterTests.picture(Self.walk(400, width: 1.6, opacity: 0.4), scale: 4)
    // 60 % of white, nowhere less.
    #expect(picture.count { $0 >> 16 == 153 } > 500)
    #expect(picture.count { $0 >> 16 < 153 } == 0)
  }

  @Test func linesAreCutAndBrokenWhereTheyMust() throws {
    var points = (0...300).map { Point(x: Points(5 + Double($0) * 0.1), y: 10) }
    points[200] = Point(x: 25, y: 2_000)
    let parts = [points[..<150], points[151...]].map { Path.polyline(Array($0)) }
    let line = SceneElement.path(
      Path(parts.flatMap(\.steps)), fill: nil,
      stroke: Stroke(Self.black, width: 0.1, ending: .round))
    let cut = SceneElement.group(
      SceneGroup(
        [line], role: "marks", offset: Point(x: 0, y: 0),
        clip: Rectangle(x: 10, y: 5, width: 20, height: 20)))
    let picture = try PNGExporterTests.picture([cut], scale: 20)
    let bounds = try #require(picture.inkBounds)
    #expect(bounds.x == 200...599 && bounds.y.upperBound == 499)
    // Between 19.9 and 20.1 the line is broken.
    #expect(picture[396, 200] == 0 && picture[400, 200] == 0xffffff && picture[404, 200] == 0)
  }
}
