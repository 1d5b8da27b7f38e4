import Frame

/// The order in which categories stand.
enum CategoryOrdering {
  /// The distinct values of some columns in the order that the settings ask for: the author's list
  /// first, then by the values themselves or by first appearance.
  static func values(
    _ columns: [ChannelColumn], settings: ChannelSettings, keepsNull: Bool = false
  ) -> [Value] {
    var seen: Set<Value> = []
    var found: [Value] = []
    for column in columns.map(\.column) {
      found += column.distinctValues.filter { seen.insert($0).inserted }
    }
    if keepsNull, columns.contains(where: { $0.column.missing > 0 }) { found.append(.null) }
    return arranged(found, settings: settings)
  }

  /// Values in the order that the settings ask for.
  static func arranged(_ found: [Value], settings: ChannelSettings) -> [Value] {
    let order = settings.sort ?? CategoryOrder(.own)
    var values = found
    if order.key == .own { values.sort { Value.isOrdered($0, before: $1) } }
    if order.isDescending, order.key != .measure { values.reverse() }
    // Domains are written as text; a number of the data means the same category.
    let wanted = settings.domain.map(\.description)
    let listed = wanted.compactMap { text in values.first { $0.description == text } }
    let rest = values.filter { !listed.contains($0) }
    return wanted.isEmpty ? values : listed + rest
  }

  /// Values by a measure, largest first unless the order says otherwise; ties keep their order.
  static func byMeasure(_ values: [Value], _ totals: [Value: Double], isDescending: Bool) -> [Value]
  {
    values.enumerated().sorted { a, b in
      let (x, y) = (totals[a.element] ?? 0, totals[b.element] ?? 0)
      return x == y ? a.offset < b.offset : isDescending ? x > y : x < y
    }
    .map(\.element)
  }

  /// The sum of a measure for each category.
  static func totals(_ places: Column, _ measure: [Double]) -> [Value: Double] {
    var totals: [Value: Double] = [:]
    for row in measure.indices where measure[row].isFinite {
      totals[places[row], default: 0] += measure[row]
    }
    return totals
  }
}

extension Value {
  /// Whether the value is words.
  var isText: Bool {
    if case .text = self { true } else { false }
  }
}
