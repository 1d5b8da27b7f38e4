package import Frame

/// Which colour each category has, kept through the whole report: a place in the theme's palette for
/// each value of a field.
///
/// Fields that hold the same values, or some of them, are one family, whatever their columns are
/// called, and share their colours. A field that has nothing in common with earlier ones begins with
/// the first colours of the palette, so that no chart is pale because of the charts before it.
package struct CategoryColors: Hashable, Sendable {
  /// The places of values in the palette, a family each.
  private var families: [[Value: Int]] = []
  /// The family of each field.
  private var fields: [String: Int] = [:]

  /// Makes the colours of a report of which no chart is drawn yet.
  package init() {}

  /// The places in a palette of so many colours of a field's values; values seen before keep theirs.
  ///
  /// Once all colours are worn, a new value takes one that its family wears least. Where a chart
  /// would show two values in one colour because the palette is shorter than the family, the later
  /// one takes a free colour for this once.
  package mutating func assign(field: String, values: [Value], among count: Int) -> [Int] {
    guard !values.isEmpty else { return [] }
    let family = fields[field] ?? family(of: values)
    fields[field] = family
    var places = families[family]
    var shown: Set<Int> = []
    var kept: [Value: Int] = [:]
    for value in values {
      if let place = places[value], place < count, shown.insert(place).inserted {
        kept[value] = place
      }
    }
    for value in values where kept[value] == nil {
      let place = CategoryColors.next(among: max(1, count), shown: shown, worn: places)
      shown.insert(place)
      kept[value] = place
      if places[value] == nil { places[value] = place }
    }
    families[family] = places
    return values.map { kept[$0] ?? 0 }
  }

  /// The first family that holds all the values, or of which all values are among them; else a new
  /// one, in which words that an earlier one has keep their colour.
  private mutating func family(of values: [Value]) -> Int {
    let all = Set(values)
    let known = families.firstIndex { family in
      all.allSatisfy { family[$0] != nil } || family.keys.allSatisfy(all.contains)
    }
    if let known { return known }
    var places: [Value: Int] = [:]
    for value in values {
      guard let place = families.lazy.compactMap({ $0[value] }).first,
        !places.values.contains(place)
      else { continue }
      places[value] = place
    }
    families.append(places)
    return families.count - 1
  }

  /// The first of the colours that the chart does not show yet and the family wears least.
  private static func next(among count: Int, shown: Set<Int>, worn: [Value: Int]) -> Int {
    var uses = Array(repeating: 0, count: count)
    for place in worn.values where place < count { uses[place] += 1 }
    func cost(_ place: Int) -> (Int, Int, Int) {
      (shown.contains(place) ? 1 : 0, uses[place], place)
    }
    return (0..<count).min { cost($0) < cost($1) } ?? 0
  }
}
