import Dates
import Diagnostics
import Drawing
import Frame
import JSON
import TestSupport
import Testing

@testable import Charts

/// Every mark over data that leave little to draw, or too much, or nothing sensible: a picture or a
/// sentence, never a crash, never a place that no painter can hold.
@Suite struct EveryMarkTests {
  /// One mark over one set of rows.
  struct Trial: CustomTestStringConvertible, Sendable {
    let mark: String
    let data: String

    var testDescription: String { "\(mark) of \(data)" }
  }

  static let frames = SpecimenData.frames.filter { hard.contains($0.key) }
    .merging(extremes) { $1 }
  private static let hard: Set<String> = [
    "nothing", "nulls", "constant", "powers", "huge", "one", "hostile", "ages", "people", "daily",
  ]
  private static let extremes: [String: DataFrame] = [
    "edges": DataFrame([
      (
        "number",
        Column(doubles: [
          -.greatestFiniteMagnitude, .greatestFiniteMagnitude, .leastNonzeroMagnitude, 0, -0.0, nil,
          .infinity, -.infinity, .nan, 1e-300, 1e300, 0.5,
        ])
      ),
      ("whole", Column(integers: [.min, .max, 0, 1, -1, nil, 2, 3, 4, 5, 6, 7])),
      (
        "moment",
        Column(
          timestamps: ([-62_135_596_800_000_000, 253_402_300_799_000_000, 0, 1, -1] as [Int64?]
            + [nil, 2, 3, 4, 5, 6, 7]).map { $0.map { Timestamp(microseconds: $0) } })
      ),
      (
        "flag",
        Column(booleans: [
          true, false, true, false, nil, nil, true, true, true, false, false, false,
        ])
      ),
      (
        "word",
        Column(texts: [
          "", " ", nil, "\u{202e}evil", "🇩🇪🏳️‍🌈", "שלום", "a\nb", "\0", "x", "x",
          String(repeating: "W", count: 1000), "ﷺﷺﷺﷺﷺﷺﷺﷺ",
        ])
      ),
    ]),
    "tiny": DataFrame([
      ("a", Column(doubles: [1, 2, 3, 0].map { $0 * Double.leastNonzeroMagnitude })),
      ("b", Column(doubles: [1e308, -1e308, 1e308, -1e308])),
      ("same", Column(texts: ["s", "s", "s", "s"])),
    ]),
  ]

  static let trials = MarkCatalogue.all.flatMap { mark in
    frames.keys.sorted().map { Trial(mark: mark.name, data: $0) }
  }

  @Test(arguments: trials)
  func everyPairOfColumnsGivesAPictureOrASentence(_ trial: Trial) throws {
    let frame = try #require(Self.frames[trial.data])
    var drawn = 0
    for x in frame.names {
      for y in frame.names {
        for (extra, width) in [("", 480.0), (", color: '\"\(y)\"', facet: '\"\(x)\"'", 200)] {
          if try draws(trial, x: x, y: y, extra: extra, width: width) { drawn += 1 }
        }
      }
    }
    #expect(drawn > 0 || trial.mark == "calendar")
  }

  /// Whether the chart could be drawn; what is refused must say why.
  private func draws(_ trial: Trial, x: String, y: String, extra: String, width: Double) throws
    -> Bool
  {
    let mark = try #require(MarkCatalogue.mark(named: trial.mark))
    var channels = "x: '\"\(x)\"', y: '\"\(y)\"'"
    for (channel, column) in [(Channel.label, x), (.x2, y), (.y2, x)]
    where mark.needs.contains(channel) {
      channels += ", \(channel.rawValue): '\"\(column)\"'"
    }
    let takes = Set(mark.needs + mark.takes + [.facet])
    if !takes.contains(.y) { channels = "x: '\"\(x)\"'" }
    if !takes.contains(.x) { channels = "y: '\"\(y)\"'" }
    let more = takes.contains(.color) ? extra : ""
    let yaml = "{ data: \(trial.data), mark: \(trial.mark), \(channels)\(more) }"
    do {
      let chart = try ChartSpecimen(name: "", yaml: yaml).draw(
        frames: Self.frames, width: width, measuring: FixedMeasuring())
      #expect(chart.scene.size.height > 0 && chart.scene.size.height < 2400, "\(yaml)")
      #expect(!chart.altText.isEmpty, "\(yaml)")
      let wild = chart.scene.elements.flatMap(\.places).first { !$0.isTame }
      #expect(wild == nil, "\(yaml)")
      #expect(!JSONValue.object(chart.results).text().contains("nan"), "\(yaml)")
      return true
    } catch let refusal as ChartSpecimen.Unreadable {
      #expect(!refusal.told.isEmpty)
    } catch let refusal as Diagnostic {
      #expect(!refusal.description.isEmpty)
    }
    return false
  }
}

extension Point {
  /// Whether painters can hold the place.
  fileprivate var isTame: Bool {
    x.value.isFinite && y.value.isFinite && abs(x.value) < 1e6 && abs(y.value) < 1e6
  }
}

extension SceneElement {
  /// Every place that the element names.
  fileprivate var places: [Point] {
    switch self {
    case .path(let path, _, _):
      path.steps.flatMap { step -> [Point] in
        switch step {
        case .move(let point), .line(let point): [point]
        case .curve(let a, let b, let end): [a, b, end]
        case .close: []
        }
      }
    case .text(_, let point, _, _): [point]
    case .dots(let points, _, let radius, _): points + [Point(x: radius, y: radius)]
    case .mask(_, let area, _):
      [Point(x: area.x, y: area.y), Point(x: area.maxX, y: area.maxY)]
    case .group(let group): group.elements.flatMap(\.places)
    }
  }
}
