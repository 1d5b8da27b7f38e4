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
}
