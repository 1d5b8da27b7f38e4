import Frame

extension LayerRows {
  /// The rows without those whose size has no area or whose weight counts less than nothing, which are
  /// counted.
  func measured(for mark: any Mark.Type) -> LayerRows {
    var rows = self
    if let size = channels[.size], !size.isConstant {
      rows = rows.without(size, .noArea) { $0 <= 0 }
    }
    if mark.takes.contains(.weight), let weight = channels[.weight] {
      rows = rows.cleaned(needing: [.weight])
      rows = rows.without(rows[.weight] ?? weight, .negativeWeight) { $0 < 0 }
    }
    return rows
  }

  /// The rows without those whose number is refused.
  private func without(
    _ column: ChannelColumn, _ reason: LeftOut.Reason, where isRefused: (Double) -> Bool
  ) -> LayerRows {
    // Words have no area at all.
    let numbers = column.column.type == .text ? nil : column.column.doubles
    let refused = (0..<count).filter { row in numbers.map { isRefused($0[row]) } ?? true }
    guard !refused.isEmpty else { return self }
    let lost = Set(refused)
    var rows = picking((0..<count).filter { !lost.contains($0) })
    rows.leftOut.add(countBehind(refused), reason, column.label)
    return rows
  }
}
