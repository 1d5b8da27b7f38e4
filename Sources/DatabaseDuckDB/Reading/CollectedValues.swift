import Frame

/// The values of a column as they come, chunk by chunk.
struct CollectedValues<Element> {
  private(set) var values: [Element] = []
  // Empty until the first missing value: most columns have none.
  private var presence: [Bool] = []

  /// Adds a chunk's values, which are loaded row by row; missing ones too, which `filler` replaces.
  @inline(__always)
  mutating func append(_ vector: Vector, filler: Element, _ load: (Int) -> Element) {
    let start = values.count
    for row in 0..<vector.count { values.append(load(row)) }
    let hasMissing = vector.hasMissing
    if hasMissing, presence.isEmpty { presence = Array(repeating: true, count: start) }
    guard hasMissing || !presence.isEmpty else { return }
    for row in 0..<vector.count {
      let isPresent = vector.isPresent(row)
      presence.append(isPresent)
      if !isPresent { values[start + row] = filler }
    }
  }

  /// The column, its values worded by their type.
  func column(_ word: ([Element]) -> ColumnValues) -> Column {
    Column(word(values), presence: presence.isEmpty ? nil : presence)
  }
}
