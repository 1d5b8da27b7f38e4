import Charts
import Drawing
import Fitness
import Frame
import JSON
import TestSupport
import Testing

/// Charts whose axis the author ends before the data do, each named after what it shows.
private let cutSpecimens: [ChartSpecimen] = [
  ChartSpecimen(
    name: "a line beyond its domain",
    yaml: "{ data: daily, mark: line, x: day, y: { value: steps, domain: [1040, 1100] } }"),
  ChartSpecimen(
    name: "a second layer beyond the domain of the first",
    yaml: """
      data: people
      layers:
        - { mark: point, x: weight, y: { value: risk, domain: [20, 40] } }
        - { mark: line, x: weight, y: risk * 2 }
      """),
  ChartSpecimen(
    name: "bars beyond their domain with labels",
    yaml: """
      data: devices
      mark: bar
      x: device
      y: { value: readings, domain: [0, 500] }
      label: readings
      """, width: 480),
  ChartSpecimen(
    name: "boxes compared and seen through a window",
    yaml: """
      { data: people, mark: box, x: cholesterol, y: { value: risk, domain: [25, 45] }, compare: true }
      """, width: 400),
]

@Suite struct MarksCutTests {
  @Test(arguments: cutSpecimens)
  func marksAreCutAtTheirPanel(_ specimen: ChartSpecimen) throws {
    let chart = try specimen.draw()
    let findings = SceneFindings(chart.scene).all.filter { $0.rule == "marks-inside" }
    #expect(findings.isEmpty, "\(findings)")
    // What lies beyond is cut, or left out and counted.
    let isTold = chart.note?.contains("beyond the axis") == true
    #expect(
      chart.scene.clips > 0 || isTold || specimen.name.hasPrefix("bars"), "\(chart.note ?? "")")
  }

  @Test func whatNoDomainEndsIsNotCut() throws {
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: daily, mark: line, x: day, y: steps, color: gender }"
    ).draw()
    #expect(chart.scene.clips == 0)
  }

  /// The quartiles are those of all rows, whatever part of them is shown.
  @Test func aDomainIsAWindowOnWhatIsComputed() throws {
    func chart(_ y: String) throws -> Chart {
      try ChartSpecimen(
        name: "", yaml: "{ data: people, mark: box, x: cholesterol, y: \(y) }"
      ).draw()
    }
    let (all, seen) = (try chart("risk"), try chart("{ value: risk, domain: [25, 45] }"))
    #expect(all.altText == seen.altText)
    let frame = try #require(SpecimenData.frames["people"]?["risk"])
    let beyond = frame.doubles.count { $0 < 25 || $0 > 45 }
    #expect(beyond > 0)
    #expect(JSONValue.object(seen.results)["beyond_axis"] == .count(beyond))
    #expect(JSONValue.object(seen.results)["dropped"] == 0)
    #expect(
      seen.note?.contains(
        "\(beyond) rows with risk beyond the axis are counted, but cut at its ends.")
        == true)
  }

  @Test(arguments: ["density", "ecdf", "histogram", "strip", "beeswarm", "violin", "qq"])
  func statisticsAreOfAllRows(_ mark: String) throws {
    func chart(_ value: String) throws -> Chart {
      let side = ["strip", "beeswarm", "violin", "qq"].contains(mark) ? "y" : "x"
      return try ChartSpecimen(
        name: "", yaml: "{ data: people, mark: \(mark), \(side): \(value) }"
      ).draw()
    }
    let (all, seen) = (try chart("risk"), try chart("{ value: risk, domain: [25, 45] }"))
    let results = JSONValue.object(seen.results)
    let frame = try #require(SpecimenData.frames["people"]?["risk"])
    #expect(results["beyond_axis"] == .count(frame.doubles.count { $0 < 25 || $0 > 45 }))
    #expect(results["dropped"] == 0 && results["points"] == 60)
    // The intervals of a histogram suit its window.
    if mark != "histogram" {
      #expect(results[mark] == JSONValue.object(all.results)[mark])
      #expect(seen.altText == all.altText)
    }
  }

  /// A line to a point beyond the window leaves the panel towards it, and the axis of y holds what is
  /// seen in a window along x.
  @Test(arguments: ["line", "step", "area", "bar"])
  func lengthsAndLinesAreSeenThroughAWindow(_ mark: String) throws {
    let rows = DataFrame([
      ("x", Column(doubles: [0, 1, 2, 3, 4])), ("y", Column(doubles: [900, 2, 3, 4, 800])),
    ])
    func chart(_ channels: String) throws -> Chart {
      try ChartSpecimen(name: "", yaml: "{ data: rows, mark: \(mark), \(channels) }")
        .draw(frames: ["rows": rows])
    }
    let low = try chart("x: x, y: { value: y, domain: [0, 10] }")
    #expect(low.scene.clips > 0)
    #expect(JSONValue.object(low.results)["beyond_axis"] == 2)
    #expect(JSONValue.object(low.results)["dropped"] == 0)
    let middle = try chart("x: { value: x, domain: [1, 3] }, y: y")
    #expect(JSONValue.object(middle.results)["beyond_axis"] == 2)
    #expect(middle.scene.writtenWords.contains("4"), "\(middle.scene.writtenWords)")
    #expect(!middle.scene.writtenWords.contains { ($0.wholeMatch(of: /\d{3}/)) != nil })
  }

  /// Of a hundred thousand rows of which a hundredth is seen, the drawing has no more than it can show.
  @Test func aLongLineThroughAWindowIsThinned() throws {
    let count = 100_000
    let rows = DataFrame([
      ("x", Column(doubles: (0..<count).map(Double.init))),
      ("y", Column(doubles: (0..<count).map { Double($0 * 7919 % 1000) })),
    ])
    let chart = try ChartSpecimen(
      name: "",
      yaml: "{ data: rows, mark: line, x: { value: x, domain: [50000, 51000] }, y: y }"
    ).draw(frames: ["rows": rows])
    let corners = chart.scene.pathCorners.map(\.count).max() ?? 0
    #expect(corners > 500 && corners < 2600, "\(corners)")
  }

  @Test func aTrendIsThatOfAllRows() throws {
    func slope(_ y: String) throws -> String? {
      let chart = try ChartSpecimen(
        name: "", yaml: "{ data: people, mark: point, x: weight, y: \(y), trend: linear }"
      ).draw()
      return chart.note?.firstMatch(of: /risk = [^,]*/).map { String($0.output) }
    }
    let all = try slope("risk")
    #expect(all != nil)
    #expect(try slope("{ value: risk, domain: [25, 45] }") == all)
  }
}

extension Scene {
  /// How many groups are cut to a rectangle.
  var clips: Int { Scene.clips(elements) }

  private static func clips(_ elements: [SceneElement]) -> Int {
    elements.reduce(0) { sum, element in
      guard case .group(let group) = element else { return sum }
      return sum + (group.clip == nil ? 0 : 1) + clips(group.elements)
    }
  }
}
