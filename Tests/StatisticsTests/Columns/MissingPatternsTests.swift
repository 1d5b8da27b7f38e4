import Frame
import Statistics
import TestSupport
import Testing

@Suite struct MissingPatternsTests {
  static let columns: [(name: String, column: Column)] = [
    ("a", Column(integers: [1, nil, 3, nil, 5, nil])),
    ("b", Column(texts: ["x", nil, "y", nil, nil, "z"])),
    ("c", Column(doubles: [1, 2, 3, 4, 5, 6])),
    ("d", Column(.double([.nan, 1, .infinity, 2, 3, 4]))),
  ]

  @Test func columnsAndPatternsAreCounted() throws {
    let result = try MissingPatterns(Self.columns)
    #expect(result.columns.map(\.missing) == [3, 3, 0, 1])
    #expect(result.columns.map(\.n) == [3, 3, 6, 5])
    #expect(result.columns[0].share == 0.5)
    #expect(result.patterns.map(\.missing) == [[0, 1], [], [0], [1], [3]])
    #expect(result.patterns.map(\.count) == [2, 1, 1, 1, 1])
    #expect(result.complete == 1)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func patternsAreThoseOfEachRow(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = (0..<200).map { _ in
      (0..<7).map { _ in Int.random(in: 0...3, using: &generator) == 0 }
    }
    let columns = (0..<7).map { place in
      (name: "c\(place)", column: Column(booleans: rows.map { $0[place] ? nil : true }))
    }
    let counts = Dictionary(grouping: rows) { row in row.indices.filter { row[$0] } }
    let result = try MissingPatterns(columns)
    #expect(result.patterns.count == counts.count)
    for pattern in result.patterns { #expect(counts[pattern.missing]?.count == pattern.count) }
    #expect(result.patterns.map(\.count) == result.patterns.map(\.count).sorted(by: >))
  }

  @Test func moreColumnsThanAWordHasBitsAreKeptApart() throws {
    let columns = (0..<100).map { place in
      (name: "c\(place)", column: Column(integers: (0..<100).map { $0 == place ? nil : 1 }))
    }
    let result = try MissingPatterns(columns)
    #expect(result.patterns.map(\.missing) == (0..<100).map { [$0] })
  }

  @Test func nothingIsMissingInNothing() throws {
    #expect(try MissingPatterns([]).patterns.isEmpty)
    let empty = try MissingPatterns([("a", Column(integers: []))])
    #expect(empty.patterns.isEmpty && empty.columns[0].share == nil)
    #expect(throws: StatisticsError.lengthsDiffer(1, 2)) {
      try MissingPatterns([("a", Column(integers: [1])), ("b", Column(integers: [1, 2]))])
    }
  }
}
