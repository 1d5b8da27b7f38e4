import Dates
import Drawing
import Formatting
import Frame
import Statistics
import TestSupport
import Testing

@testable import Charts

/// What alt texts tell of small data whose findings can be read off.
@Suite struct FindingsTests {
  private static func alt(_ columns: [(name: String, column: Column)], _ spec: String) throws
    -> String
  {
    try ChartSpecimen(name: "", yaml: "{ data: rows, \(spec) }")
      .draw(frames: ["rows": DataFrame(columns)]).altText
  }

  private static func xy(_ x: [Double?], _ y: [Double?]) -> [(name: String, column: Column)] {
    [("age", Column(doubles: x)), ("risk", Column(doubles: y))]
  }

  private static let point = "mark: point, x: age, y: risk"

  // MARK: Relations

  @Test(arguments: [
    // r of the last is 4/√68; its t of 0.961 with 3 degrees of freedom has p = 0.408.
    (
      [2, 4, 6, 8, 10],
      "The higher the age, the higher the risk (strong relation, r = 1.00, n = 5)."
    ),
    (
      [9, 7, 5, 3, 1], "The higher the age, the lower the risk (strong relation, r = −1.00, n = 5)."
    ),
    ([1, 3, 2, 1, 4], "No clear relation between age and risk (r = 0.49, p = 0.408, n = 5)."),
  ])
  func dotsTellHowTheirMeasuresGoTogether(_ y: [Double], _ sentence: String) throws {
    let text = try FindingsTests.alt(FindingsTests.xy([1, 2, 3, 4, 5], y), FindingsTests.point)
    #expect(text.hasSuffix(sentence), "\(text)")
  }

  @Test func nothingIsSaidOfTwoDotsOrOfWhatIsConstant() throws {
    for (x, y) in [([1.0, 2], [1.0, 2]), ([1, 2, 3], [7, 7, 7]), ([1], [1])] {
      let text = try FindingsTests.alt(FindingsTests.xy(x, y), FindingsTests.point)
      #expect(!text.contains("relation") && !text.contains("the higher"), "\(text)")
    }
    let flat = try FindingsTests.alt(FindingsTests.xy([1, 2, 3], [7, 7, 7]), FindingsTests.point)
    #expect(flat.hasSuffix("Age from 1 to 3. Risk 7 throughout."))
  }

  @Test func aBentScaleTellsTheRelationOfRanks() throws {
    let x: [Double] = [1, 2, 3, 4, 5, 6]
    let text = try FindingsTests.alt(
      FindingsTests.xy(x, x.map { $0 * $0 * $0 * $0 }),
      "mark: point, x: age, y: { value: risk, scale: log }")
    #expect(text.contains("strong relation, Spearman’s ρ = 1.00, n = 6"), "\(text)")
  }

  /// One coefficient over all rows might say the opposite of what each category shows.
  @Test func ofManyCategoriesTheFirstAreTold() throws {
    let x = (0..<32).map(Double.init)
    func rows(_ groups: Int) -> [(name: String, column: Column)] {
      FindingsTests.xy(x, x.map { $0 * ($0.truncatingRemainder(dividingBy: 2) == 0 ? 1 : -1) })
        + [("kind", Column(texts: x.indices.map { "k\($0 % groups)" }))]
    }
    let two = try FindingsTests.alt(rows(2), FindingsTests.point + ", color: kind")
    #expect(two.contains("K0: the higher the age, the higher the risk (strong relation, r = 1.00"))
    #expect(two.contains("K1: the higher the age, the lower the risk (strong relation, r = −1.00"))
    let eight = try FindingsTests.alt(rows(8), FindingsTests.point + ", color: kind")
    #expect(
      eight.contains("K0:") && eight.contains("K5:") && !eight.contains("K6:")
        && eight.contains("2 more are not told") && !eight.contains("No clear relation"), "\(eight)"
    )
  }

  @Test func theCoefficientIsThatOfTheStatistic() throws {
    let people = try #require(SpecimenData.frames["people"])
    let (x, y) = (try #require(people["age"]).doubles, try #require(people["risk"]).doubles)
    let found = try PearsonCorrelation(x, y)
    let relation = try #require(Relation(x, y, isOfRanks: false))
    #expect(abs(relation.r - found.r) < 1e-14 && relation.n == found.n)
    let text = try ChartSpecimen(
      name: "", yaml: "{ data: people, mark: point, x: age, y: risk, trend: linear }"
    ).draw().altText
    #expect(!text.contains("relation"), "a trend tells it: \(text)")
  }

  @Test func dotsOverCategoriesTellMedians() throws {
    let text = try ChartSpecimen(
      name: "", yaml: "{ data: people, mark: point, x: cholesterol, y: age }"
    ).draw().altText
    #expect(text.contains("The median of age is highest for "), "\(text)")
  }

  @Test func namedDotsTellTheHighestAndTheLowest() throws {
    let text = try FindingsTests.alt(
      FindingsTests.xy([1, 2, 3, 4], [4, 9, 1, 9])
        + [("who", Column(texts: ["Ann", "Bo", "Cy", "Di"]))],
      FindingsTests.point + ", label: who")
    #expect(text.hasSuffix("Highest risk: Bo and Di with 9. Lowest risk: Cy with 1."), "\(text)")
  }

  // MARK: Courses

  private static func line(_ values: [Double?]) throws -> String {
    try alt(xy(values.indices.map { Double($0 + 1) }, values), "mark: line, x: age, y: risk")
  }

  @Test(
    arguments: [
      ([10, 14, 8, 12], "Up 20% from 10 (1) to 12 (4), highest 14 (2), lowest 8 (3)."),
      ([4, 3, 2, 1], "Down 75% from 4 (1) to 1 (4), highest at the start, lowest at the end."),
      (
        [5, 9, 9, 9, 5.0],
        "5 both at the start (1) and at the end (5), highest 9 (2 and 2 more), "
          + "lowest 5 (1 and 5)."
      ),
      ([-2, 3], "Up from −2 (1) to 3 (2), highest at the end, lowest at the start."),
      ([6, 6, 6], "6 throughout, from 1 to 3."),
      (
        [1000, 1001, 1001.5, 1001],
        "Up less than 1% from 1,000 (1) to 1,001 (4), highest 1,002 (3), lowest at the start."
      ),
      ([nil, 3, nil], "One value, 3 (2)."),
      (
        [nil, 3, nil, 1, nil],
        "Down 67% from 3 (2) to 1 (4), highest at the start, lowest at the end."
      ),
    ] as [([Double?], String)])
  func linesTellTheirCourse(_ values: [Double?], _ sentence: String) throws {
    let text = try FindingsTests.line(values)
    #expect(text.hasSuffix(sentence), "\(text)")
  }

  @Test func linesOfManyCategoriesAreToldInPart() throws {
    let rows = (0..<16)
    let text = try FindingsTests.alt(
      FindingsTests.xy(rows.map { Double($0 / 8) }, rows.map { Double($0) })
        + [("kind", Column(texts: rows.map { "k\($0 % 8)" }))],
      "mark: line, x: age, y: risk, color: kind")
    #expect(
      text.contains("K0: up from 0 (0) to 8 (1)") && text.hasSuffix("2 more lines."), "\(text)")
  }

  @Test func areasTellTheirSumAndEachPart() throws {
    let rows =
      FindingsTests.xy([1, 1, 2, 2], [1, 3, 2, 5])
      + [("kind", Column(texts: ["a", "b", "a", "b"]))]
    let text = try FindingsTests.alt(rows, "mark: area, x: age, y: risk, color: kind")
    #expect(text.contains("All together: up 75% from 4 (1) to 7 (2)"), "\(text)")
    #expect(text.contains("A: up 100% from 1 (1) to 2 (2)"), "\(text)")
    let shares = try FindingsTests.alt(
      rows, "mark: area, x: age, y: risk, color: kind, stack: normalize")
    #expect(shares.contains("A: up from 25% (1) to 29% (2)"), "\(shares)")
    #expect(!shares.contains("All together"))
  }

  // MARK: Limits, ends

  @Test(
    arguments: [
      ([1, 2, 3, 11, 12, 13], "Highest mean: b; lowest: a; their intervals do not overlap."),
      ([1, 2, 3, 2, 3, 4], "Highest mean: b; lowest: a; their intervals overlap."),
      ([1, 2, 3, 1, 2, 3], "Both means are the same."),
    ] as [([Double], String)])
  func errorBarsTellWhetherTheEndsOverlap(_ values: [Double], _ sentence: String) throws {
    let text = try FindingsTests.alt(
      [
        ("kind", Column(texts: ["b", "b", "b", "a", "a", "a"])),
        ("risk", Column(doubles: Array(values[3...] + values[..<3]))),
      ],
      "mark: errorbar, x: kind, y: risk")
    // Rows come in the order b, a; the axis holds a, b.
    let places = try #require(text.firstRange(of: "A: ")).lowerBound
    #expect(places < (try #require(text.firstRange(of: "B: ")).lowerBound))
    #expect(text.hasSuffix(sentence), "\(text)")
  }

  @Test func limitsOfRowsTellWhereTheyAreWidest() throws {
    let text = try FindingsTests.alt(
      FindingsTests.xy([1, 2, 3], [4, 5, 6]) + [("top", Column(doubles: [5, 9, 8]))],
      "mark: band, x: age, y: risk, y2: top")
    #expect(text.hasSuffix("Widest: 5 to 9 (2), narrowest: 4 to 5 (1)."), "\(text)")
  }

  @Test(
    arguments: [
      ([3, 9, 9, 1], "Highest: b and c with 9. Lowest: d with 1."),
      ([4, 4, 4, 4], "All 4 bars: 4."),
      ([4, 4, 4, 5], "Highest: d with 5. Lowest: a and 2 more with 4."),
    ] as [([Double], String)])
  func barsThatAreTheSameAreToldTogether(_ values: [Double], _ sentence: String) throws {
    let text = try FindingsTests.alt(
      [("kind", Column(texts: ["a", "b", "c", "d"])), ("risk", Column(doubles: values))],
      "mark: bar, x: kind, y: risk")
    #expect(text.hasSuffix(sentence), "\(text)")
  }

  @Test(
    arguments: [
      ([1, 2, 3, 4], "Both lines rise. Largest rise: a, from 1 to 3 and b, from 2 to 4."),
      (
        [1, 2, 3, 1],
        "Of 2 lines, 1 rises and 1 falls. Largest rise: a, from 1 to 3. "
          + "Largest fall: b, from 2 to 1."
      ),
      ([1, 2, 1, 2], "Both lines stay the same."),
    ] as [([Double], String)])
  func slopesTellHowManyRiseAndFall(_ values: [Double], _ sentence: String) throws {
    let text = try FindingsTests.alt(
      [
        ("year", Column(texts: ["2019", "2019", "2020", "2020"])),
        ("kind", Column(texts: ["a", "b", "a", "b"])), ("risk", Column(doubles: values)),
      ],
      "mark: slope, x: year, y: risk, color: kind")
    #expect(text.hasSuffix(sentence), "\(text)")
  }

  // MARK: Cells

  @Test func manyRowsAreSampledAndThatIsSaid() throws {
    let x = (0..<250_000).map { Double($0 % 1000) }
    let y = x.indices.map { x[$0] + Double($0 * 7919 % 1000) }
    let found = try #require(Relation(x, y, isOfRanks: false))
    #expect(found.isOfSample && found.n == 20_000)
    #expect(abs(found.r - (try PearsonCorrelation(x, y)).r) < 0.005)
    let words = Words(formatter: ValueFormatter()).told(found, nil, nil)
    #expect(words.hasSuffix("in a random sample of 20,000 rows)"), "\(words)")
  }

  /// A few rows along a line, all others at (40, 20).
  @Test(arguments: [("point", 21_000, "cell"), ("hexbin", 300, "hexagon")])
  func manyDotsTellWhereMostAre(_ mark: String, _ count: Int, _ cell: String) throws {
    let x = (0..<count).map { $0 < 10 ? Double($0) * 10 : 40 }
    let text = try FindingsTests.alt(
      FindingsTests.xy(x, x.map { $0 / 2 }), "mark: \(mark), x: age, y: risk")
    let found = try #require(
      text.firstMatch(of: /The fullest (cell|hexagon), near age (\d+\.?\d*), risk (\d+\.?\d*), h/))
    let (age, risk) = (Double(found.2) ?? 0, Double(found.3) ?? 0)
    #expect(found.1 == cell && abs(age - 40) < 2 && abs(risk - 20) < 2, "\(text)")
    #expect(text.contains("he higher the age, the higher the risk (strong relation, r = 1.00"))
  }

  @Test(arguments: [Transform.linear, .log, .sqrt, .symlog(constant: 1)])
  func aPlaceTellsItsNumber(_ transform: Transform) {
    let scale = ContinuousScale(transform, domain: 1...500, from: 100, to: 20)
    for number in [1.0, 3, 77, 500] {
      #expect(abs(scale.number(at: scale.place(number)) / number - 1) < 1e-9)
    }
    #expect(scale.number(at: 1000) == 1 && abs(scale.number(at: -1000) - 500) < 1e-9)
  }
}
