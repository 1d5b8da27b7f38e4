/// Finds a column's type, value by value.
struct ColumnInference {
  private var kinds: CellKinds = []
  private var hasNulls = false
  private var whole = 0
  private var scale = 0
  private var isShortestDoubles = true
  private var spoiler: InferredColumn.Spoiler?

  /// A column whose first so many rows have no value.
  init(missing: Int) { hasNulls = missing > 0 }

  /// Takes the next value; `offset` is its record's place.
  @inline(__always) mutating func add(_ cell: Cell, at offset: Int) {
    if cell.form == .absent {
      hasNulls = true
    } else if kinds != .text {
      add(Classified(cell), cell, at: offset)
    }
  }

  private mutating func add(_ value: Classified, _ cell: Cell, at offset: Int) {
    if !kinds.contains(value.kind) { widen(to: value.kind, cell, at: offset) }
    guard CellKinds.numbers.contains(value.kind) else { return }
    whole = max(whole, value.whole)
    scale = max(scale, value.scale)
    // Up to 15 digits a double's text always leads back to them.
    if value.whole + value.scale > 15, isShortestDoubles, value.kind != .double {
      isShortestDoubles = NumberText.isShortestDouble(cell.trimmed)
    }
  }

  /// Once values do not go together, nothing but text is left.
  private mutating func widen(to kind: CellKinds, _ cell: Cell, at offset: Int) {
    let before = kinds
    kinds.insert(kind)
    let goTogether = kinds.isSubset(of: .numbers) || kinds.isSubset(of: .moments)
    guard kind == .text || (!before.isEmpty && !goTogether) else { return }
    kinds = .text
    if !before.isEmpty { spoiler = .init(value: cell.words, offset: offset) }
  }

  /// The column, of the name that it has.
  func column(_ name: String) -> InferredColumn {
    InferredColumn(name: name, type: type, hasNulls: hasNulls, spoiler: spoiler)
  }

  private var type: InferredType {
    switch kinds {
    case []: .text
    case .boolean: .boolean
    case .integer: .integer
    case .date: .date
    case _ where kinds.isSubset(of: .moments): .timestamp
    case _ where kinds.contains(.double): .double
    case _ where kinds.isSubset(of: .numbers): decimal
    default: .text
    }
  }

  /// Numbers with many digits after the point that are all the text of a double were doubles: kept
  /// as decimals they would claim digits that they never had.
  private var decimal: InferredType {
    if whole + scale > 15, scale > 6, isShortestDoubles { return .double }
    return whole + scale <= InferredType.mostDigits
      ? .decimal(digits: max(1, whole + scale), scale: scale) : .text
  }
}
