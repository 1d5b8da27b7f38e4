import Charts
import Drawing
import Frame
package import Pages
import TestSupport

/// A report made by hand that holds every kind of content, in the manner of the sketched pages.
package enum SampleReport {
  private static let theme = Theme.standard

  /// The report; `points` dots in its scatter, `rows` rows in its long table.
  package static func document(points: Int = 60, rows: Int = 9) -> Document {
    Document(
      title: "Cohort risk: women",
      standfirst: [Inline("Weight and smoking move the risk score together; age moves it most.")],
      runningHead: ("Cohort risk · gender F", "Data as of 31 March 2026"), author: "Night desk",
      content: opening + whoTheyAre(points) + howTheyMove + highestRisk(rows))
  }

  /// A report of one chart with a second drawing for narrow screens, of 507 and 250 points.
  package static var drawnTwice: Document {
    var chart = lines
    let labels = ["0", "0.5", "1"].enumerated().map { index, text in
      SceneElement.text(
        TextRun(text, font: theme.label, paint: theme.grey),
        at: Point(x: Points(10 + Double(index) * 110), y: 20), anchor: .start, rotation: 0)
    }
    chart.narrow = [Scene(size: Size(width: 250, height: 40), elements: labels)]
    return Document(title: "Twice", runningHead: ("", ""), content: [.chart(chart, id: "twice")])
  }

  private static var opening: [Content] {
    [
      .block(id: "figures-1", [.figures(tiles)]),
      .block(id: "contents-1", [.contents(title: "In this report")]),
    ]
  }

  private static var tiles: [FigureTile] {
    [
      FigureTile(label: "Users", value: "2,497", comparison: "49.9% of all"),
      FigureTile(
        label: "Mean risk", value: "37.7", comparison: "0.4 up on last night", direction: 1,
        sparkline: SampleScenes.sparkline(1)),
      FigureTile(
        label: "Smokers", value: "23", unit: "%", comparison: "1 pt down on last night",
        direction: -1, sparkline: SampleScenes.sparkline(0)),
      FigureTile(
        label: "Steps a reading", value: "1,152", comparison: "unchanged", direction: 0,
        sparkline: SampleScenes.sparkline(2)),
    ]
  }

  private static func whoTheyAre(_ points: Int) -> [Content] {
    [
      .heading(level: 1, text: "Who they are", anchor: "who-they-are"),
      .block(
        id: "risk-by-weight", [.chart(scatter(points), id: "risk-by-weight"), .caption(caption)]),
      .block(id: "columns-1", [.columns([(0.5, correlation), (0.5, comparison)])]),
    ]
  }

  private static var correlation: [Content] {
    [
      .block(
        id: "correlation-1",
        [
          .title("Age drives risk", subtitle: "Pearson r · * p < 0.05 after Holm"),
          .chart(plain(SampleScenes.heatMap(), alt: "Heat map of 6 correlations."), id: "heat"),
        ])
    ]
  }

  private static var comparison: [Content] {
    [
      .block(
        id: "compare-1",
        [
          .title("Shares by cholesterol", subtitle: "Users, in percent"), .table(shares),
          .note([Inline("Risk differs: Welch F(2, 1,210) = 45.0, p < 0.001, η² = 0.037.")]),
        ])
    ]
  }

  private static var caption: [Inline] {
    [
      Inline("Weight is "), Inline("self-reported", isEmphasized: true), Inline("; see "),
      Inline("how they move", link: "#how-they-move"), Inline("."),
    ]
  }

  private static var howTheyMove: [Content] {
    [
      .pageBreak,
      .heading(level: 1, text: "How they move", anchor: "how-they-move"),
      .block(id: "text-1", [.paragraph(readings)]),
      .heading(level: 2, text: "By the day", anchor: "by-the-day"),
      .block(
        id: "choose-1",
        [
          .choice(
            id: "choose-1",
            [
              ("Moving average", [.block(id: "average", [.chart(lines, id: "average")])]),
              ("What it means", [.block(id: "text-2", words)]),
            ])
        ]),
      .rule,
    ]
  }

  private static var readings: [Inline] {
    [
      Inline("Readings come from smartwatches, "), Inline("1,000,000", isStrong: true),
      Inline(" in 90 days. A reading is a few minutes of wear; means are over readings, not "),
      Inline("over people. Source: "), Inline("silver_sensors", isCode: true),
      Inline(", described at "), Inline("the maker's", link: "https://example.org/watch"),
      Inline("."),
    ]
  }

  private static var words: [Content] {
    [
      .list(
        [
          [.paragraph([Inline("Weekdays are alike.")])],
          [
            .paragraph([Inline("Week-ends differ:")]),
            .list([[.paragraph([Inline("Saturday is longest.")])]], isOrdered: false, start: 1),
          ],
        ], isOrdered: true, start: 3),
      .quote([.paragraph([Inline("Walk more.")])]),
      .code("select day, avg(num_steps)\nfrom silver_sensors"),
    ]
  }

  private static func highestRisk(_ rows: Int) -> [Content] {
    [
      .heading(level: 1, text: "Highest risk", anchor: "highest-risk"),
      .block(id: "table-1", [.table(people(rows))]),
    ]
  }

  private static func scatter(_ points: Int) -> Chart {
    let rows = (0..<points).map { Double($0) }
    return Chart(
      title: "Risk rises with weight, and smokers start higher",
      subtitle: "Risk score (0–100) by weight in pounds · one dot a user, women, n = 2,410",
      scene: SampleScenes.scatter(points),
      note:
        "Lines: least squares with 95% confidence band. 87 users without a weight are left out.",
      altText: "Scatter plot of risk by weight, 60 to 260 lb, n = 2,410; risk rises with weight.",
      data: DataFrame([
        ("weight", Column(doubles: rows.map { 100 + $0 })),
        ("risk", Column(doubles: rows.map { $0 == 3 ? nil : $0 / 2 })),
        ("smoker", Column(texts: rows.map { $0 < 30 ? "N" : "Y" })),
      ]),
      results: [])
  }

  private static var lines: Chart {
    var chart = plain(SampleScenes.lines(), alt: "Lines of mean steps a reading by day.")
    chart.title = "Steps swing by the week; men and women walk alike"
    chart.subtitle = "Mean steps a reading · 7-day moving average"
    return chart
  }

  private static func plain(_ scene: Scene, alt: String) -> Chart {
    Chart(
      title: nil, subtitle: nil, scene: scene, note: nil, altText: alt, data: DataFrame([]),
      results: [])
  }

  private static var shares: TableContent {
    let fills = [0.1, 0.5, 0.9].map { theme.paper.mixed(with: theme.categories[0], share: $0) }
    let rows = zip(["Normal", "Above", "High"], zip(["50.2", "30.1", "19.7"], fills)).map {
      TableContent.Row.cells([
        TableContent.Cell($0.0), TableContent.Cell($0.1.0, fill: $0.1.1),
        TableContent.Cell("", scene: SampleScenes.sparkline(3)),
      ])
    }
    let total = [TableContent.Cell("All"), TableContent.Cell("100.0"), TableContent.Cell("")]
    return TableContent(
      columns: [
        TableContent.Column(head: "Cholesterol", alignment: .left),
        TableContent.Column(head: "Share", alignment: .right),
        TableContent.Column(head: "Course", alignment: .center),
      ], rows: [.groupHead("All women")] + rows + [.totals(total)],
      summary: "Shares of users by cholesterol.")
  }

  private static func people(_ count: Int) -> TableContent {
    var random = SeededGenerator(seed: 3)
    let rows = (0..<count).map { index in
      let risk = 96.8 - Double(index) * 90 / Double(max(9, count))
      let tenths = Int((risk * 10).rounded())
      return TableContent.Row.cells([
        TableContent.Cell(String(Int.random(in: 100..<5000, using: &random))),
        TableContent.Cell(String(Int.random(in: 18..<90, using: &random))),
        TableContent.Cell(index == 2 ? "–" : "150.5"),
        TableContent.Cell(index % 3 == 0 ? "yes" : "no"),
        TableContent.Cell(["High", "Above", "Normal"][index % 3]),
        TableContent.Cell(
          "\(tenths / 10).\(tenths % 10)", isStrong: true, bar: 0...risk / 100,
          barPaint: theme.categories[1].opacity(0.75)),
      ])
    }
    let heads = ["User", "Age", "Weight (lb)", "Smoker", "Cholesterol", "Risk"]
    let columns = heads.enumerated().map { index, head in
      TableContent.Column(
        head: head, alignment: [1, 2, 5].contains(index) ? .right : .left, hasBars: index == 5)
    }
    return TableContent(
      columns: columns, rows: rows, cut: "\(count) of 2,497 rows",
      summary: "The users of highest risk.")
  }
}
