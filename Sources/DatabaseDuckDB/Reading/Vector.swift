import Frame

/// The values of one column in a chunk, and which of them are present.
struct Vector {
  let data: UnsafeRawPointer
  /// A bit a row, 1 where there is a value; nil where all are present.
  let validity: UnsafePointer<UInt64>?
  let count: Int

  /// Whether a row has a value.
  @inline(__always)
  func isPresent(_ row: Int) -> Bool {
    guard let validity else { return true }
    return validity[row >> 6] >> UInt64(row & 63) & 1 == 1
  }

  /// The bytes of a row as they lie there; a missing value's are arbitrary.
  @inline(__always)
  func load<Stored: BitwiseCopyable>(_ row: Int, as type: Stored.Type) -> Stored {
    data.loadUnaligned(fromByteOffset: row &* MemoryLayout<Stored>.stride, as: type)
  }

  /// Whether any row has no value.
  var hasMissing: Bool {
    guard let validity else { return false }
    let whole = count >> 6
    if (0..<whole).contains(where: { validity[$0] != .max }) { return true }
    let rest = UInt64(count & 63)
    return rest > 0 && validity[whole] | (.max << rest) != .max
  }
}

/// A value in a chunk that cannot be read.
struct Trouble {
  /// The row of the chunk, from 0.
  let row: Int
  let found: String
  let expected: String
}

/// Collects one column from the vectors of a result.
protocol VectorReading {
  /// Adds the values of a chunk; gives what is wrong where one cannot be read.
  mutating func read(_ vector: Vector) -> Trouble?

  /// The values so far.
  var column: Column { get }
}
