import Charts
import Formatting

extension Content {
  /// The content with no-break spaces where its words must not be broken over lines, such as in
  /// `n = 12`; code and links stay as they are.
  package var bound: Content {
    switch self {
    case .heading(let level, let text, let anchor):
      .heading(level: level, text: text.bound, anchor: anchor)
    case .title(let text, let subtitle): .title(text.bound, subtitle: subtitle?.bound)
    case .paragraph(let runs): .paragraph(runs.map(\.bound))
    case .caption(let runs): .caption(runs.map(\.bound))
    case .note(let runs): .note(runs.map(\.bound))
    case .list(let items, let isOrdered, let start):
      .list(items.map { $0.map(\.bound) }, isOrdered: isOrdered, start: start)
    case .quote(let contents): .quote(contents.map(\.bound))
    case .figures(let tiles): .figures(tiles.map(\.bound))
    case .table(let table): .table(table.bound)
    case .chart(let chart, let id): .chart(chart.bound, id: id)
    case .columns(let columns):
      .columns(columns.map { (share: $0.share, content: $0.content.map(\.bound)) })
    case .choice(let id, let options):
      .choice(
        id: id, options.map { (label: $0.label.bound, content: $0.content.map(\.bound)) })
    case .block(let id, let contents): .block(id: id, contents.map(\.bound))
    case .contents(let title): .contents(title: title.bound)
    case .code, .rule, .pageBreak: self
    }
  }
}

extension Inline {
  /// The run with no-break spaces in its words.
  package var bound: Inline {
    guard !isCode else { return self }
    var run = self
    run.text = text.bound
    return run
  }
}

extension FigureTile {
  fileprivate var bound: FigureTile {
    var tile = self
    tile.label = label.bound
    tile.comparison = comparison?.bound
    return tile
  }
}

extension TableContent {
  fileprivate var bound: TableContent {
    var table = self
    for index in table.columns.indices { table.columns[index].head = columns[index].head.bound }
    table.rows = rows.map { row in
      switch row {
      case .cells(let cells): .cells(cells.map(\.bound))
      case .groupHead(let text): .groupHead(text.bound)
      case .totals(let cells): .totals(cells.map(\.bound))
      }
    }
    table.cut = cut?.bound
    return table
  }
}

extension TableContent.Cell {
  fileprivate var bound: TableContent.Cell {
    var cell = self
    cell.text = text.bound
    return cell
  }
}

extension Chart {
  fileprivate var bound: Chart {
    var chart = self
    chart.title = title?.bound
    chart.subtitle = subtitle?.bound
    chart.note = note?.bound
    return chart
  }
}
