/// Which rows a moving statistic looks at.
package struct MovingWindow: Hashable, Sendable {
  /// Where the window lies.
  package enum Placement: String, Hashable, Sendable, CaseIterable {
    /// The row and those before it.
    case trailing
    /// As many rows before as behind the row.
    case centred
  }

  /// How many rows the window spans.
  package let rows: Int
  /// Where it lies.
  package let placement: Placement
  /// How many of its rows must have a value.
  package let minimum: Int

  /// Makes a window; it needs a value in each of its rows unless a smaller minimum is given.
  package init(_ rows: Int, _ placement: Placement = .trailing, minimum: Int? = nil)
    throws(StatisticsError)
  {
    guard rows > 0 else { throw .invalidParameter("a window spans at least 1 row") }
    if let minimum, !(1...rows).contains(minimum) {
      throw .invalidParameter("a window of \(rows) needs 1 to \(rows) values")
    }
    self.rows = rows
    self.placement = placement
    self.minimum = minimum ?? rows
  }

  /// Whether no row is the middle one, so that the two outermost rows of one more count half.
  var isSplit: Bool { placement == .centred && rows.isMultiple(of: 2) }

  /// How many rows behind the row the window reaches.
  var reach: Int { placement == .trailing ? 0 : rows / 2 }

  /// How many rows the window touches: one more than it spans where the outermost count half.
  var width: Int { isSplit ? rows + 1 : rows }

  /// Calls `enter` and `leave` for each row as it comes into the window and goes, and `settle` for
  /// each row once its window stands.
  func slide(
    over count: Int, enter: (Int) -> Void, leave: (Int) -> Void, settle: (Int) -> Void
  ) {
    var entered = 0
    for row in 0..<count {
      let end = min(count, row + min(reach, count) + 1)
      while entered < end {
        enter(entered)
        entered += 1
      }
      let start = row + reach + 1 - width
      if start > 0 { leave(start - 1) }
      settle(row)
    }
  }
}
