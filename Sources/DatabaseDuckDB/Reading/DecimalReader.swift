import Frame

/// A whole number of the width that DuckDB holds a decimal in, by its digits, or a long integer.
protocol StoredDigits: FixedWidthInteger, BitwiseCopyable {
  /// Adds a chunk's values; a loop of each type's own, as with ``FlatValue``.
  static func collect(_ vector: Vector, into collected: inout CollectedValues<Int128>)
}

extension StoredDigits {
  @inline(__always)
  static func collect(_ vector: Vector, into collected: inout CollectedValues<Int128>) {
    collected.append(vector, filler: 0) {
      Int128(truncatingIfNeeded: vector.load($0, as: Self.self))
    }
  }
}

extension Int16: StoredDigits {}
extension Int32: StoredDigits {}
extension Int64: StoredDigits {}
extension Int128: StoredDigits {}
extension UInt64: StoredDigits {}
extension UInt128: StoredDigits {}

/// Reads exact decimals, and whole numbers of more than 63 bits.
struct DecimalReader<Stored: StoredDigits>: VectorReading {
  private var collected = CollectedValues<Int128>()
  private let scale: Int

  init(scale: Int) { self.scale = scale }

  mutating func read(_ vector: Vector) -> Trouble? {
    Stored.collect(vector, into: &collected)
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
