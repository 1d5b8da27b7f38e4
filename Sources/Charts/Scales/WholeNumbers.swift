import Frame

extension Column {
  /// Whether all numbers are whole, as years are that come from an expression; false of none.
  var holdsWholeNumbers: Bool {
    switch type {
    case .integer: return missing < count
    case .double, .decimal:
      let numbers = doubles.lazy.filter { !$0.isNaN }
      return missing < count && numbers.allSatisfy { $0 == $0.rounded() && $0.magnitude < 1e15 }
    default: return false
    }
  }
}

extension AxisDemand {
  /// The smallest step that makes sense where columns are shown as they are: 1 of whole numbers, of
  /// which a tick at a half would be none.
  ///
  /// Statistics of whole numbers, as means are, reach from and to other numbers and keep any step, as
  /// do shares.
  func smallestStep(of columns: [ChannelColumn]) -> Double {
    guard let range, range.upperBound - range.lowerBound >= 2, !columns.isEmpty,
      [range.lowerBound, range.upperBound].allSatisfy({ $0 == $0.rounded() }),
      columns.allSatisfy({ $0.transform == .linear && $0.column.holdsWholeNumbers })
    else { return smallestStep }
    return max(1, smallestStep)
  }
}
