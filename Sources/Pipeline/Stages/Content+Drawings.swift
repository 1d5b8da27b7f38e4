import Charts
import Drawing
import Fitness
import Pages

/// A drawing of a report with the words beside it.
struct ReportDrawing {
  /// What it is, with its id: `chart 'risk-by-weight'`.
  let name: String
  /// The block that holds it.
  let block: String?
  let scene: Scene
  /// Words that are set beside the drawing, with their roles.
  var words: [(role: String, text: String)] = []
  /// Whether it is another one drawn again for narrow screens, with its problems.
  var isAgain = false

  /// What the gate says about it.
  func findings(by gate: FitnessGate) -> [Finding] {
    gate.findings(in: scene)
      + words.compactMap { gate.finding(in: $0.text, font: gate.theme.body, role: $0.role) }
  }
}

extension Content {
  /// Every drawing in the content, in order: charts, sparklines in tables and key figures.
  func drawings(in block: String?) -> [ReportDrawing] {
    switch self {
    case .chart(let chart, let id):
      chart.pages.map { ReportDrawing($0, id: id, block: block ?? id) }
        + chart.narrow.map {
          ReportDrawing(
            name: "chart '\(id)' on a narrow screen", block: block ?? id, scene: $0,
            isAgain: true)
        }
    case .table(let table): table.rows.flatMap { $0.drawings(in: block) }
    case .figures(let tiles):
      tiles.compactMap { tile in
        tile.sparkline.map {
          ReportDrawing(name: "the sparkline of '\(tile.label)'", block: block, scene: $0)
        }
      }
    case .block(let id, let content): content.flatMap { $0.drawings(in: id) }
    case .quote(let content): content.flatMap { $0.drawings(in: block) }
    case .columns(let parts): parts.flatMap { $0.content.flatMap { $0.drawings(in: block) } }
    case .choice(_, let options): options.flatMap { $0.content.flatMap { $0.drawings(in: block) } }
    case .list(let items, _, _): items.flatMap { $0.flatMap { $0.drawings(in: block) } }
    default: []
    }
  }
}

extension ReportDrawing {
  fileprivate init(_ chart: Chart, id: String, block: String) {
    let words = [("title", chart.title), ("subtitle", chart.subtitle), ("note", chart.note)]
    self.init(
      name: "chart '\(id)'", block: block, scene: chart.scene,
      words: words.compactMap { role, text in text.map { (role, $0) } })
  }
}

extension TableContent.Row {
  fileprivate func drawings(in block: String?) -> [ReportDrawing] {
    let cells: [TableContent.Cell]
    switch self {
    case .cells(let row), .totals(let row): cells = row
    case .groupHead: return []
    }
    return cells.compactMap { cell in
      cell.scene.map {
        ReportDrawing(name: "the drawing beside '\(cells[0].text)'", block: block, scene: $0)
      }
    }
  }
}
