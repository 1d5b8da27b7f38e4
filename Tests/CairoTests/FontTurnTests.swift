import Cairo
import Dispatch
import Drawing
import Testing

/// Text that many threads set, paint and embed at once, in more fonts than Cairo keeps open.
@Suite struct FontTurnTests {
  /// What each thread writes in its own fonts: plain Latin, Latin that needs Pango, another script.
  static let texts = ["Risk score 12.3", "naïve ﬁt ½ ﬂow", "Привет, мир", "שלום", "12 ≥ 7 → ✓"]

  /// Fonts of one weight and several families; each is a file of its own.
  static func fonts(_ number: Int) -> [Font] {
    let weights = [100, 200, 300, 400, 500, 600, 700, 800, 900]
    let families = ["Inter", "Vollkorn", "DejaVu Sans", "DejaVu Serif", "Noto Sans", "Noto Serif"]
    return families.indices.map { place in
      var font = Font(
        families: [families[place], "Inter"], size: Points(7 + Double((number + place) % 5)),
        weight: weights[(number + place) % weights.count])
      font.isItalic = (number + place) % 3 == 0
      return font
    }
  }

  static func scene(_ number: Int) -> Scene {
    let paint = Theme.standard.ink
    let elements = fonts(number).enumerated().flatMap { row, font in
      texts.enumerated().map { column, text -> SceneElement in
        .text(
          TextRun(text, font: font, paint: paint),
          at: Point(x: Points(Double(column) * 60), y: Points(Double(row + 1) * 14)),
          anchor: .start, rotation: 0)
      }
    }
    return Scene(size: Size(width: 300, height: 100), elements: elements)
  }

  /// The picture and the document of a scene, by a measuring of its own.
  static func drawn(_ number: Int) -> Drawn {
    let measuring = PangoMeasuring()
    let lines = fonts(number).map { font in
      measuring.lines(
        of: texts.map { TextRun($0, font: font, paint: Theme.standard.ink) }, width: 60
      ).count
    }
    let scene = scene(number)
    let png = try? PNGExporter(measuring: measuring).bytes(of: scene)
    return Drawn(lines: lines, png: png, pdf: try? pdf(scene, measuring))
  }

  static func pdf(_ scene: Scene, _ measuring: PangoMeasuring) throws -> [UInt8] {
    let canvas = try PDFCanvas(pageSize: scene.size, measuring: measuring)
    canvas.describe(
      .init(title: "Fonts", author: nil, creator: "a test", created: "2026-01-31T06:30:00Z"))
    canvas.paint(scene)
    canvas.endPage()
    return try canvas.finish().bytes
  }

  struct Drawn: Hashable, Sendable {
    let lines: [Int]
    let png: [UInt8]?
    let pdf: [UInt8]?
  }

  @Test func threadsThatDrawTextAtOnceDrawWhatOneDraws() {
    let count = 24
    let together = [Drawn](unsafeUninitializedCapacity: count) { results, filled in
      // Each thread writes its own place, and all have ended before the results are read.
      nonisolated(unsafe) let places = results
      DispatchQueue.concurrentPerform(iterations: count) { number in
        places.initializeElement(at: number, to: Self.drawn(number % 12))
      }
      filled = count
    }
    let alone = (0..<12).map { Self.drawn($0) }
    for number in 0..<count {
      #expect(together[number].pdf != nil && together[number] == alone[number % 12])
    }
  }
}
