import Frame

/// Into which panel each row falls.
struct Facets: Hashable, Sendable {
  /// The panels' heads; one without a head where nothing is faceted.
  let heads: [String?]
  /// What the panels stand for, nil where nothing is faceted.
  let label: String?
  /// How many panels there are in the data.
  let found: Int

  /// More panels than this cannot be compared on one page.
  private static let most = 24

  /// Splits the layers; a layer without a facet channel shows in every panel.
  ///
  /// Returns the layers with the panel of each row.
  static func split(_ layers: [LayerInput], words: Words)
    -> (facets: Facets, layers: [(input: LayerInput, panels: [Int])])
  {
    guard let channel = layers.compactMap({ $0.rows[.facet] }).first else {
      let one = Facets(heads: [nil], label: nil, found: 1)
      return (one, layers.map { ($0, Array(repeating: 0, count: $0.rows.count)) })
    }
    let all = CategoryOrdering.values(
      layers.compactMap { $0.rows[.facet] }, settings: channel.settings, keepsNull: true)
    let shown = Set(kept(all, layers))
    let values = all.filter(shown.contains)
    let heads = values.map { value in
      value == .boolean(true) || value == .boolean(false)
        ? "\(channel.label): \(words.category(value, like: channel))"
        : words.category(value, like: channel)
    }
    let facets = Facets(heads: heads, label: channel.label, found: all.count)
    return (facets, layers.map { assign($0, values, facets) })
  }

  /// The panels with the most rows, where there are too many.
  private static func kept(_ values: [Value], _ layers: [LayerInput]) -> [Value] {
    guard values.count > most else { return values }
    var counts: [Value: Int] = [:]
    for layer in layers {
      guard let column = layer.rows[.facet]?.column else { continue }
      for row in 0..<layer.rows.count { counts[column[row], default: 0] += 1 }
    }
    let ranked = values.enumerated().sorted {
      (counts[$1.element] ?? 0, $0.offset) < (counts[$0.element] ?? 0, $1.offset)
    }
    return ranked.prefix(most).map(\.element)
  }

  private static func assign(_ layer: LayerInput, _ values: [Value], _ facets: Facets)
    -> (LayerInput, [Int])
  {
    var layer = layer
    guard let column = layer.rows[.facet]?.column else {
      // The same rows in every panel, as a reference to compare with.
      let rows = values.indices.flatMap { _ in Array(0..<layer.rows.count) }
      let panels = values.indices.flatMap { Array(repeating: $0, count: layer.rows.count) }
      layer.rows = layer.rows.picking(rows)
      return (layer, panels)
    }
    let index = Dictionary(values.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    let panels = (0..<layer.rows.count).map { index[column[$0]] }
    let kept = panels.indices.filter { panels[$0] != nil }
    let lost = layer.rows.count - kept.count
    if lost > 0 {
      layer.rows = layer.rows.picking(kept)
      layer.rows.leftOut.add(
        LeftOut.Cut(shown: values.count, all: facets.found, what: "panels", rows: lost))
    }
    return (layer, kept.compactMap { panels[$0] })
  }
}
