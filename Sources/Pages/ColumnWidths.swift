import Drawing

/// The widths of contents side by side: shares of the room that the gaps leave.
struct ColumnWidths {
  static let gap: Points = 24
  let widths: [Points]

  init(shares: [Double], total: Points) {
    let room = total - ColumnWidths.gap * Double(max(0, shares.count - 1))
    let sum = shares.reduce(0, +)
    widths = shares.map { max(1, room * ($0 / max(sum, .leastNormalMagnitude))) }
  }
}
