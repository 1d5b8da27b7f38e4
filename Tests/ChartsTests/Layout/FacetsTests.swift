import Charts
import Drawing
import Frame
import JSON
import TestSupport
import Testing

/// Charts in small panels, each named after what it shows.
private let facetSpecimens: [ChartSpecimen] = [
  ChartSpecimen(
    name: "a grid of two variables",
    yaml: """
      data: people
      mark: point
      x: weight
      y: risk
      facet: { row: smoker, column: { value: cholesterol, domain: [Normal, Above, High] } }
      """, width: 480),
  ChartSpecimen(
    name: "rows of panels whose counts have their own scale",
    yaml: """
      { data: people, mark: histogram, x: risk, facet: { row: smoker, scales: free_y } }
      """),
  ChartSpecimen(
    name: "panels with scales of their own in two columns",
    yaml: """
      data: people
      mark: point
      x: weight
      y: risk
      facet: { value: cholesterol, columns: 2, scales: free }
      """, width: 400),
  ChartSpecimen(
    name: "lines in panels with a reference in each",
    yaml: """
      data: daily
      layers:
        - { mark: line, x: day, y: steps, facet: gender }
        - { mark: rule, y: 1050 }
      """, width: 400),
]

@Suite struct FacetsTests {
  @Test(arguments: facetSpecimens)
  func panelsAreDrawnAsExpected(_ specimen: ChartSpecimen) throws {
    Golden.check(
      try specimen.draw().golden, named: "facets-" + specimen.name.replacing(" ", with: "-"))
  }

  @Test(arguments: facetSpecimens, [140.0, 200, 260, 340, 480, 720])
  func wordsStayInsideAndClear(_ specimen: ChartSpecimen, _ width: Double) throws {
    for scene in try specimen.draw(width: width).scenes {
      let findings = SceneFindings(scene)
      #expect(findings.outside.isEmpty, "\(findings.outside)")
      #expect(findings.overlapping.isEmpty, "\(findings.overlapping)")
    }
  }

  @Test(arguments: [2, 3, 5, 9, 13, 30, 200, 400], [200.0, 480])
  func everyPanelStandsOnceOnAPageThatHoldsIt(_ count: Int, _ width: Double) throws {
    let scenes = try many(count, width: width).scenes
    let panels = scenes.flatMap(\.panels)
    #expect(panels == (1...count).map { "panel-\($0)" })
    for scene in scenes { #expect(scene.size.height <= 601 && !scene.panels.isEmpty) }
    // What the colours mean is told on every page, as on the first.
    let legends = scenes.map { $0.roles.count { $0 == "legend" } }
    #expect(legends.allSatisfy { $0 == 1 })
    for scene in scenes { #expect(scene.texts.contains("a") && scene.texts.contains("b")) }
    for scene in scenes {
      let findings = SceneFindings(scene)
      #expect(findings.outside.isEmpty, "\(findings.outside)")
      #expect(findings.overlapping.isEmpty, "\(findings.overlapping)")
    }
  }

  @Test func everyPageHasHeadsAndAxes() throws {
    let scenes = try many(30, width: 480).scenes
    #expect(scenes.count == 2)
    for scene in scenes {
      #expect(scene.roles.contains("head"))
      #expect(scene.roles.contains("axis-x"))
      #expect(scene.roles.contains("axis-y"))
    }
    #expect(scenes[1].texts.first == "Continued: panels 16 to 30 of 30")
  }

  @Test func noLegendRepeatsWhatTheHeadsOfPanelsSay() throws {
    func chart(_ facet: String) throws -> Chart {
      try ChartSpecimen(
        name: "",
        yaml: "{ data: people, mark: line, x: weight, y: risk, color: smoker, facet: \(facet) }",
        width: 400
      ).draw()
    }
    let own = try chart("smoker").scene
    #expect(!own.roles.contains("legend") && own.roles.contains("head"))
    #expect(!own.hasDashes)
    #expect(try chart("cholesterol").scene.roles.contains("legend"))
    #expect(
      try chart("{ row: smoker, column: cholesterol }").scene.roles.contains("legend") == false)
  }

  @Test func pagesCarryTitleOnEachAndNoteOnTheLast() throws {
    var chart = try many(30, width: 480)
    chart.title = "Sales"
    chart.note = "Note."
    let pages = chart.pages
    #expect(pages.map(\.title) == ["Sales", "Sales (continued)"])
    #expect(pages.map(\.note) == [nil, "Note."])
    #expect(pages[1].subtitle == nil && pages[1].altText.hasPrefix("Page 2 of 2. "))
  }

  @Test func morePanelsThanAnyoneReadsAreCutAndTheCutIsSaid() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: categories, mark: point, x: value, y: value, facet: name }",
      width: 480
    ).draw()
    #expect(chart.note?.contains("400 of 10,000 panels are shown, the largest.") == true)
    #expect(JSONValue.object(chart.results)["panels"] == 400)
    #expect(JSONValue.object(chart.results)["dropped"] == 9600)
  }

  @Test func freeScalesFitEachPanelAndAreSaid() throws {
    func chart(_ scales: String) throws -> Chart {
      try ChartSpecimen(
        name: "",
        yaml: "{ data: apart, mark: point, x: x, y: y, facet: { value: name, scales: \(scales) } }",
        width: 480
      ).draw(frames: ["apart": FacetsTests.apart])
    }
    let (shared, free) = (try chart("shared"), try chart("free_y"))
    #expect(shared.note == nil)
    #expect(free.note == "Each panel has its own scale of Y.")
    // Sharing a scale to 1,000 the dots of "low" lie in a line; with its own they do not.
    #expect(shared.scene.dotHeight(inPanel: 1) < 2)
    #expect(free.scene.dotHeight(inPanel: 1) > 60)
  }

  @Test(arguments: [
    ("{ columns: 2 }", "a facet needs 'value', or 'row' and 'column'"),
    ("{ value: smoker, row: smoker }", "a facet has 'value', or 'row' and 'column', not both"),
    (
      "{ row: smoker, columns: 2 }", "'columns' does not belong to a facet with 'row' or 'column'"
    ),
    ("{ value: smoker, scales: loose }", "'loose'"),
  ])
  func wrongFacetIsRefused(_ facet: String, _ message: String) {
    let yaml = "{ data: people, mark: point, x: weight, y: risk, facet: \(facet) }"
    let told = ChartSpecimen.read(yaml).told
    #expect(told.contains { $0.contains(message) }, "\(told)")
  }

  /// Two categories in each of many panels.
  private func many(_ count: Int, width: Double) throws -> Chart {
    let rows = (0..<count * 4).map { $0 }
    let frame = DataFrame([
      ("region", Column(texts: rows.map { "Region \(1000 + $0 / 4)" })),
      ("x", Column(doubles: rows.map { Double($0 % 4) })),
      ("y", Column(doubles: rows.map { Double($0 * 37 % 101) })),
      ("kind", Column(texts: rows.map { $0 % 2 == 0 ? "a" : "b" })),
    ])
    return try ChartSpecimen(
      name: "", yaml: "{ data: many, mark: point, x: x, y: y, color: kind, facet: region }",
      width: width
    ).draw(frames: ["many": frame])
  }

  /// Two groups whose measures are a thousand times apart.
  private static let apart = DataFrame([
    ("name", Column(texts: ["low", "low", "low", "high", "high"])),
    ("x", Column(doubles: [1, 2, 3, 1, 3])), ("y", Column(doubles: [0.1, 0.7, 0.4, 200, 1000])),
  ])
}

extension Chart {
  /// The drawings of all pages.
  fileprivate var scenes: [Scene] { [scene] + continuation }
}

extension Scene {
  fileprivate var panels: [String] { roles.filter { $0.hasPrefix("panel-") } }

  /// The roles of all groups, in order.
  fileprivate var roles: [String] { Scene.walk(elements).compactMap(\.role) }

  fileprivate var texts: [String] { Scene.walk(elements).compactMap(\.text) }

  /// How far apart the highest and the lowest dot of a panel lie.
  fileprivate func dotHeight(inPanel index: Int) -> Double {
    let panels = elements.filter { element in
      if case .group(let group) = element { group.role == "panel-\(index + 1)" } else { false }
    }
    let heights = Scene.walk(panels).flatMap(\.dots).map(\.y.value)
    return (heights.max() ?? 0) - (heights.min() ?? 0)
  }

  private struct Found {
    var role: String?
    var text: String?
    var dots: [Point] = []
    var dashes: [Points] = []
  }

  fileprivate var hasDashes: Bool { Scene.walk(elements).contains { !$0.dashes.isEmpty } }

  private static func walk(_ elements: [SceneElement]) -> [Found] {
    elements.flatMap { element -> [Found] in
      switch element {
      case .group(let group): [Found(role: group.role)] + walk(group.elements)
      case .text(let run, _, _, _): [Found(text: run.text)]
      case .dots(let points, _, _, _): [Found(dots: points)]
      case .path(_, _, let stroke): [Found(dashes: stroke?.dashes ?? [])]
      default: []
      }
    }
  }
}
