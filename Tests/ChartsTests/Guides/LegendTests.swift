import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

/// Charts whose categories are told by more than their colour, each named after what it shows.
private let legendSpecimens: [ChartSpecimen] = [
  ChartSpecimen(
    name: "lines in panels are told apart by dashes",
    yaml: """
      { data: people, mark: line, x: "bin(age, 5)", y: mean(risk), color: smoker, facet: cholesterol }
      """, width: 480),
  ChartSpecimen(
    name: "dots take the form of their category",
    yaml: "{ data: people, mark: point, x: weight, y: risk, color: cholesterol }"),
  ChartSpecimen(
    name: "forms of their own beside colours",
    yaml: "{ data: people, mark: point, x: weight, y: risk, color: smoker, shape: cholesterol }",
    width: 400),
  ChartSpecimen(
    name: "one legend for colour and form of one field",
    yaml: "{ data: people, mark: point, x: weight, y: risk, color: smoker, shape: smoker }"),
  ChartSpecimen(
    name: "many lines are listed in the order of their ends",
    yaml: "{ data: lines, mark: line, x: x, y: y, color: name, height: 60 }", width: 240),
]

@Suite struct LegendTests {
  static let frames = SpecimenData.frames.merging(["lines": lines]) { $1 }

  @Test(arguments: legendSpecimens)
  func legendIsDrawnAsExpected(_ specimen: ChartSpecimen) throws {
    Golden.check(
      try specimen.draw(frames: Self.frames).golden,
      named: "legend-" + specimen.name.replacing(" ", with: "-"))
  }

  @Test(arguments: legendSpecimens, [140.0, 200, 320, 480, 720])
  func wordsStayInsideAndClear(_ specimen: ChartSpecimen, _ width: Double) throws {
    let findings = SceneFindings(
      try specimen.draw(frames: Self.frames, width: width).scene)
    #expect(findings.outside.isEmpty, "\(findings.outside)")
    #expect(findings.overlapping.isEmpty, "\(findings.overlapping)")
  }

  @Test(arguments: [80.0, 110, 150, 230, 480])
  func aRampIsWhole(_ width: Double) throws {
    let channel = ChannelColumn(
      column: Column(doubles: [31.7, 51.4]), field: "risk", label: "Mean risk of all users")
    let legend = Legend(
      entries: [],
      ramp: RampGuide(
        scale: RampScale(ramp: .sequential, domain: 31.7...51.4), channel: channel), sizes: nil,
      width: Points(width), context: .fixed([:]))
    let scene = Scene(
      size: Size(width: Points(width), height: max(1, legend.height)), elements: legend.elements)
    let words = scene.legendWords
    #expect(words.suffix(2) == ["31.7", "51.4"])
    #expect(width < 150 || words.first == "Mean risk of all users")
    #expect(SceneFindings(scene).outside.isEmpty, "\(SceneFindings(scene).outside)")
    #expect(scene.dump.contains("path"))
  }

  @Test func moreFormsThanThereAreShareTheLastAndAreCounted() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: categories, mark: point, x: value, y: value, shape: name }",
      width: 480
    ).draw()
    let words = chart.scene.legendWords
    #expect(words.first == "Name" && words.last == "9,995 others" && words.count == 7)
  }

  @Test func linesWithTheirNamesAtTheEndNeedNoDashes() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: daily, mark: line, x: day, y: steps, color: gender }", width: 480
    ).draw()
    #expect(chart.scene.dashes == [[]])
    let narrow = try ChartSpecimen(
      name: "", yaml: "{ data: daily, mark: line, x: day, y: steps, color: gender }", width: 140
    ).draw()
    #expect(narrow.scene.dashes.count == 2)
  }

  /// Rows without a category are told as those of the others are: at their line, or by their sample.
  @Test func aLoneGreyIsACategoryLikeOthers() throws {
    let rows = (0..<8).flatMap { x in ["a", "b", nil].map { (x, $0) } }
    let frame = DataFrame([
      ("x", Column(integers: rows.map { Int64($0.0) })),
      (
        "y",
        Column(doubles: rows.map { Double($0.0 * 3 + ($0.1 == nil ? 40 : $0.1 == "a" ? 0 : 9)) })
      ),
      ("kind", Column(texts: rows.map(\.1))),
    ])
    func words(_ mark: String) throws -> [String] {
      let specimen = ChartSpecimen(
        name: mark, yaml: "{ data: rows, \(mark), x: x, y: y, color: kind }", width: 400)
      return try specimen.draw(frames: ["rows": frame]).scene.legendWords
    }
    #expect(try words("mark: line") == [])
    #expect(try words("mark: point, trend: linear") == [])
    #expect(try words("mark: point") == ["a", "b", "missing"])
  }

  @Test func dashesAndFormsAreDistinct() {
    #expect(Set((0..<8).map(CategoryCodes.dashes)).count == 8)
    #expect(Set(CategoryCodes.shapes).count == DotShape.allCases.count)
  }

  /// Nine lines that end in the order of the letters from the bottom.
  static let lines: DataFrame = {
    let rows = (0..<9).flatMap { line in [(line, 0.0), (line, 1.0)] }
    return DataFrame([
      ("name", Column(texts: rows.map { "Line \(["a", "b", "c", "d", "e", "f"][$0.0 % 6])" })),
      ("x", Column(doubles: rows.map { $0.1 + Double($0.0 / 6) * 2 })),
      ("y", Column(doubles: rows.map { 5 + Double($0.0) * $0.1 })),
    ])
  }()
}

extension Scene {
  /// The distinct dashes of thick lines.
  fileprivate var dashes: Set<[Points]> {
    func strokes(_ elements: [SceneElement]) -> [Stroke] {
      elements.flatMap { element -> [Stroke] in
        switch element {
        case .path(_, _, let stroke?): [stroke]
        case .group(let group): strokes(group.elements)
        default: []
        }
      }
    }
    return Set(strokes(elements).filter { $0.width > 1.5 }.map(\.dashes))
  }
}
