/// Rows by a number each, such as that of its panel, colour and category together.
struct KeyedRows {
  /// The keys that occur, in order of first appearance.
  private(set) var keys: [Int] = []
  /// How many rows hold each of the keys.
  private var counts: [Int] = []
  /// The place of each row's key among those that occur, or `nowhere`.
  private var slots: [Int32]

  private static let nowhere: Int32 = -1

  /// - Parameters:
  ///   - count: how many rows there are.
  ///   - bound: what every key lies below.
  ///   - key: the key of a row, not negative; nil where the row belongs to none.
  init(count: Int, keys bound: Int, key: (Int) -> Int?) {
    slots = []
    slots.reserveCapacity(count)
    var known = KeySlots(bound: min(bound, max(count, 1024)))
    // Rows of one key often stand together.
    var last = (key: -1, slot: KeyedRows.nowhere)
    for row in 0..<count {
      guard let key = key(row) else {
        slots.append(KeyedRows.nowhere)
        continue
      }
      if key != last.key { last = (key, slot(of: key, &known)) }
      slots.append(last.slot)
      counts[Int(last.slot)] += 1
    }
  }

  private mutating func slot(of key: Int, _ known: inout KeySlots) -> Int32 {
    if let slot = known[key] { return slot }
    let slot = Int32(keys.count)
    keys.append(key)
    counts.append(0)
    known[key] = slot
    return slot
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

/// Where keys stand: small ones in a table, others in a dictionary.
private struct KeySlots {
  private var table: [Int32]
  private var others: [Int: Int32] = [:]

  init(bound: Int) { table = Array(repeating: -1, count: bound) }

  subscript(key: Int) -> Int32? {
    get {
      guard key < table.count else { return others[key] }
      return table[key] < 0 ? nil : table[key]
    }
    set {
      if key < table.count { table[key] = newValue ?? -1 } else { others[key] = newValue }
    }
  }
}
