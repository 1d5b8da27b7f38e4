package import Frame

/// A column as a model takes it: numbers, or labels with an order.
package enum ModelVariable: Hashable, Sendable {
  /// Numbers, measured from an exact origin.
  case numbers(Measured)
  /// For each row the place of its label among the levels, nil for none; levels ascend.
  case labels([Int?], levels: [String])

  /// Text and booleans are labels, all else numbers: dates and moments count in days since
  /// 1970-01-01.
  package init(_ column: Column) {
    switch column.values {
    case .text, .boolean: self.init(labels: column)
    case .date, .timestamp: self = .numbers(Measured(column.doubles.map { $0 / 86_400 }))
    default: self = .numbers(Measured(column))
    }
  }

  /// The values as labels in their order: numbers by size, texts by their characters.
  package init(labels column: Column) {
    let values = column.distinctValues.filter { !$0.isNull }.sorted(by: Value.isOrdered)
    let places = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    self = .labels(
      (0..<column.count).map { places[column[$0]] }, levels: values.map(\.description))
  }

  /// How many rows.
  package var count: Int {
    switch self {
    case .numbers(let numbers): numbers.count
    case .labels(let places, _): places.count
    }
  }

  /// The rows at the given indices; labels that no longer appear are levels no more.
  func picking(_ rows: [Int]) -> ModelVariable {
    switch self {
    case .numbers(let numbers): return .numbers(numbers.picking(rows))
    case .labels(let places, let levels):
      let picked = rows.map { places[$0] }
      let present = Set(picked.compactMap(\.self)).sorted()
      let renumbered = Dictionary(uniqueKeysWithValues: present.enumerated().map { ($1, $0) })
      return .labels(
        picked.map { $0.flatMap { renumbered[$0] } }, levels: present.map { levels[$0] })
    }
  }
}
