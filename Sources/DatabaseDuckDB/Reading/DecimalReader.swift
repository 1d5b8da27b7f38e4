import Frame

/// Reads exact decimals, and whole numbers of more than 63 bits, from whole numbers of a width.
struct DecimalReader<Stored: FixedWidthInteger & BitwiseCopyable>: VectorReading {
  private var collected = CollectedValues<Int128>(filler: 0)
  private let scale: Int

  init(scale: Int) { self.scale = scale }

  mutating func read(_ vector: Vector) -> Trouble? {
    collected.append(vector) { Int128(truncatingIfNeeded: vector.load($0, as: Stored.self)) }
    return Stored.bitWidth == 128 && !Stored.isSigned ? trouble(vector) : nil
  }

  var column: Column { collected.column { .decimal($0, scale: scale) } }

  private func trouble(_ vector: Vector) -> Trouble? {
    for row in 0..<vector.count where vector.isPresent(row) {
      let stored = vector.load(row, as: Stored.self)
      if stored > Stored(truncatingIfNeeded: Int128.max) {
        return Trouble(row: row, found: "\(stored)", expected: "a number of at most 38 digits")
      }
    }
    return nil
  }
}
