import Frame
import TestSupport
import Testing

/// Expects two frames to have the same columns and values; doubles may differ by rounding.
func expectSame(
  _ actual: DataFrame, _ expected: DataFrame, relative: Double = 0,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(actual.names == expected.names, sourceLocation: sourceLocation)
  #expect(actual.rowCount == expected.rowCount, sourceLocation: sourceLocation)
  guard actual.names == expected.names, actual.rowCount == expected.rowCount else { return }
  for (name, (found, wanted)) in zip(actual.names, zip(actual.columns, expected.columns)) {
    #expect(found.type == wanted.type, "column '\(name)'", sourceLocation: sourceLocation)
    let rows = (0..<found.count).filter {
      !isSame(found[$0], wanted[$0], relative: relative)
    }
    guard let row = rows.first else { continue }
    Issue.record(
      "column '\(name)', row \(row): \(found[row]), expected \(wanted[row]) (\(rows.count) differ)",
      sourceLocation: sourceLocation)
  }
}

/// Whether two values mean the same: decimals by their amount whatever their scale, doubles within
/// rounding.
func isSame(_ a: Value, _ b: Value, relative: Double) -> Bool {
  switch (a, b) {
  case (.double(let x), .double(let y)):
    isClose(x, y, relative: relative) && x.sign == y.sign
  case (.decimal(let x, let scale), .decimal(let y, let other)):
    Decimals.text(x, scale: scale).withoutZeros == Decimals.text(y, scale: other).withoutZeros
  // Swift takes a letter with its accent apart or together for equal; databases do not.
  case (.text(let x), .text(let y)): x.utf8.elementsEqual(y.utf8)
  default: a == b
  }
}
