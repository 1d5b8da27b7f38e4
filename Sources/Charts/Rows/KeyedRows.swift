/// Rows by a number each, such as that of its panel, colour and category together.
struct KeyedRows {
  /// The keys that occur, in order of first appearance.
  let keys: [Int]
  /// How many rows hold each of the keys.
  private let counts: [Int]
  /// The place of each row's key among those that occur, or `nowhere`.
  private let slots: [Int32]

  private static let nowhere: Int32 = -1

  /// - Parameters:
  ///   - count: how many rows there are.
  ///   - bound: what every key lies below.
  ///   - key: the key of a row, not negative; nil where the row belongs to none.
  init(count: Int, keys bound: Int, key: (Int) -> Int?) {
    var known = KeySlots(bound: min(bound, max(count, 1024)))
    slots = [Int32](unsafeUninitializedCapacity: count) { slots, filled in
      var next = count > 0 ? key(0) : nil
      var start = 0
      while start < count {
        let held = next
        var end = start + 1
        // Rows of one key often stand together.
        while end < count {
          next = key(end)
          guard next == held else { break }
          end += 1
        }
        let slot = held.map { known.slot(of: $0) } ?? KeyedRows.nowhere
        slots[start..<end].update(repeating: slot)
        if held != nil { known.counts[Int(slot)] += end - start }
        start = end
      }
      filled = count
    }
    (keys, counts) = (known.keys, known.counts)
  }

  /// The values of the rows of each key, in row order; `values` has one a row.
  func grouped(_ values: [Double]) -> [[Double]] {
    var groups = counts.map { count in
      var group: [Double] = []
      group.reserveCapacity(count)
      return group
    }
    var start = 0
    while start < slots.count {
      let slot = slots[start]
      var end = start + 1
      while end < slots.count, slots[end] == slot { end += 1 }
      if slot != KeyedRows.nowhere { groups[Int(slot)].append(contentsOf: values[start..<end]) }
      start = end
    }
    return groups
  }
}

/// Keys as they are found: small ones in a table, others in a dictionary.
private struct KeySlots {
  private(set) var keys: [Int] = []
  /// How many rows hold each of the keys.
  var counts: [Int] = []
  private var table: [Int32]
  private var others: [Int: Int32] = [:]

  init(bound: Int) { table = Array(repeating: -1, count: bound) }

  /// The place of a key among those found, of which it is one from here on.
  mutating func slot(of key: Int) -> Int32 {
    let isSmall = key < table.count
    let known = isSmall ? table[key] : others[key] ?? -1
    guard known < 0 else { return known }
    let slot = Int32(keys.count)
    keys.append(key)
    counts.append(0)
    if isSmall { table[key] = slot } else { others[key] = slot }
    return slot
  }
}
