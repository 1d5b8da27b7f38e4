@testable import Cairo
import Drawing
import TestSupport
import Testing

/// What is drawn is in the picture, pixel by pixel.
@Suite struct PNGExporterTests {
  static let exporter = PNGExporter(measuring: PangoMeasuringTests.measuring)
  static let blue = Paint(light: Color(0x0072b2), dark: Color(0x3b9ad9))

  static func picture(_ elements: [SceneElement], scale: Double = 2) throws -> DecodedPicture {
    let scene = Scene(size: Size(width: 40, height: 30), elements: elements)
    let exporter = PNGExporter(measuring: PangoMeasuringTests.measuring, scale: scale)
    return try #require(DecodedPicture(exporter.bytes(of: scene)))
  }

  static func square(_ x: Points, _ y: Points, side: Points, paint: Paint = blue) -> SceneElement {
    .path(
      .rectangle(Rectangle(x: x, y: y, width: side, height: side)), fill: paint, stroke: nil)
  }

  @Test func pixelsAreWhereTheSceneSays() throws {
    let picture = try Self.picture([Self.square(10, 5, side: 4)])
    #expect(picture.width == 80 && picture.height == 60)
    #expect(picture[0, 0] == 0xffffff)
    #expect(picture[20, 10] == 0x0072b2 && picture[27, 17] == 0x0072b2)
    #expect(picture[19, 10] == 0xffffff && picture[28, 17] == 0xffffff)
    #expect(picture.count { $0 == 0x0072b2 } == 64)
  }

  @Test func sizesRoundUpToWholePixels() throws {
    let scene = Scene(size: Size(width: 10.2, height: 0.1))
    let picture = try #require(DecodedPicture(Self.exporter.bytes(of: scene)))
    #expect(picture.width == 21 && picture.height == 1)
  }

  @Test(arguments: [0, -3, 40_000, Double.nan, .infinity])
  func sizesThatNoPictureHasAreRefused(_ width: Double) {
    let scene = Scene(size: Size(width: Points(width), height: 10))
    #expect(throws: CairoError.self) { try Self.exporter.bytes(of: scene) }
  }

  @Test func groupsMoveAndCut() throws {
    let group = SceneGroup(
      [Self.square(0, 0, side: 20)], role: "marks", offset: Point(x: 10, y: 5),
      clip: Rectangle(x: 2, y: 2, width: 3, height: 3))
    let picture = try Self.picture([.group(group), Self.square(0, 0, side: 1)])
    #expect(picture.count { $0 == 0x0072b2 } == 36 + 4)
    #expect(picture[24, 14] == 0x0072b2 && picture[23, 14] == 0xffffff)
  }

  @Test func opacityMixesWithThePaper() throws {
    let picture = try Self.picture([Self.square(0, 0, side: 4, paint: Self.blue.opacity(0.5))])
    // Half of #0072b2 on white.
    #expect(picture[2, 2] == 0x7fb8d8 || picture[2, 2] == 0x80b9d9 || picture[2, 2] == 0x7fb8d9)
  }

  @Test(arguments: DotShape.allCases)
  func dotsCoverTheirShapesArea(_ shape: DotShape) throws {
    let places = (0..<20).map { step in
      Point(x: Points(3 + Double(step % 5) * 8), y: Points(3 + Double(step / 5) * 7.7))
    }
    let dots = SceneElement.dots(places, shape: shape, radius: 2, paint: Self.blue)
    let outlines = places.map {
      SceneElement.path(shape.outline(radius: 2).moved(by: $0), fill: Self.blue, stroke: nil)
    }
    let (stamped, drawn) = try (Self.picture([dots]), Self.picture(outlines))
    // Stamps stand at quarter pixels; the ink agrees to a few per cent.
    let ink = [stamped, drawn].map { picture in
      picture.count { $0 != 0xffffff }
    }
    #expect(ink[0] > 20 * 20 && abs(ink[0] - ink[1]) < ink[1] / 8)
  }

  @Test(arguments: [DotShape.circle, .square, .triangle, .diamond])
  func shapesHaveTheAreaOfTheirCircle(_ shape: DotShape) throws {
    let outline = shape.outline(radius: 8).moved(by: Point(x: 20, y: 16))
    let black = Paint(light: Color(0), dark: Color(0))
    let picture = try Self.picture([.path(outline, fill: black, stroke: nil)])
    #expect(abs(picture.darkness / 4 - 64 * Double.pi) < 1)
  }

  @Test func translucentDotsDarkenWhereTheyOverlap() throws {
    let place = Point(x: 20, y: 15)
    let one = try Self.picture([
      .dots([place], shape: .circle, radius: 3, paint: Self.blue.opacity(0.2))
    ])
    let many = try Self.picture([
      .dots(
        Array(repeating: place, count: 40), shape: .circle, radius: 3,
        paint: Self.blue.opacity(0.2))
    ])
    #expect(one[40, 30] & 0xff0000 > 0xc00000)
    #expect(many[40, 30] & 0xff0000 < 0x100000)
  }

  @Test func masksFillEachCellInOneToneWithSharpEdges() throws {
    let black = Paint(light: Color(0), dark: Color(0))
    let mask = CoverageMask(columns: 3, rows: 2, coverages: [0, 255, 51, 102, 0, 204])
    let area = Rectangle(x: 4, y: 3, width: 30, height: 20)
    let picture = try Self.picture([.mask(mask, in: area, paint: black)])
    // Cells of 10 by 10 points: 20 by 20 pixels from 8, 6.
    for (index, coverage) in mask.coverages.enumerated() {
      let (left, top) = (8 + index % 3 * 20, 6 + index / 3 * 20)
      let tone = UInt32(255 - Int(coverage)) * 0x01_0101
      for (x, y) in [(0, 0), (19, 0), (0, 19), (19, 19), (10, 10)] {
        #expect(picture[left + x, top + y] == tone)
      }
    }
    #expect(picture[7, 30] == 0xffffff && picture[68, 30] == 0xffffff)
  }

  @Test(arguments: [
    Rectangle(x: .init(.nan), y: 0, width: 9, height: 9),
    Rectangle(x: 0, y: 0, width: 0, height: 9), Rectangle(x: 0, y: 0, width: 9, height: -1),
    Rectangle(x: 0, y: 0, width: .init(.infinity), height: 9),
  ])
  func masksWithoutAreaDoNoHarm(_ area: Rectangle) throws {
    let mask = CoverageMask(columns: 1, rows: 1, coverages: [255])
    let picture = try Self.picture([
      .mask(mask, in: area, paint: Self.blue), Self.square(1, 1, side: 4),
    ])
    #expect(picture.count { $0 == 0x0072b2 } == 64)
  }

  @Test func dotsOutsideAndNowhereDoNoHarm() throws {
    let places =
      [Double.nan, .infinity, -1e300, 1e12, 20].map { Point(x: Points($0), y: 15) }
      + Array(repeating: Point(x: 20, y: 15), count: 20)
    let picture = try Self.picture([.dots(places, shape: .circle, radius: 2, paint: Self.blue)])
    #expect(picture[40, 30] == 0x0072b2)
  }

  @Test func textStandsOnItsBaselineAndAnchor() throws {
    let font = Theme.standard.body.size(12)
    for (anchor, x) in [(TextAnchor.start, 5.0), (.middle, 20), (.end, 35)] {
      let run = TextRun("HHH", font: font, paint: Theme.standard.ink)
      let picture = try Self.picture([
        .text(run, at: Point(x: Points(x), y: 20), anchor: anchor, rotation: 0)
      ])
      let width = PangoMeasuringTests.measuring.extent(of: "HHH", font: font).width.value
      let left = anchor == .start ? x : anchor == .middle ? x - width / 2 : x - width
      let bounds = try #require(picture.inkBounds)
      // H has side bearings of about a tenth of its size, and capitals end on the baseline.
      #expect(abs(Double(bounds.x.lowerBound) - left * 2) < 4)
      #expect(abs(Double(bounds.x.upperBound) - (left + width) * 2) < 4)
      #expect(bounds.y.upperBound == 39 || bounds.y.upperBound == 40)
    }
  }

  @Test func turnedTextRisesFromItsPoint() throws {
    let run = TextRun("HHH", font: Theme.standard.body.size(8), paint: Theme.standard.ink)
    let picture = try Self.picture([
      .text(run, at: Point(x: 20, y: 28), anchor: .start, rotation: -90)
    ])
    let bounds = try #require(picture.inkBounds)
    #expect(bounds.y.count > bounds.x.count * 2)
    #expect(bounds.x.upperBound <= 41 && bounds.y.upperBound <= 57)
  }

  @Test func levelLinesAreSharp() throws {
    let line = SceneElement.path(
      .polyline([Point(x: 0, y: 10.13), Point(x: 40, y: 10.13)]), fill: nil,
      stroke: Stroke(Theme.standard.ink, width: 0.5))
    let picture = try Self.picture([line])
    #expect(picture.count { $0 == 0x16191d } == 80)
    #expect(picture.count { $0 == 0xffffff } == 80 * 59)
  }

  @Test(arguments: [[], [0], [0, 0], [-1, 2], [3, 1]] as [[Double]])
  func anyDashesDrawALine(_ dashes: [Double]) throws {
    let line = SceneElement.path(
      .polyline([Point(x: 0, y: 10), Point(x: 40, y: 10)]), fill: nil,
      stroke: Stroke(Theme.standard.ink, width: 1, dashes: dashes.map { Points($0) }))
    let picture = try Self.picture([line, Self.square(0, 20, side: 4)])
    #expect(picture.count { $0 == 0x16191d } >= 100)
    #expect(picture[2, 42] == 0x0072b2)
  }

  @Test func missingGlyphsAreBoxesAndTheTextGoesOn() throws {
    let run = TextRun("\u{f8000}H", font: Theme.standard.body.size(12), paint: Theme.standard.ink)
    let picture = try Self.picture([
      .text(run, at: Point(x: 2, y: 20), anchor: .start, rotation: 0)
    ])
    #expect((picture.inkBounds?.x.count ?? 0) > 20)
  }

  @Test func darkAppearanceUsesDarkPaints() throws {
    let exporter = PNGExporter(
      measuring: PangoMeasuringTests.measuring, scale: 1, appearance: .dark)
    let scene = Scene(
      size: Size(width: 10, height: 10), elements: [Self.square(0, 0, side: 5)])
    let picture = try #require(DecodedPicture(exporter.bytes(of: scene)))
    #expect(picture[2, 2] == 0x3b9ad9 && picture[8, 8] == 0x14171a)
  }

  @Test func sameSceneSameBytes() throws {
    let scene = PaintedGallery.scene
    let first = try Self.exporter.bytes(of: scene)
    let again = try PNGExporter(measuring: PangoMeasuring()).bytes(of: scene)
    #expect(first == again)
    #expect(first.starts(with: [0x89, 0x50, 0x4e, 0x47]))
  }
}

@Suite struct DotLayersTests {
  @Test(arguments: 0..<4 as Range<UInt64>)
  func layersHoldAllDotsAndNoTwoThatOverlap(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let points = (0..<600).map { _ in
      Point(
        x: Points(Double.random(in: -20...20, using: &random)),
        y: Points(Double.random(in: -20...20, using: &random)))
    }
    let layers = DotLayers(points, reach: 3).layers
    #expect(layers.reduce(0) { $0 + $1.count } == 600)
    #expect(Set(layers.flatMap(\.self)) == Set(points))
    for layer in layers {
      for (index, a) in layer.enumerated() {
        let near = layer[(index + 1)...].contains { b in
          let (x, y) = ((a.x - b.x).value, (a.y - b.y).value)
          return x * x + y * y < 9
        }
        #expect(!near)
      }
    }
  }

  @Test func whatIsNoPlaceIsLeftOut() {
    let points = [Double.nan, .infinity, 1e300, 4].map { Point(x: Points($0), y: 1) }
    #expect(DotLayers(points, reach: 0).layers == [[points[3]]])
  }
}
