import Testing

@testable import Charts

@Suite struct KeyedRowsTests {
  /// Keys in turn and in stretches; few, and more than a table of them holds.
  @Test(arguments: [(1, 3), (1, 5000), (40, 7)])
  func valuesStandWithTheirKeyInRowOrder(_ stretch: Int, _ count: Int) {
    let keys = (0..<9000).map { row -> Int? in
      row % 11 == 3 ? nil : row / stretch * 7919 % count * 1_000
    }
    let values = keys.indices.map(Double.init)
    let rows = KeyedRows(count: keys.count, keys: count * 1_000) { keys[$0] }
    var expected: [(key: Int, values: [Double])] = []
    for (row, key) in keys.enumerated() {
      guard let key else { continue }
      let place = expected.firstIndex { $0.key == key }
      if place == nil { expected.append((key, [])) }
      expected[place ?? expected.count - 1].values.append(values[row])
    }
    #expect(rows.keys == expected.map(\.key))
    #expect(rows.grouped(values) == expected.map(\.values))
  }

  @Test func withoutRowsThereIsNoKey() {
    let rows = KeyedRows(count: 0, keys: 5) { _ in 0 }
    #expect(rows.keys.isEmpty && rows.grouped([]).isEmpty)
  }
}
