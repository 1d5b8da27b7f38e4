/// A prefix code that gives frequent symbols few bits, in the canonical form of RFC 1951, 3.2.2.
struct HuffmanCode {
  /// The bits of each symbol's code, 0 for symbols that do not occur.
  private(set) var lengths: [UInt8]
  /// The codes, their first bit lowest, as deflate writes them.
  private(set) var codes: [UInt32]

  /// - Parameters:
  ///   - counts: how often each symbol occurs.
  ///   - limit: the most bits that a code may have.
  init(counts: [UInt32], limit: UInt8) {
    var weights = HuffmanCode.withTwoSymbols(counts)
    lengths = HuffmanCode.lengths(weights)
    // Rare symbols are made less rare until no code is too long, which few pictures ask for.
    while lengths.contains(where: { $0 > limit }) {
      weights = weights.map { $0 == 0 ? 0 : $0 / 2 + 1 }
      lengths = HuffmanCode.lengths(weights)
    }
    codes = HuffmanCode.codes(lengths)
  }

  /// The counts, with further symbols where fewer than two occur: readers differ in what they make
  /// of a code of one symbol.
  private static func withTwoSymbols(_ counts: [UInt32]) -> [UInt32] {
    var counts = counts
    var missing = 2 - counts.count(where: { $0 > 0 })
    for symbol in counts.indices where missing > 0 && counts[symbol] == 0 {
      counts[symbol] = 1
      missing -= 1
    }
    return counts
  }

  /// The depths of Huffman's tree, whose leaves are the symbols that occur.
  private static func lengths(_ weights: [UInt32]) -> [UInt8] {
    let symbols = weights.indices.filter { weights[$0] > 0 }
      .sorted { (weights[$0], $0) < (weights[$1], $1) }
    var sums = symbols.map { UInt64(weights[$0]) }
    var parents = [Int](repeating: 0, count: symbols.count * 2 - 1)
    // Both the leaves and the joined nodes come in the order of their weights.
    var (leaf, joined) = (0, symbols.count)
    while sums.count < parents.count {
      var sum: UInt64 = 0
      for _ in 0..<2 {
        let takesLeaf =
          leaf < symbols.count && (joined == sums.count || sums[leaf] <= sums[joined])
        let node = takesLeaf ? leaf : joined
        if takesLeaf { leaf += 1 } else { joined += 1 }
        sum += sums[node]
        parents[node] = sums.count
      }
      sums.append(sum)
    }
    var depths = [UInt8](repeating: 0, count: parents.count)
    for node in (0..<parents.count - 1).reversed() { depths[node] = depths[parents[node]] + 1 }
    var lengths = [UInt8](repeating: 0, count: weights.count)
    for (place, symbol) in symbols.enumerated() { lengths[symbol] = depths[place] }
    return lengths
  }

  /// Numbers in the order of length, then of symbol, with their bits turned round.
  private static func codes(_ lengths: [UInt8]) -> [UInt32] {
    var next = [UInt32](repeating: 0, count: 17)
    for length in 1...15 {
      let shorter = lengths.count { Int($0) == length - 1 && $0 > 0 }
      next[length] = (next[length - 1] + UInt32(shorter)) << 1
    }
    return lengths.map { length in
      guard length > 0 else { return 0 }
      defer { next[Int(length)] += 1 }
      return HuffmanCode.turned(next[Int(length)], length)
    }
  }

  private static func turned(_ code: UInt32, _ length: UInt8) -> UInt32 {
    var (rest, turned) = (code, UInt32(0))
    for _ in 0..<length {
      turned = turned << 1 | rest & 1
      rest >>= 1
    }
    return turned
  }
}
