import Frame
import TestSupport
import Testing

@Suite
struct DataFrameOrderTests {
  @Test func nullsComeLastEitherWayAndNaNBeforeThem() {
    let column = Column(doubles: [.nan, nil, 2, -.infinity, .infinity, 2])
    #expect(column.sortedRows() == [3, 2, 5, 4, 0, 1])
    #expect(column.sortedRows(descending: true) == [0, 4, 2, 5, 3, 1])
  }

  @Test func textsAreOrderedByScalars() {
    let column = Column(texts: ["b", "Z", "a", nil, "é", "aa", "\u{ff5e}", "😀"])
    #expect(column.sortedRows() == [1, 2, 5, 0, 4, 6, 7, 3])
  }

  @Test func decimalsBeyondDoublesAreOrderedExactly() {
    let big = Decimals.power(37)
    let column = Column(.decimal([big + 2, big + 1, big], scale: 2))
    #expect(column.sortedRows() == [2, 1, 0])
  }

  @Test func laterKeysBreakTies() {
    let keys = [
      (column: Column(texts: ["b", "a", "b", "a"]), descending: false),
      (column: Column(integers: [1, 2, 3, nil]), descending: true),
    ]
    #expect(DataFrame.sortedRows(count: 4, by: keys) == [1, 3, 2, 0])
    #expect(DataFrame.sortedRows(count: 3, by: []) == [0, 1, 2])
  }

  @Test func groupsComeInOrderOfAppearanceWithNullAndNaNAsKeys() {
    let column = Column(doubles: [2, nil, .nan, 2, nil, .nan, 1])
    let groups = DataFrame.groups(count: 7, by: [column])
    #expect(groups.map(\.rows) == [[0, 3], [1, 4], [2, 5], [6]])
    #expect(groups.map(\.key) == [[.double(2)], [.null], [.double(.nan)], [.double(1)]])
    #expect(DataFrame.groups(count: 0, by: [Column(doubles: [])]).isEmpty)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func anyOrderIsTotalAndStable(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pool: [Double?] = [nil, .nan, .infinity, -.infinity, 0, -0.0, 1, 2]
    let values = (0..<200).map { _ in pool.randomElement(using: &random) ?? nil }
    let column = Column(doubles: values)
    let rows = column.sortedRows()
    #expect(Set(rows).count == 200)
    for (a, b) in zip(rows, rows.dropFirst()) {
      #expect(!Value.isOrdered(column[b], before: column[a]))
      if column[a] == column[b] { #expect(a < b) }
    }
  }
}
