import Frame

extension Layer {
  /// The numbers of a side, NaN where the row lies outside the domain of the other side: what an axis
  /// must hold of marks that are seen through a window.
  func numbersInWindow(_ side: Side) -> [Double] {
    let numbers = numbers(side.channel)
    guard let other = rows[side.other.channel], !other.isCategorical,
      let window = other.settings.range
    else { return numbers }
    let places = self.numbers(side.other.channel)
    guard places.count == numbers.count else { return numbers }
    let seen = numbers.indices.map { window.contains(places[$0]) ? numbers[$0] : .nan }
    return seen.contains(where: \.isFinite) ? seen : numbers
  }

  /// The numbers of a side, NaN where they lie outside the side's own domain.
  func numbersInDomain(_ side: Side) -> [Double] {
    let numbers = numbers(side.channel)
    guard let column = rows[side.channel], !column.isCategorical, let window = column.settings.range
    else { return numbers }
    let seen = numbers.map { window.contains($0) ? $0 : .nan }
    return seen.contains(where: \.isFinite) ? seen : numbers
  }

  /// Whether a row lies in the window along a side.
  func isInWindow(_ row: Int, _ side: Side) -> Bool {
    guard let column = rows[side.channel], !column.isCategorical, let window = column.settings.range
    else { return true }
    return column.column[row].number.map(window.contains) ?? true
  }

  /// The levels at which a course from place to place enters and leaves the window along x.
  func levelsAtWindow(places: [Double], levels: [Double]) -> [Double] {
    guard let window = rows[.x]?.settings.range else { return [] }
    return zip(places.indices, places.indices.dropFirst()).flatMap { a, b in
      [window.lowerBound, window.upperBound].compactMap { edge in
        guard (places[a] < edge) != (places[b] < edge) else { return nil }
        let share = (edge - places[a]) / (places[b] - places[a])
        let level = levels[a] + (levels[b] - levels[a]) * share
        return level.isFinite ? level : nil
      }
    }
  }

  /// The places or rows of a line in the order in which a reader meets them: on a turned axis from
  /// the largest.
  func asRead<Element>(_ inOrderOfX: [Element]) -> [Element] {
    rows[.x]?.settings.isReversed == true ? inOrderOfX.reversed() : inOrderOfX
  }
}
