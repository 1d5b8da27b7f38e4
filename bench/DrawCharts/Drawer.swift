import Cairo
import Charts
import Dates
import Diagnostics
import Drawing
import Evaluation
import ExportPDF
import Formatting
import Frame
import Glibc
import Pages
import Spec

/// Draws one case from its rows and spec to the bytes of a picture or of a PDF page.
struct Drawer {
  private let plan: ChartPlan
  private let context: DrawingContext
  /// 9.6 by 4.8 inches, as the peers' figures.
  private let size = Size(width: 691.2, height: 345.6)

  init(_ chart: ChartCase) throws {
    let problems = Problems()
    guard let node = SpecReader.read(chart.spec, file: chart.name, problems: problems) else {
      throw Unreadable(told: problems.sorted.map(\.description))
    }
    let fields = FieldReader(node, subject: "a chart", problems: problems)
    _ = fields.string("title")
    guard let plan = ChartPlan.read(fields), problems.sorted.isEmpty else {
      throw Unreadable(told: problems.sorted.map(\.description))
    }
    self.plan = plan
    let data = ReportData(
      frames: ["rows": chart.rows()], parameters: [:], now: Timestamp(microseconds: 0))
    context = DrawingContext(
      evaluator: Evaluator(data), formatter: ValueFormatter(), theme: .standard,
      measuring: PangoMeasuring())
  }

  /// The bytes of the case as `png`, 1920 by 960 pixels, or as `pdf`.
  func bytes(_ kind: String) throws -> [UInt8] {
    let scene = try figure()
    if kind == "png" {
      return try PNGExporter(measuring: context.measuring, scale: 1920 / size.width.value)
        .bytes(of: scene)
    }
    let document = PlacedDocument(
      title: "A chart", author: nil, language: "en", format: PageFormat(size: size),
      pages: [Page(scene: scene)], outline: [])
    return try PDFExporter(measuring: context.measuring).bytes(of: document, created: nil)
  }

  private func figure() throws -> Scene {
    var colors = CategoryColors()
    var chart = try ChartPipeline.draw(
      plan, width: size.width - 24, in: context, colors: &colors)
    chart.title = "A chart"
    let layout = PageLayout(theme: .standard, measuring: context.measuring)
    return Scene(size: size, elements: layout.figure(of: chart).elements)
  }

  struct Unreadable: Error {
    let told: [String]
  }
}
