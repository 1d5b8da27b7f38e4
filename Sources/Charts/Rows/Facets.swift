import Frame

/// Into which panel each row falls.
///
/// Panels are numbered row by row of their grid; a facet of one variable wraps and has no grid.
struct Facets: Hashable, Sendable {
  /// The panels' heads; one without a head where nothing is faceted, none in a grid.
  let heads: [String?]
  /// What the panels stand for, nil where nothing is faceted.
  let label: String?
  /// The rows and columns of panels, where two variables make them.
  var grid: Grid?
  /// How the author wants panels arranged.
  var settings = PanelSettings()

  /// Panels by two variables.
  struct Grid: Hashable, Sendable {
    /// What stands above each column; one nil where only rows are given.
    let columnHeads: [String?]
    /// What stands above each row; one nil where only columns are given.
    let rowHeads: [String?]
  }

  /// How many panels there are, in all rows and columns.
  var count: Int { grid.map { $0.rowHeads.count * $0.columnHeads.count } ?? heads.count }

  /// The panels in words, each with all its heads; empty where one has none.
  var names: [String] {
    guard let grid else {
      let names = heads.compactMap(\.self)
      return names.count == heads.count ? names : []
    }
    return grid.rowHeads.flatMap { row in
      grid.columnHeads.map { [$0, row].compactMap(\.self).joined(separator: ", ") }
    }
  }

  /// Whether panels are told apart at all.
  var isFaceted: Bool { label != nil }

  /// More panels than this nobody reads, on however many pages.
  static let most = 400
  /// More columns than this cannot stand side by side.
  static let mostColumns = 12

  /// A layer with the panel of each row, and in how many panels each row stands.
  typealias Split = (input: LayerInput, panels: [Int], copies: Int)

  /// Splits the layers; a layer without a facet channel shows in every panel.
  static func split(_ layers: [LayerInput], words: Words) -> (facets: Facets, layers: [Split]) {
    let isGrid = layers.contains { $0.rows[.facetRow] != nil }
    let columns = FacetValues(
      .facet, layers, most: isGrid ? mostColumns : most, words: words)
    let rows = FacetValues(
      .facetRow, layers, most: most / max(1, columns?.values.count ?? 1), words: words)
    guard let settings = (columns ?? rows)?.channel.settings.panels else {
      let one = Facets(heads: [nil], label: nil)
      return (one, layers.map { ($0, Array(repeating: 0, count: $0.rows.count), 1) })
    }
    let labels = [columns, rows].compactMap { values in
      values.map { words.inSentence($0.channel.label.oneLine) }
    }
    var facets = Facets(
      heads: isGrid ? [] : columns?.heads() ?? [nil], label: labels.joined(separator: " and "))
    facets.settings = settings
    if isGrid {
      facets.grid = Grid(
        columnHeads: columns?.heads(named: .first) ?? [nil],
        rowHeads: rows?.heads(named: .all) ?? [nil])
    }
    return (facets, layers.map { FacetSplit(columns: columns, rows: rows).split($0) })
  }
}

/// The values of one facet variable that have panels, in their order.
private struct FacetValues {
  let channel: ChannelColumn
  let name: Channel
  let values: [Value]
  /// How many values there are in the data.
  let found: Int
  private let words: Words

  init?(_ name: Channel, _ layers: [LayerInput], most: Int, words: Words) {
    let columns = layers.compactMap { $0.rows[name] }
    guard let channel = columns.first else { return nil }
    (self.channel, self.name, self.words) = (channel, name, words)
    let all = CategoryOrdering.values(columns, settings: channel.settings, keepsNull: true)
    found = all.count
    let shown = Set(FacetValues.kept(all, columns, most: most))
    values = all.filter(shown.contains)
  }

  /// The values with the most rows, where there are too many.
  private static func kept(_ values: [Value], _ columns: [ChannelColumn], most: Int) -> [Value] {
    guard values.count > most else { return values }
    var counts: [Value: Int] = [:]
    for column in columns.map(\.column) {
      let codes = GroupCodes([column], rows: column.count)
      for rows in codes.rows { counts[column[rows[0]], default: 0] += rows.count }
    }
    let ranked = values.enumerated().sorted {
      (counts[$1.element] ?? 0, $0.offset) < (counts[$0.element] ?? 0, $1.offset)
    }
    return ranked.prefix(most).map(\.element)
  }

  /// Before which heads the variable's name stands.
  enum Naming {
    case none, first, all
  }

  /// What stands above the panels of each value; the variable's name before it where asked for, and
  /// where the value alone says nothing.
  func heads(named: Naming = .none) -> [String?] {
    values.enumerated().map { index, value in
      let isBare = value == .boolean(true) || value == .boolean(false)
      let isNamed = isBare || named == .all || (named == .first && index == 0)
      return isNamed ? "\(channel.label.oneLine): \(word(value))" : word(value)
    }
  }

  private func word(_ value: Value) -> String {
    words.category(value, like: channel)
  }

  /// The place of each row's value, nil where its value has no panel.
  func places(_ column: Column) -> [Int?] {
    let index = Dictionary(values.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    let codes = GroupCodes([column], rows: column.count)
    var places = [Int?](repeating: nil, count: column.count)
    for rows in codes.rows {
      let place = index[column[rows[0]]]
      for row in rows { places[row] = place }
    }
    return places
  }
}

/// Gives each row its panel.
private struct FacetSplit {
  let columns: FacetValues?
  let rows: FacetValues?

  func split(_ layer: LayerInput) -> Facets.Split {
    let across = columns.flatMap { values in
      layer.rows[.facet].map { values.places($0.column) }
    }
    let down = rows.flatMap { values in
      layer.rows[.facetRow].map { values.places($0.column) }
    }
    let (width, height) = (columns?.values.count ?? 1, rows?.values.count ?? 1)
    var picked: [Int] = []
    var panels: [Int] = []
    var lost = 0
    for row in 0..<layer.rows.count {
      // A layer that lacks a variable shows its rows for every value, to compare with.
      let columns = across.map { $0[row].map { $0..<$0 + 1 } ?? 0..<0 } ?? 0..<width
      let rows = down.map { $0[row].map { $0..<$0 + 1 } ?? 0..<0 } ?? 0..<height
      if columns.isEmpty || rows.isEmpty { lost += 1 }
      for place in rows {
        for column in columns {
          picked.append(row)
          panels.append(place * width + column)
        }
      }
    }
    var layer = layer
    if lost > 0 || picked.count != layer.rows.count { layer.rows = layer.rows.picking(picked) }
    tellCuts(&layer, lost: lost)
    return (layer, panels, (across == nil ? width : 1) * (down == nil ? height : 1))
  }

  private func tellCuts(_ layer: inout LayerInput, lost: Int) {
    guard lost > 0 else { return }
    let what = rows == nil ? ["panels"] : ["columns of panels", "rows of panels"]
    let cut = zip([columns, rows], what).filter { ($0.0?.found ?? 0) > ($0.0?.values.count ?? 0) }
    for (index, (values, what)) in cut.enumerated() {
      guard let values else { continue }
      layer.rows.leftOut.add(
        LeftOut.Cut(
          shown: values.values.count, all: values.found, what: what, rows: index == 0 ? lost : 0))
    }
  }
}
