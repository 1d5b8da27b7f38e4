import Dates
import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

/// Names of categories: whole as long as there is any way to have them so.
@Suite struct BandLabelsTests {
  private static func axis(
    _ values: [Value], _ side: Side = .x, length: Double = 300, nameRoom: Points = 100
  ) -> Axis {
    let channel = ChannelColumn(column: Column(texts: [""]), field: "v", label: "V")
    let plan = AxisPlan(
      places: .bands(values), channel: channel, isTight: true, smallestStep: 0)
    return AxisMaking(
      plan: plan, side: side, context: .fixed([:]), start: 0, end: Points(length),
      nameRoom: nameRoom
    ).make()
  }

  private static func names(_ names: String...) -> [Value] { names.map { .text($0) } }

  private static func days(_ first: String, every: Int, count: Int) throws -> [Value] {
    let start = try #require(CivilDate(first))
    return (0..<count).map { .date(CivilDate(days: start.days + Int32($0 * every))) }
  }

  @Test func shortNamesStandInOneRow() {
    let axis = BandLabelsTests.axis(BandLabelsTests.names("North", "South"))
    #expect(axis.ticks.map(\.lines) == [["North"], ["South"]] && axis.rotation == 0)
  }

  @Test func longNamesAreWrappedAtWords() {
    let axis = BandLabelsTests.axis(
      BandLabelsTests.names("Bosnia and Herzegovina", "Chad", "United Arab Emirates"), length: 240)
    #expect(
      axis.ticks.map(\.lines)
        == [["Bosnia and", "Herzegovina"], ["Chad"], ["United Arab", "Emirates"]])
  }

  @Test func namesThatCannotBeWrappedStandInTwoRows() {
    let axis = BandLabelsTests.axis(
      BandLabelsTests.names("Liechtenstein", "Luxembourg", "Switzerland", "Netherlands"),
      length: 170)
    #expect(axis.ticks.map(\.row) == [0, 1, 0, 1] && axis.rotation == 0)
    #expect(axis.ticks[0].lines == ["Liechtenstein"])
  }

  @Test func namesWithNoOtherRoomReadUpwardsWhole() {
    let names = (0..<12).map { Value.text("Constituency number \($0)") }
    let axis = BandLabelsTests.axis(names, length: 200)
    #expect(axis.rotation == -90 && axis.ticks.count == 12)
    #expect(axis.ticks[11].label == "Constituency number 11")
  }

  @Test(arguments: ["שלום עולם טוב מאוד", "مرحبا بالعالم الجميل", "👩‍🔬 émoji 👨‍👩‍👧‍👦 family"])
  func everyScriptIsWrappedAtItsBlanks(_ name: String) {
    let axis = BandLabelsTests.axis([.text(name), .text("b")], length: 110)
    #expect(axis.ticks[0].lines.count > 1 && axis.ticks[0].label == name)
  }

  @Test func namesWithoutBlanksAreWrappedWhereTheirScriptMay() {
    let axis = BandLabelsTests.axis(
      BandLabelsTests.names("東京都世田谷区太子堂", "大阪府", "Men/Women", "North-by-northwest"), length: 180)
    #expect(
      axis.ticks.map(\.lines) == [
        ["東京都世田谷区太子", "堂"], ["大阪府"], ["Men/Women"], ["North-by-", "northwest"],
      ])
  }

  @Test func aWordWiderThanItsLineIsBrokenBesideAPanelAndCutAtTheEnd() {
    let word = "Donaudampfschifffahrtsgesellschaft"
    let names = BandLabelsTests.names(word, "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦")
    let high = BandLabelsTests.axis(names, .y, length: 80, nameRoom: 60)
    #expect(high.ticks[0].lines == ["Donaudampfsch", "ifffahrtsgese", "llschaft"])
    #expect(high.ticks[1].lines == ["👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦"])
    let narrow = BandLabelsTests.axis(names, .y, length: 80, nameRoom: 6)
    #expect(narrow.ticks[1].lines == ["👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"], "an emoji is never torn")
    let two = BandLabelsTests.axis(names, .y, length: 50, nameRoom: 60)
    #expect(two.ticks[0].lines == ["Donaudampfsch", "ifffahrtsges…"])
    let one = BandLabelsTests.axis(names, .y, length: 30, nameRoom: 60)
    #expect(one.ticks[0].lines == ["Donaudampfsc…"])
  }

  @Test func nothingOfAWrappedNameIsLost() {
    let names = ["a  b   c", " lead", "東京 都 x-y", "كلمة طويلة جدا", "แผนภูมิ แท่ง"]
    for name in names {
      let lines = BandLabels.broken(
        name, Theme.standard.label, width: 9, FixedMeasuring())
      #expect(
        lines.joined().filter { $0 != " " } == name.filter { $0 != " " }, "\(lines)")
    }
  }

  @Test func numbersAreThinned() {
    let axis = BandLabelsTests.axis((0..<60).map { .integer(Int64($0)) }, length: 300)
    #expect(axis.ticks.map(\.label).prefix(3) == ["0", "3", "6"])
  }

  @Test func daysSayTheirMonthOnce() throws {
    let axis = BandLabelsTests.axis(
      try BandLabelsTests.days("2025-12-29", every: 1, count: 10), length: 300)
    #expect(
      axis.ticks.map(\.label) == ["29", "30", "31", "1", "2", "3", "4", "5", "6", "7"])
    #expect(
      axis.ticks.map(\.context)
        == ["Dec 2025", nil, nil, "Jan 2026", nil, nil, nil, nil, nil, nil])
  }

  @Test func namesBesideAPanelAreWrappedAsFarAsBandsAreHigh() {
    let names = BandLabelsTests.names("A name of quite some words in it", "b")
    let high = BandLabelsTests.axis(names, .y, length: 60)
    #expect(high.ticks[0].lines == ["A name of quite some", "words in it"])
    let low = BandLabelsTests.axis(names, .y, length: 30)
    #expect(low.ticks[0].lines == ["A name of quite some…"])
  }

  @Test func nameOfAThousandLettersIsCut() {
    let name = String(repeating: "x", count: 1000)
    let axis = BandLabelsTests.axis([.text(name), .text("b")], .y, length: 60)
    #expect(axis.ticks[0].label.hasSuffix("…"))
  }

  static let specimens = [
    ChartSpecimen(
      name: "bars with wrapped names",
      yaml: "{ data: devices, mark: bar, x: device, y: readings }", width: 300),
    ChartSpecimen(
      name: "a heat map with names read upwards",
      yaml: "{ data: wards, mark: rect, x: ward, y: kind, color: patients }", width: 240),
    ChartSpecimen(
      name: "lying bars with names of two lines",
      yaml: "{ data: wards, mark: bar, x: ward, y: sum(patients) }", width: 240),
  ]

  private static let wards = DataFrame([
    (
      "ward",
      Column(texts: [
        "Intensive care unit, north wing", "Children and adolescents", "Emergency",
        "Orthopaedics", "Rehabilitation and physiotherapy", "Cardiology", "Oncology",
      ])
    ), ("patients", Column(integers: [12, 40, 33, 21, 18, 27, 9])),
    ("kind", Column(texts: ["a", "b", "a", "b", "a", "b", "a"])),
  ])

  @Test(arguments: specimens)
  func chartIsDrawnAsExpected(_ specimen: ChartSpecimen) throws {
    let frames = SpecimenData.frames.merging(["wards": BandLabelsTests.wards]) { $1 }
    Golden.check(
      try specimen.draw(frames: frames).golden,
      named: "chart-\(specimen.name.replacing(" ", with: "-"))")
  }
}
