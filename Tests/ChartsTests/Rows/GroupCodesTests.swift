import Frame
import TestSupport
import Testing

@testable import Charts

@Suite struct GroupCodesTests {
  @Test(arguments: 0..<10 as Range<UInt64>)
  func groupsAreThoseOfTheFrame(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func maybe<T>(_ value: T) -> T? { Bool.random(using: &random) ? value : nil }
    let columns = [
      Column(
        texts: (0..<80).map { _ in maybe(["a", "b"][Int.random(in: 0...1, using: &random)]) }),
      Column(integers: (0..<80).map { _ in maybe(Int64.random(in: 0...2, using: &random)) }),
      Column(doubles: (0..<80).map { _ in maybe(Double(Int.random(in: 0...1, using: &random))) }),
    ]
    let expected = DataFrame.groups(count: 80, by: columns).map(\.rows)
    #expect(GroupCodes(columns, rows: 80).rows == expected)
  }

  @Test func withoutKeysAllRowsAreOneGroup() {
    #expect(GroupCodes([], rows: 3).rows == [[0, 1, 2]])
    #expect(GroupCodes([], rows: 0).rows.isEmpty)
  }
}
