import Frame

extension LayerColors {
  /// The colours with all categories that share the grey as one, for marks that need not tell these
  /// apart; the groups of rows accordingly.
  func pooled(_ groups: [Int], _ words: Words) -> (groups: [Int], colors: LayerColors) {
    let grey = categories.filter(\.isPooled)
    guard grey.count > 1, let first = grey.first else { return (groups, self) }
    let named = categories.filter { !$0.isPooled }
    var place = 0
    let places = categories.map { category -> Int in
      guard !category.isPooled else { return named.count }
      defer { place += 1 }
      return place
    }
    let others = Category(
      value: .null, label: "\(words.count(grey.count)) others", paint: first.paint, isPooled: true)
    return (groups.map { places[$0] }, .categories(named + [others]))
  }
}
