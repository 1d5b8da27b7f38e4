import Frame

extension LayerInput {
  /// The layer with at most so many categories along a side: those with the largest measure, or
  /// with the most rows where there is none.
  ///
  /// What is cut is counted.
  func capped(_ side: Side, at limit: Int) -> LayerInput {
    guard let places = rows[side.channel], places.isCategorical || isBanded(side) else {
      return self
    }
    let values = places.column.distinctValues
    // Days in a row are read as one stretch, as are the numbers of a grid, and their labels are
    // thinned.
    let isStretch =
      places.isTime || mark.traits.contains(.fillsBands) && places.column.type.isNumeric
    let limit = isStretch ? max(limit, LayerInput.mostInAStretch) : limit
    guard values.count > limit else { return self }
    let measure = rows[side.other.channel].flatMap { column -> [Double]? in
      column.isCategorical || isBanded(side.other) ? nil : column.column.doubles
    }
    let weights = (measure ?? Array(repeating: 1, count: rows.count)).map(\.magnitude)
    let totals = CategoryOrdering.totals(places.column, weights)
    let kept = Set(CategoryOrdering.byMeasure(values, totals, isDescending: true).prefix(limit))
    let shown = (0..<rows.count).filter { kept.contains(places.column[$0]) }
    var layer = self
    layer.rows = rows.picking(shown)
    layer.rows.leftOut.add(
      LeftOut.Cut(
        shown: limit, all: values.count,
        what: "categories of \(places.label.oneLine.insideSentence)",
        rows: rows.count - shown.count))
    return layer
  }

  /// How many days, moments or numbers of a grid may have bands of their own.
  private static let mostInAStretch = 200

  /// Whether the mark puts plain numbers of a side into bands too.
  private func isBanded(_ side: Side) -> Bool {
    if mark.traits.contains(.fillsBands) {
      return rows[side.channel]?.binWidth == nil && rows[side.endChannel] == nil
    }
    return mark.bandedSide(rows) == side
  }
}
