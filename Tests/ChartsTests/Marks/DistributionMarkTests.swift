import Dates
import Drawing
import Foundation
import Frame
import JSON
import TestSupport
import Testing

@testable import Charts

/// Charts of distributions, each named after what it shows.
let distributions: [ChartSpecimen] = [
  ChartSpecimen(
    name: "notched boxes with means",
    yaml:
      "{ data: people, mark: box, x: cholesterol, y: risk, color: smoker, notches: true, mean: true }"
  ),
  ChartSpecimen(
    name: "violins with a box inside",
    yaml: "{ data: people, mark: violin, x: cholesterol, y: weight }"),
  ChartSpecimen(
    name: "violins side by side with quartiles",
    yaml: "{ data: people, mark: violin, x: cholesterol, y: risk, color: smoker, inner: quartiles }"
  ),
  ChartSpecimen(
    name: "violins lie where names are long",
    yaml: """
      { data: people, mark: violin, y: risk, bandwidth: sheather_jones,
        x: "case when smoker = 'yes' then 'People who smoke every day' else 'People who never smoked' end" }
      """, width: 240),
  ChartSpecimen(
    name: "a violin of equal values is a line",
    yaml: "{ data: constant, mark: violin, y: y }"),
  ChartSpecimen(
    name: "a strip of dots by colour",
    yaml: "{ data: people, mark: strip, x: cholesterol, y: risk, color: smoker }"),
  ChartSpecimen(
    name: "a swarm of dots", yaml: "{ data: people, mark: beeswarm, x: smoker, y: risk }",
    width: 240),
  ChartSpecimen(
    name: "swarms in panels",
    yaml: "{ data: people, mark: beeswarm, x: smoker, y: risk, facet: cholesterol }", width: 480),
  ChartSpecimen(
    name: "a histogram of overlapping colours",
    yaml: "{ data: people, mark: histogram, x: risk, color: smoker, measure: share }"),
  ChartSpecimen(
    name: "a histogram of stacked colours",
    yaml: "{ data: people, mark: histogram, x: risk, color: smoker, stack: true, bins: 8 }"),
  ChartSpecimen(
    name: "a histogram of whole numbers",
    yaml: "{ data: people, mark: histogram, x: { value: age, label: Age }, bin_width: 5 }"),
  ChartSpecimen(
    name: "a histogram of weeks",
    yaml: "{ data: daily, mark: histogram, x: day, bin_width: week }"),
  ChartSpecimen(
    name: "a histogram on a log scale",
    yaml: "{ data: powers, mark: histogram, x: { value: x, scale: log }, rule: sturges }"),
  ChartSpecimen(
    name: "a cumulative distribution with its band",
    yaml: "{ data: people, mark: ecdf, x: risk }"),
  ChartSpecimen(
    name: "cumulative distributions without bands",
    yaml: "{ data: people, mark: ecdf, x: risk, color: smoker, band: none }"),
  ChartSpecimen(
    name: "quantiles against the normal",
    yaml: "{ data: people, mark: qq, y: { value: weight, label: Weight (lb) } }"),
  ChartSpecimen(
    name: "quantiles of two colours against the exponential",
    yaml:
      "{ data: people, mark: qq, y: risk, color: smoker, distribution: exponential, level: 0.9 }"
  ),
  ChartSpecimen(
    name: "a rug under a density",
    yaml: """
      data: people
      x: risk
      layers: [{ mark: density, bandwidth: 3 }, { mark: rug }]
      """),
  ChartSpecimen(
    name: "a rug at both edges of points",
    yaml: """
      data: people
      x: weight
      y: risk
      layers: [{ mark: point }, { mark: rug }]
      """, width: 240),
  ChartSpecimen(
    name: "densities of two categories",
    yaml: "{ data: people, mark: density, x: risk, color: smoker, bounds: [0, null] }"),
  ChartSpecimen(
    name: "a density over a histogram of counts",
    yaml: """
      data: people
      x: risk
      layers: [{ mark: histogram, opacity: 0.5 }, { mark: density }]
      """),
]

@Suite struct DistributionMarkTests {
  @Test(arguments: distributions)
  func distributionIsDrawnAsExpected(_ specimen: ChartSpecimen) throws {
    Golden.check(
      try specimen.draw().golden,
      named: "distribution-" + specimen.name.replacing(" ", with: "-"))
  }

  private func results(_ yaml: String, _ frame: DataFrame) throws -> JSONValue {
    let chart = try ChartSpecimen(name: "", yaml: yaml).draw(
      frames: ["rows": frame], width: 400, measuring: FixedMeasuring())
    return .object(chart.results)
  }

  @Test(arguments: ["count", "share", "density"])
  func densityIsAsHighAsEvenBars(_ measure: String) throws {
    let numbers = (0..<400).map { Double(($0 * 7919) % 401) / 40 }
    let plan = try #require(
      ChartSpecimen.read(
        """
        data: rows
        x: v
        layers: [{ mark: histogram, measure: \(measure) }, { mark: density, bandwidth: 0.2 }]
        """
      ).plan)
    let inputs = try plan.rows(
      in: .fixed(["rows": DataFrame([("v", Column(doubles: numbers))])]))
    let layers = inputs.map { input in
      Layer(
        rows: input.rows, panels: input.rows.zeros, groups: input.rows.zeros,
        colors: .single(Theme.standard.ink))
    }
    let marks = zip(inputs, layers).map { $0.mark.make($1, $0.settings) }
    let bars = try #require(marks[0].demand(.y).range?.upperBound)
    let curve = try #require(marks[1].beside(marks).demand(.y).range?.upperBound)
    // Evenly spread values: bars and curve are about equally high everywhere.
    #expect(abs(curve / bars - 1) < 0.15)
  }

  @Test func binsAreSharedByCategoriesAndHoldEveryRow() throws {
    let frame = DataFrame([
      ("v", Column(doubles: (0..<200).map { Double($0 % 37) / 10 })),
      ("g", Column(texts: (0..<200).map { $0 % 3 == 0 ? "a" : "b" })),
    ])
    let told = try results("{ data: rows, mark: histogram, x: v, color: g }", frame)
    let groups = try #require(told["histogram"]?["groups"]?.list)
    let edges = try #require(told["histogram"]?["edges"]?.list)
    let counts = groups.map { $0["counts"]?.list?.compactMap(\.double) ?? [] }
    #expect(counts.allSatisfy { $0.count == edges.count - 1 })
    #expect(counts.map { $0.reduce(0, +) } == [67, 133])
  }

  @Test(arguments: [1, 2, 5, 10])
  func binsOfIntegersHoldTheSameManyWholeNumbers(_ width: Int) throws {
    let frame = DataFrame([("v", Column(integers: (0..<100).map { Int64($0) }))])
    let told = try results(
      "{ data: rows, mark: histogram, x: v, bin_width: \(width) }", frame)
    let counts = told["histogram"]?["groups"]?.list?.first?["counts"]?.list?.compactMap(\.double)
    #expect(counts == Array(repeating: Double(width), count: 100 / width))
  }

  @Test func decimalsOnEdgesBelongToTheIntervalAbove() throws {
    let frame = DataFrame([("v", Column(doubles: (0..<100).map { Double($0) / 10 }))])
    let told = try results("{ data: rows, mark: histogram, x: v, rule: sturges }", frame)
    let counts = told["histogram"]?["groups"]?.list?.first?["counts"]?.list?.compactMap(\.double)
    #expect(counts == Array(repeating: 10, count: 10))
  }

  @Test func monthsAreOneBarEachWhateverTheirLength() throws {
    let days = (0..<365).map { CivilDate(days: 20_089 + Int32($0)) }
    let told = try results(
      "{ data: rows, mark: histogram, x: v, bin_width: month }",
      DataFrame([("v", Column(dates: days))]))
    let counts = told["histogram"]?["groups"]?.list?.first?["counts"]?.list?.compactMap(\.double)
    #expect(counts == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func dotsOfASwarmDoNotOverlapWhileThereIsRoom(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let places = (0..<300).map { _ in
      (0..<4).reduce(0) { sum, _ in sum + Double.random(in: 0...60, using: &random) }
    }
    let swarm = try #require(Swarm(places, diameter: 4, reach: 1000, most: 0))
    for (a, x) in places.enumerated() {
      for b in 0..<a {
        let (along, across) = (x - places[b], swarm.offsets[a] - swarm.offsets[b])
        #expect((along * along + across * across).squareRoot() > 4 - 1e-6)
      }
    }
  }

  @Test func equalValuesOfASwarmStandSideBySide() throws {
    let swarm = try #require(Swarm([5, 5, 5, 5, 5], diameter: 2, reach: 10, most: 0))
    #expect(swarm.offsets.sorted() == [-4, -2, 0, 2, 4])
  }

  @Test func whatFindsNoRoomIsCounted() throws {
    #expect(Swarm([5, 5, 5, 5, 5], diameter: 2, reach: 2, most: 1) == nil)
    let swarm = try #require(Swarm([5, 5, 5, 5, 5], diameter: 2, reach: 2, most: 2))
    #expect(swarm.overflow == 2 && swarm.offsets.allSatisfy { abs($0) <= 2 })
  }

  @Test func tooManyDotsAreSpreadWithinTheDensityAndItIsSaid() throws {
    let frame = DataFrame([("v", Column(doubles: (0..<5000).map { Double($0 * 7919 % 4999) }))])
    let chart = try ChartSpecimen(name: "", yaml: "{ data: rows, mark: beeswarm, y: v }").draw(
      frames: ["rows": frame], width: 300, measuring: FixedMeasuring())
    #expect(chart.note?.contains("too many to lie side by side") == true)
  }

  @Test func tailsOfManyQuantilesAreAllDrawn() throws {
    let values = (0..<50_000).map { Double($0 * 7919 % 50_021) }
    let chart = try ChartSpecimen(name: "", yaml: "{ data: rows, mark: qq, y: v }").draw(
      frames: ["rows": DataFrame([("v", Column(doubles: values))])], width: 400,
      measuring: FixedMeasuring())
    let dots = chart.scene.elements.flatMap(\.dots)
    #expect((1000...2000).contains(dots.count))
    #expect(chart.note?.contains("all of the tails") == true)
    let top = dots.map(\.y.value).min()
    let bottom = dots.map(\.y.value).max()
    #expect(dots.first?.y.value == bottom && dots.last?.y.value == top)
  }

  /// On a logarithmic scale logarithms are held against the distribution: powers of evenly spread
  /// quantiles lie on the line.
  @Test func quantilesOfALogarithmicScaleAreThoseOfLogarithms() throws {
    let values = (1...199).map { Double($0) / 200 }.map { raisedTen(log10($0 / (1 - $0))) }
    let told = try results(
      "{ data: rows, mark: qq, y: { value: v, scale: log } }",
      DataFrame([("v", Column(doubles: values))]))
    let plain = try results(
      "{ data: rows, mark: qq, y: v }",
      DataFrame([("v", Column(doubles: values.map { log10($0) }))]))
    let slopes = try [told, plain].map {
      try #require($0["qq"]?.list?.first?["slope"]?.double)
    }
    #expect(abs(slopes[0] - slopes[1]) < 1e-9)
  }

  @Test func stairOfManyRowsStaysSmallAndExactAtItsEnds() throws {
    let values = (0..<50_000).map { Double($0 * 7919 % 50_021) }
    let chart = try ChartSpecimen(name: "", yaml: "{ data: rows, mark: ecdf, x: v, band: none }")
      .draw(
        frames: ["rows": DataFrame([("v", Column(doubles: values))])], width: 400,
        measuring: FixedMeasuring())
    #expect(chart.scene.dump.utf8.count < 120_000)
    #expect(chart.altText.contains("n = 50,000"))
  }

  @Test func medianOfEachGroupIsToldAndWhichIsHighest() throws {
    let frame = DataFrame([
      ("v", Column(doubles: [1, 2, 3, 11, 12, 13])),
      ("g", Column(texts: ["a", "a", "a", "b", "b", "b"])),
    ])
    for mark in ["box", "violin", "strip", "beeswarm"] {
      let chart = try ChartSpecimen(name: "", yaml: "{ data: rows, mark: \(mark), x: g, y: v }")
        .draw(frames: ["rows": frame], width: 300, measuring: FixedMeasuring())
      #expect(chart.altText.contains("highest for b (12) and lowest for a (2)"), "\(mark)")
      let medians = JSONValue.object(chart.results)[mark]?.list?.compactMap { $0["median"]?.double }
      #expect(medians == [2, 12], "\(mark)")
    }
  }

  @Test(arguments: [
    ("bins: 5, bin_width: 2", "'bins' and 'bin_width' both say how wide intervals are"),
    ("bin_width: fortnight", "'bin_width' cannot be 'fortnight'"),
    ("measure: area", "'measure'"),
  ])
  func settingThatCannotBeIsRefused(_ setting: String, _ words: String) {
    let told = ChartSpecimen.read("{ data: people, mark: histogram, x: risk, \(setting) }").told
    #expect(told.contains { $0.contains(words) }, "\(told)")
  }

  @Test(arguments: [
    ("bandwidth: wide", "'bandwidth' cannot be 'wide'"), ("bandwidth: -1", "'bandwidth' cannot be"),
    ("bounds: [5, 1]", "'bounds' must be a lower and an upper end"),
    ("inner: stick", "'inner'"),
  ])
  func settingOfADensityThatCannotBeIsRefused(_ setting: String, _ words: String) {
    let told = ChartSpecimen.read("{ data: people, mark: violin, y: risk, \(setting) }").told
    #expect(told.contains { $0.contains(words) }, "\(told)")
  }
}

extension LayerRows {
  fileprivate var zeros: [Int] { Array(repeating: 0, count: count) }
}

extension JSONValue {
  fileprivate var list: [JSONValue]? {
    if case .array(let items) = self { items } else { nil }
  }

  fileprivate var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
}

extension SceneElement {
  fileprivate var dots: [Point] {
    switch self {
    case .dots(let points, _, _, _): points
    case .group(let group): group.elements.flatMap(\.dots)
    case .path, .text, .mask: []
    }
  }
}
