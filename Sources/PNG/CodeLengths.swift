/// The lengths of a block's codes as deflate writes them: runs, in a code of their own.
struct CodeLengths {
  /// A length of 0 to 15, or the sign of a run with its count.
  private struct Sign {
    var symbol: Int
    var rest: UInt32 = 0
    var width: UInt8 = 0
  }

  private let valueCount: Int
  private let distanceCount: Int
  private var signs: [Sign] = []

  init(_ values: HuffmanCode, _ distances: HuffmanCode) {
    // Lengths of 0 at the end are left out, but for as many as must be there.
    valueCount = max(257, (values.lengths.lastIndex { $0 > 0 } ?? 0) + 1)
    distanceCount = (distances.lengths.lastIndex { $0 > 0 } ?? 0) + 1
    var rest = values.lengths[..<valueCount] + distances.lengths[..<distanceCount]
    while let length = rest.first {
      let run = rest.prefix { $0 == length }.count
      rest = rest.dropFirst(run)
      add(run: run, of: length)
    }
  }

  private mutating func add(run: Int, of length: UInt8) {
    var left = run
    if length > 0 {
      signs.append(Sign(symbol: Int(length)))
      left -= 1
    }
    while left >= 3 {
      let longest = length > 0 ? 6 : left > 10 ? 138 : 10
      let part = min(left, longest)
      signs.append(
        length > 0
          ? Sign(symbol: 16, rest: UInt32(part - 3), width: 2)
          : part > 10
            ? Sign(symbol: 18, rest: UInt32(part - 11), width: 7)
            : Sign(symbol: 17, rest: UInt32(part - 3), width: 3))
      left -= part
    }
    for _ in 0..<left { signs.append(Sign(symbol: Int(length))) }
  }

  /// Writes the head of a block; there must be room.
  func write(to writer: inout BitWriter) {
    var counts = [UInt32](repeating: 0, count: 19)
    for sign in signs { counts[sign.symbol] += 1 }
    let code = HuffmanCode(counts: counts, limit: 7)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    let used = max(4, (order.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
    writer.put(UInt32(valueCount - 257), 5)
    writer.put(UInt32(distanceCount - 1), 5)
    writer.put(UInt32(used - 4), 4)
    for symbol in order[..<used] { writer.put(UInt32(code.lengths[symbol]), 3) }
    for sign in signs {
      writer.put(code.codes[sign.symbol], code.lengths[sign.symbol])
      if sign.width > 0 { writer.put(sign.rest, sign.width) }
    }
  }
}
