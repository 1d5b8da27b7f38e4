extension Layer {
  /// The layer with each of its rows once, where it shows them in several panels: what is told and
  /// counted of it.
  var once: Layer {
    guard copies > 1 else { return self }
    let first = stride(from: 0, to: rows.count, by: copies).map { $0 }
    var layer = self
    layer.rows = rows.picking(first)
    layer.panels = first.map { panels[$0] }
    layer.groups = first.map { groups[$0] }
    layer.copies = 1
    // They are rows of no one panel.
    layer.isOfEveryPanel = true
    return layer
  }
}
