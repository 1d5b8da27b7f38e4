import Dates
import Drawing
import Evaluation
import Formatting
import Frame
import TestSupport
import Testing

@testable import Charts

/// The table behind a chart.
@Suite struct ChartDataTests {
  private static func chart(zone: String?, locale: String = "en") throws -> Chart {
    let start = try #require(CivilDate("2026-03-29"))
    let hours = (0..<4).map {
      Timestamp(microseconds: Timestamp(start).microseconds + $0 * 3_600_000_000)
    }
    let frame = DataFrame([
      ("hour", Column(.timestamp(hours), presence: [true, true, true, false])),
      ("steps", Column(doubles: [1, 2, 3, 4])),
    ])
    var context = DrawingContext.fixed(["readings": frame])
    context.zone = try zone.map { try #require(Zone($0)) }
    context.formatter = ValueFormatter(locale: try #require(ReportLocale(locale)))
    let yaml = "{ data: readings, mark: line, x: hour, y: steps }"
    let plan = try #require(ChartSpecimen.read(yaml).plan)
    var colors = CategoryColors()
    return try ChartPipeline.draw(plan, width: 300, in: context, colors: &colors)
  }

  @Test func momentsAreToldByTheClockOfTheAxis() throws {
    let data = try ChartDataTests.chart(zone: "Europe/Berlin").data
    #expect(data.names == ["Hour (Europe/Berlin time)", "Steps"])
    // At 01:00 UTC of that day clocks in Berlin leap from 02:00 to 03:00.
    let told = (0..<data.rowCount).map { ValueFormatter().text(data.columns[0][$0]) }
    #expect(
      told == ["Mar 29, 2026 01:00", "Mar 29, 2026 03:00", "Mar 29, 2026 04:00"])
  }

  @Test func theHeadSpeaksTheReportsLanguage() throws {
    let data = try ChartDataTests.chart(zone: "Europe/Berlin", locale: "de").data
    #expect(data.names[0] == "Hour (Zeitzone Europe/Berlin)")
  }

  @Test func withoutAZoneMomentsStayAsTheyAre() throws {
    let data = try ChartDataTests.chart(zone: nil).data
    #expect(data.names == ["Hour", "Steps"])
    #expect(ValueFormatter().text(data.columns[0][1]) == "Mar 29, 2026 01:00")
  }
}
