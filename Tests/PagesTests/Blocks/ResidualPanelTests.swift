import Charts
import Frame
import TestSupport
import Testing

@testable import Pages

@Suite struct ResidualPanelTests {
  /// A bend, and one row far out that pulls at the line.
  private static func bent(_ count: Int) -> DataFrame {
    let x = (0..<count).map { Double($0 % 40) / 2 } + [60]
    let y = x.enumerated().map { row, x in
      row == count ? 2 : x + x * x / 20 + Double(row * 7 % 11) / 4
    }
    return DataFrame([("x", Column(doubles: x)), ("y", Column(doubles: y))])
  }

  private func charts(_ rows: DataFrame) throws -> [String: Chart] {
    let block = try ReportFixture(["d": rows]).compose(
      "- regression: {data: d, formula: y ~ x, show: residuals}")
    let charts = block.flat.flatMap { content -> [(String, Chart)] in
      guard case .columns(let columns) = content else { return [] }
      return columns.flatMap(\.content).compactMap { inner in
        if case .chart(let chart, let id) = inner {
          (id.split(separator: "-").last.map { String($0) } ?? id, chart)
        } else {
          nil
        }
      }
    }
    return Dictionary(charts) { $1 }
  }

  @Test func fourChartsTellABendAndARowThatPulls() throws {
    let charts = try charts(ResidualPanelTests.bent(24))
    #expect(charts.keys.sorted() == ["leverage", "qq", "residuals", "scale"])
    let told = charts.sorted { $0.key < $1.key }.map { _, chart in
      "\(chart.subtitle ?? "")\n\(chart.altText)\n\(chart.scene.dump)"
    }
    Golden.check(told.joined(separator: "\n"), named: "residuals-of-a-bend-and-a-row-that-pulls")
  }

  /// The row that pulls most is drawn whatever the sample, and the sample reaches both ends.
  @Test func aThinnedLeverageChartKeepsRowsThatPullAndItsMiddle() throws {
    let count = 9_000
    let charts = try charts(ResidualPanelTests.bent(count))
    let chart = try #require(charts["leverage"])
    let drawn = try #require(chart.data["x"]).doubles
    #expect(drawn.count == ReferenceChart.mostDots)
    #expect(chart.subtitle?.contains("the 20 rows that pull most and an even sample") == true)
    #expect(chart.subtitle?.hasSuffix("2,000 of 9,001 rows drawn") == true)
    #expect(drawn.max().map { $0 > 0.001 } == true)
    // A quarter of all rows lies below a leverage of 1.225/n, and so of the sample.
    let middle = drawn.count { $0 < 1.225 / Double(count + 1) }
    #expect(middle > 400)
  }
}
