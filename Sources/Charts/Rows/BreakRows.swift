import Frame

extension LayerRows {
  /// The rows with what cannot be shown of some channels taken away and counted, while the rows stay:
  /// a line has a gap there.
  ///
  /// None of them stays where nothing of a channel can be shown.
  /// What is computed along rows has no value at first, which nobody misses. What lies beyond a domain
  /// stays where something is computed from it.
  func broken(at breaking: [Channel], keepsBeyond: Bool = false) -> LayerRows {
    var result = self
    var isWhole = Array(repeating: true, count: count)
    // What lies beyond the other axis is counted already.
    let beyond = Set(leftOut.entries.filter { $0.reason == .beyondAxis }.flatMap(\.places))
    for channel in breaking {
      guard let values = channels[channel], values.mayBeRefused else { continue }
      let refused = values.refused(isWhole)
      let absent = Set(refused.filter { $0.0 != .beyondAxis || !keepsBeyond }.flatMap(\.1))
      let isBare = absent.count == count
      for (reason, rows) in refused {
        for row in rows { isWhole[row] = false }
        guard reason != .missing || !values.runsAlongRows || isBare else { continue }
        let told = reason == .beyondAxis && !keepsBeyond ? .outsideDomain : reason
        let counted =
          told == .beyondAxis && !beyond.isEmpty
          ? rows.filter { !beyond.contains(origin($0)) } : rows
        result.leftOut.add(entry(counted, told, values.label))
      }
      result.channels[channel]?.column = values.column.without(absent)
      if isBare { return result.picking([]) }
    }
    return result
  }
}

extension Column {
  /// The column with the values of some rows absent.
  func without(_ rows: Set<Int>) -> Column {
    rows.isEmpty
      ? self : Column(values, presence: (0..<count).map { isPresent($0) && !rows.contains($0) })
  }
}
