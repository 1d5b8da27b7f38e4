import Frame

extension LayerColors {
  /// How many categories share the grey, in words: `12 others`; the name of a lone one.
  func pooledLabel(_ words: Words) -> String? {
    let grey = categories.filter(\.isPooled)
    return grey.count == 1
      ? grey[0].label : grey.isEmpty ? nil : "\(words.count(grey.count)) others"
  }

  /// The groups of rows with all that share the grey as one: the last of them, where all the
  /// categories stay.
  func poolingGreys(_ groups: [Int]) -> [Int] {
    guard let grey = categories.lastIndex(where: \.isPooled) else { return groups }
    return groups.map { categories[$0].isPooled ? grey : $0 }
  }

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
      value: .null, label: pooledLabel(words) ?? "", paint: first.paint, isPooled: true)
    return (groups.map { places[$0] }, .categories(named + [others]))
  }
}
