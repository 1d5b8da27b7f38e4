import Testing

@testable import PNG

/// Codes that a reader of deflate can undo: complete, free of prefixes, short for what is frequent.
@Suite struct HuffmanCodeTests {
  static let fibonacci = (0..<30).reduce(into: [UInt32]()) { counts, place in
    counts.append(place < 2 ? 1 : counts[place - 1] + counts[place - 2])
  }

  @Test(
    arguments: [
      [], [7], [0, 0, 9, 0], [1, 1], [5, 0, 1, 1, 2], Array(repeating: 1, count: 286), fibonacci,
    ] as [[UInt32]])
  func codesAreComplete(_ counts: [UInt32]) {
    let counts = counts + Array(repeating: 0, count: max(0, 3 - counts.count))
    let code = HuffmanCode(counts: counts, limit: 15)
    let used = code.lengths.filter { $0 > 0 }
    // Kraft's sum is 1 where every sequence of bits is read as some symbol.
    #expect(used.reduce(0) { $0 + 1 << (15 - Int($1)) } == 1 << 15)
    #expect(used.allSatisfy { $0 <= 15 })
    for (symbol, count) in counts.enumerated() where count > 0 {
      #expect(code.lengths[symbol] > 0)
      for (other, less) in counts.enumerated() where less < count && less > 0 {
        #expect(code.lengths[other] >= code.lengths[symbol])
      }
    }
  }

  /// Source: the example of RFC 1951, 3.2.2: lengths 3, 3, 3, 3, 3, 2, 4, 4 for A to H.
  @Test func codesAreThoseOfTheStandard() {
    let code = HuffmanCode(counts: [10, 10, 10, 10, 10, 19, 5, 5], limit: 15)
    #expect(code.lengths == [3, 3, 3, 3, 3, 2, 4, 4])
    let read = zip(code.codes, code.lengths).map { code, length in
      String((0..<length).map { code >> UInt32($0) & 1 == 1 ? "1" : "0" })
    }
    #expect(read == ["010", "011", "100", "101", "110", "00", "1110", "1111"])
  }

  /// Source: the tables of RFC 1951, 3.2.5.
  @Test func lengthsAndDistancesHaveTheStandardsSymbols() {
    let lengths = [3, 10, 11, 12, 13, 130, 131, 227, 257, 258].map { DeflateSymbol.length($0) }
    #expect(lengths.map(\.symbol) == [257, 264, 265, 265, 266, 280, 281, 284, 284, 285])
    #expect(lengths.map(\.rest) == [0, 0, 0, 1, 0, 15, 0, 0, 30, 0])
    #expect(lengths.map(\.width) == [0, 0, 1, 1, 1, 4, 5, 5, 5, 0])
    let distances = [1, 4, 5, 6, 7, 24_576, 24_577, 32_768].map { DeflateSymbol.distance($0) }
    #expect(distances.map(\.symbol) == [0, 3, 4, 4, 5, 28, 29, 29])
    #expect(distances.map(\.rest) == [0, 0, 0, 1, 0, 8191, 0, 8191])
    #expect(distances.map(\.width) == [0, 0, 1, 1, 1, 13, 13, 13])
  }
}
