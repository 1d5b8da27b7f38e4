import Drawing

/// The widths of a table's columns, and how they are split into parts where they do not fit side by
/// side.
struct TableWidths {
  /// Some of the columns with their widths; the first column comes first in every part.
  struct Part: Hashable {
    let columns: [Int]
    let widths: [Points]
  }

  /// The room at each side of a cell's words, and where columns are many.
  private static let paddings: (usual: Points, tight: Points) = (6, 3)
  /// The least room of a bar.
  private static let bar: Points = 64

  let parts: [Part]
  /// The room at each side of a cell's words.
  let padding: Points
  /// The widest text of each column, bars aside.
  let words: [Points]

  init(_ table: TableContent, room: Points, measures: inout TableMeasures) {
    let bare = table.columns.indices.map { measures.demand(of: table, column: $0, room: room) }
    words = bare.map(\.words)
    let (usual, tight) = TableWidths.paddings
    let isCrowded =
      TableWidths.sum(bare.map(\.least)) + 2 * usual * Double(bare.count) > room
    let padding = isCrowded ? tight : usual
    self.padding = padding
    let demands = bare.map { $0.padded(by: padding) }
    parts = TableWidths.pack(demands, room: room).map { columns in
      Part(
        columns: columns, widths: TableWidths.fit(columns.map { demands[$0] }, in: room))
    }
  }

  /// How much room a column asks for.
  struct Demand {
    /// Without any wrapping.
    var natural: Points
    /// With words wrapped.
    var least: Points
    /// The widest text of the cells.
    var words: Points
    var hasBar: Bool

    func padded(by padding: Points) -> Demand {
      Demand(
        natural: natural + 2 * padding, least: least + 2 * padding, words: words, hasBar: hasBar)
    }
  }

  /// Which columns stand in which part.
  private static func pack(_ demands: [Demand], room: Points) -> [[Int]] {
    guard !demands.isEmpty else { return [] }
    let everything = Array(demands.indices)
    if sum(demands.map(\.least)) <= room { return [everything] }
    let first = min(demands[0].natural, room * 0.35)
    var parts: [[Int]] = []
    var part = [0]
    var used = first
    for column in demands.indices.dropFirst() {
      let wish = min(demands[column].natural, max(demands[column].least, room * 0.35))
      if used + wish > room, part.count > 1 {
        parts.append(part)
        (part, used) = ([0], first)
      }
      part.append(column)
      used = used + wish
    }
    return parts + [part]
  }

  /// Widths that fill the room: what is too narrow grows, what is too wide is wrapped.
  private static func fit(_ demands: [Demand], in room: Points) -> [Points] {
    let natural = sum(demands.map(\.natural))
    if natural <= room { return grow(demands, by: room - natural) }
    let least = sum(demands.map(\.least))
    guard least < room else {
      let cap = cap(demands.map(\.least), in: room)
      return demands.map { min($0.least, cap) }
    }
    let share = (room - least) / max(natural - least, 1)
    return demands.map { $0.least + ($0.natural - $0.least) * share }
  }

  /// The width that, as the most a column may have, makes the columns fill the room: narrow columns
  /// keep what they need, wide ones give.
  private static func cap(_ widths: [Points], in room: Points) -> Points {
    var rest = room
    let ascending = widths.sorted()
    for (index, width) in ascending.enumerated() {
      let share = rest / Double(ascending.count - index)
      if width > share { return share }
      rest = rest - width
    }
    return room
  }

  private static func grow(_ demands: [Demand], by spare: Points) -> [Points] {
    let bars = demands.count { $0.hasBar }
    if bars > 0 {
      // Bars take most of the spare room: they are what is looked at.
      let rest = spare * 0.4 / Double(demands.count)
      let each = spare * 0.6 / Double(bars)
      return demands.map { $0.natural + rest + ($0.hasBar ? each : 0) }
    }
    // A table of two or three columns is not torn apart over the whole width.
    let most: Points = demands.count > 3 ? spare : 56 * Double(demands.count)
    let natural = sum(demands.map(\.natural))
    return demands.map { $0.natural + min(spare, most) * ($0.natural / natural) }
  }

  private static func sum(_ widths: [Points]) -> Points { widths.reduce(.zero, +) }

  fileprivate static var barRoom: Points { bar + 8 }
}

/// Measures what a table's columns ask for.
struct TableMeasures {
  var cells: TextWidths
  var heads: TextWidths

  init(style: PageStyle, measuring: any TextMeasuring) {
    // The semibold of totals is wider than the regular: measured once, used for both.
    cells = TextWidths(font: style.cell.font.weight(500), measuring: measuring)
    heads = TextWidths(font: style.cellHead.font, measuring: measuring)
  }

  mutating func demand(of table: TableContent, column: Int, room: Points) -> TableWidths.Demand {
    var widest = Points.zero
    var word = Points.zero
    for row in table.rows {
      guard let cell = row.cell(column) else { continue }
      let width = cell.scene.map(\.size.width) ?? cells.width(cell.text)
      widest = max(widest, width)
      // Only a text wider than every word so far can hold a wider one.
      if width > word {
        word = max(word, cell.scene == nil ? cells.widestWord(cell.text) : width)
      }
    }
    let head = heads.width(table.columns[column].head)
    let headWord = heads.widestWord(table.columns[column].head)
    // What is short stays on one line, numbers and dates above all; long texts are wrapped.
    let least = widest <= 72 ? widest : max(72, word)
    let extra = table.columns[column].hasBars ? TableWidths.barRoom : Points.zero
    return TableWidths.Demand(
      natural: max(widest, head) + extra,
      least: min(max(least, headWord) + extra, room * 0.5), words: widest,
      hasBar: table.columns[column].hasBars)
  }
}

extension TableContent.Row {
  /// The cell of a column; nil for the head of a group, and where the row is short.
  func cell(_ column: Int) -> TableContent.Cell? {
    switch self {
    case .cells(let cells), .totals(let cells):
      cells.indices.contains(column) ? cells[column] : nil
    case .groupHead: nil
    }
  }
}
