import Charts
import Dates
import Diagnostics
import Drawing
import Evaluation
import Formatting
import Frame
import JSON
import Spec
import TestSupport

@testable import Pages

/// Blocks read from a piece of YAML and composed over small frames.
struct ReportFixture {
  let data: ReportData

  init(_ frames: [String: DataFrame], parameters: [String: Value] = [:]) {
    data = ReportData(
      frames: frames, parameters: parameters, now: Timestamp(CivilDate(days: 20_543)))
  }

  /// The blocks of a YAML list with what is wrong in it, as printed.
  static func read(_ yaml: String) -> (blocks: [ReportBlock], problems: [String]) {
    let problems = Problems()
    guard let node = SpecReader.read(yaml, file: "spec.yaml", problems: problems) else {
      return ([], problems.sorted.map(\.description))
    }
    let blocks = ReportBlock.read(list: node, problems: problems)
    return (blocks, problems.sorted.map(\.description))
  }

  func compose(_ yaml: String, locale: ReportLocale = .english, means: [String: Set<String>] = [:])
    throws -> ComposedReportBlock
  {
    let (blocks, problems) = ReportFixture.read(yaml)
    guard problems.isEmpty else { throw Unreadable(problems: problems) }
    var drawing = DrawingContext(
      evaluator: Evaluator(data), formatter: ValueFormatter(locale: locale), theme: .standard,
      measuring: FixedMeasuring())
    drawing.means = means
    var context = CompositionContext(drawing: drawing, width: PageFormat.a4.textWidth)
    return try ReportBlock.compose(report: blocks, in: &context)
  }

  /// The YAML of a test that cannot be read.
  struct Unreadable: Error {
    let problems: [String]
  }
}

extension ComposedReportBlock {
  /// The content without the frames of blocks.
  var flat: [Content] {
    content.flatMap { content -> [Content] in
      if case .block(_, let inner) = content { inner } else { [content] }
    }
  }

  /// The one table of the content.
  var table: TableContent? {
    flat.compactMap { if case .table(let table) = $0 { table } else { nil } }.first
  }

  /// The texts of notes.
  var notes: [String] {
    flat.compactMap { content in
      switch content {
      case .note(let inlines): inlines.map(\.text).joined()
      case .chart(let chart, _): chart.note
      default: nil
      }
    }
  }
}

extension TableContent {
  /// The rows as texts, cells parted by bars.
  var lines: [String] {
    rows.map { row in
      switch row {
      case .cells(let cells): cells.map(\.text).joined(separator: " | ")
      case .totals(let cells): "= " + cells.map(\.text).joined(separator: " | ")
      case .groupHead(let head): "# " + head
      }
    }
  }
}
