/// A set of ranks below a limit with a cursor that knows how many members lie below it.
///
/// A tree of bits: the lowest level has one for each rank, each level above one for each word below
/// that is not empty, so that the next member either way is found in a few steps however far it is.
///
/// It owns its memory: copied by the compiler at each change, it would take twice the time.
struct RankWindow: ~Copyable {
  /// How many members.
  private(set) var count = 0
  /// A member, or any rank while the set is empty.
  private(set) var cursor = 0
  /// How many members are below the cursor.
  private var countBelow = 0
  /// The words of each level, the lowest first.
  private let levels: UnsafeMutableBufferPointer<UnsafeMutablePointer<UInt64>>

  /// An empty set of ranks from 0 to below `ranks`.
  init(ranks: Int) {
    var (levels, words) = ([UnsafeMutablePointer<UInt64>](), max(ranks, 1))
    repeat {
      words = (words + 63) / 64
      let level = UnsafeMutablePointer<UInt64>.allocate(capacity: words)
      level.initialize(repeating: 0, count: words)
      levels.append(level)
    } while words > 1
    self.levels = .allocate(capacity: levels.count)
    _ = self.levels.initialize(from: levels)
  }

  deinit {
    for level in levels { level.deallocate() }
    levels.deallocate()
  }

  /// Adds a rank that is no member.
  mutating func insert(_ rank: Int) {
    var place = rank
    for level in levels.indices {
      let word = levels[level][place >> 6]
      levels[level][place >> 6] = word | 1 << UInt64(place & 63)
      if word != 0 { break }
      place >>= 6
    }
    if count == 0 { cursor = rank } else if rank < cursor { countBelow += 1 }
    count += 1
  }

  /// Takes a member away.
  mutating func remove(_ rank: Int) {
    if rank == cursor { leaveCursor() } else if rank < cursor { countBelow -= 1 }
    count -= 1
    var place = rank
    for level in levels.indices {
      let word = levels[level][place >> 6] & ~(1 << UInt64(place & 63))
      levels[level][place >> 6] = word
      if word != 0 { break }
      place >>= 6
    }
  }

  private mutating func leaveCursor() {
    if let next = rank(after: cursor) {
      cursor = next
    } else if let previous = rank(before: cursor) {
      cursor = previous
      countBelow -= 1
    } else {
      countBelow = 0
    }
  }

  /// Moves the cursor to the member with so many members below it.
  mutating func seek(below wanted: Int) {
    while countBelow < wanted, let next = rank(after: cursor) {
      cursor = next
      countBelow += 1
    }
    while countBelow > wanted, let previous = rank(before: cursor) {
      cursor = previous
      countBelow -= 1
    }
  }

  /// The smallest member above a rank.
  func rank(after rank: Int) -> Int? {
    var place = rank
    for level in levels.indices {
      let above = levels[level][place >> 6] & (~1 << UInt64(place & 63))
      if above != 0 {
        place = place & ~63 | above.trailingZeroBitCount
        return descend(from: level, place) { $0.trailingZeroBitCount }
      }
      place >>= 6
    }
    return nil
  }

  /// The largest member below a rank.
  func rank(before rank: Int) -> Int? {
    var place = rank
    for level in levels.indices {
      let below = levels[level][place >> 6] & ~(~0 << UInt64(place & 63))
      if below != 0 {
        place = place & ~63 | (63 - below.leadingZeroBitCount)
        return descend(from: level, place) { 63 - $0.leadingZeroBitCount }
      }
      place >>= 6
    }
    return nil
  }

  @inline(__always)
  private func descend(from level: Int, _ place: Int, _ bit: (UInt64) -> Int) -> Int {
    var (level, place) = (level, place)
    while level > 0 {
      level -= 1
      place = place << 6 | bit(levels[level][place])
    }
    return place
  }
}
