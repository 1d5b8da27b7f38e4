import Charts
import Dates
import Diagnostics
import Drawing
import ExportHTML
import ExportMail
import ExportPDF
import Formatting
import Frame
import JSON
import Pages

/// A file of a report, by its name inside the report's folder.
struct ReportFile: Sendable {
  let name: String
  let bytes: [UInt8]
}

/// Turns a composed report into the bytes of its files.
struct Exporting {
  let report: PreparedReport
  let formats: [OutputFormat]
  let world: Surroundings

  private var plan: ReportPlan { report.plan }

  /// The files of a report, those that do not need one another made side by side.
  func files(of composed: ComposedReport, _ fetched: [FetchedQuery]) async throws(RunFailure)
    -> [ReportFile]
  {
    let document = composed.document
    async let pdf = makePDF(document, isWanted: formats.contains(.pdf) || formats.contains(.eml))
    async let plots = makePictures(document, isWanted: formats.contains(.eml)) { $0.scene }
    async let figures = makePictures(document, isWanted: formats.contains(.png)) {
      PageLayout(theme: plan.theme.theme, measuring: world.measuring).figure(of: $0)
    }
    async let html = makeHTML(document, isWanted: formats.contains(.html))
    let (pages, page) = (try await pdf.get(), await html)
    let (pictures, pictured) = (try await plots.get(), try await figures.get())
    var files: [ReportFile] = []
    if let page { files.append(ReportFile(name: "report.html", bytes: page)) }
    if let pages, formats.contains(.pdf) {
      files.append(ReportFile(name: "report.pdf", bytes: pages))
    }
    if formats.contains(.eml) {
      let bytes = try makeMail(composed, pictures: pictures, pdf: pages)
      files.append(ReportFile(name: "report.eml", bytes: bytes))
    }
    if formats.contains(.json) {
      files.append(
        ReportFile(name: "results.json", bytes: Array((composed.results.text() + "\n").utf8)))
    }
    if formats.contains(.png) {
      files += pictured.named.map { ReportFile(name: "charts/\($0.name).png", bytes: $0.bytes) }
    }
    if formats.contains(.csv) {
      files += fetched.map {
        ReportFile(name: "data/\($0.name).csv", bytes: Array($0.frame.csv.utf8))
      }
    }
    return files
  }

  /// One page of a chart as a PNG; most charts have one.
  struct Picture: Sendable {
    let id: String
    let page: Int
    let bytes: [UInt8]
  }

  private func makeHTML(_ document: Document, isWanted: Bool) async -> [UInt8]? {
    guard isWanted else { return nil }
    let exporter = HTMLExporter(
      theme: plan.theme.theme, formatter: ValueFormatter(locale: plan.locale))
    return Array(exporter.html(of: document).utf8)
  }

  private func makePDF(_ document: Document, isWanted: Bool) async -> Result<[UInt8]?, RunFailure> {
    guard isWanted else { return .success(nil) }
    let placed = PageLayout(theme: plan.theme.theme, measuring: world.measuring)
      .place(document, on: plan.paper)
    do throws(PDFError) {
      let bytes = try PDFExporter(measuring: world.measuring)
        .bytes(of: placed, created: Timestamp(report.date))
      return .success(bytes)
    } catch {
      return .failure(RunFailure(.cannotWrite, [Diagnostic("cannot make the PDF: \(error)")]))
    }
  }

  /// A picture of each chart: in a mail of its plot alone, since the mail words it; as a file whole.
  private func makePictures(
    _ document: Document, isWanted: Bool, drawing: (Chart) -> Scene
  ) async -> Result<[Picture], RunFailure> {
    guard isWanted else { return .success([]) }
    var pictures: [Picture] = []
    for (id, chart) in document.content.flatMap(\.charts) {
      for (page, chart) in chart.pages.enumerated() {
        guard let bytes = world.png(drawing(chart)) else {
          return .failure(RunFailure(.cannotWrite, [Diagnostic("cannot draw chart '\(id)'")]))
        }
        pictures.append(Picture(id: id, page: page, bytes: bytes))
      }
    }
    return .success(pictures)
  }
}

extension [Exporting.Picture] {
  /// The pictures with the names of their files: the chart's id, then `ID-2` for its second page,
  /// or `ID.2` where another chart has that id.
  var named: [(name: String, bytes: [UInt8])] {
    let ids = Set(map(\.id))
    return map { picture in
      guard picture.page > 0 else { return (picture.id, picture.bytes) }
      let name = "\(picture.id)-\(picture.page + 1)"
      return (ids.contains(name) ? "\(picture.id).\(picture.page + 1)" : name, picture.bytes)
    }
  }
}

extension Content {
  /// Every chart in the content, in order, with its id.
  var charts: [(id: String, chart: Chart)] {
    switch self {
    case .chart(let chart, let id): [(id, chart)]
    case .block(_, let content), .quote(let content): content.flatMap(\.charts)
    case .columns(let parts): parts.flatMap { $0.content.flatMap(\.charts) }
    case .choice(_, let options): options.flatMap { $0.content.flatMap(\.charts) }
    case .list(let items, _, _): items.flatMap { $0.flatMap(\.charts) }
    default: []
    }
  }
}
