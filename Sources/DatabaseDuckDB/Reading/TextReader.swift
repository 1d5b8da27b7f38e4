import Frame

/// Reads texts; bytes that are not UTF-8, as only a damaged file has, become U+FFFD.
struct TextReader: VectorReading {
  private var collected = CollectedValues<String>()

  mutating func read(_ vector: Vector) -> Trouble? {
    // A missing text's place may point anywhere.
    collected.append(vector, filler: "") { vector.isPresent($0) ? text(vector, $0) : "" }
    return nil
  }

  var column: Column { collected.column(ColumnValues.text) }
}

/// A text as it lies in a vector: its length, and then up to 12 bytes, or else the first four of
/// them and the place of all.
private struct StoredText: BitwiseCopyable {
  let length: UInt32
  let prefix: UInt32
  let place: UInt

  static let mostInside = 12
}

@inline(__always)
private func text(_ vector: Vector, _ row: Int) -> String {
  let stored = vector.load(row, as: StoredText.self)
  let length = Int(stored.length)
  let inside = vector.data + row * MemoryLayout<StoredText>.stride + MemoryLayout<UInt32>.size
  let start = length <= StoredText.mostInside ? inside : UnsafeRawPointer(bitPattern: stored.place)
  return String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
}

/// A whole number of the width that DuckDB numbers the words of an enumeration in.
protocol StoredWordNumber: FixedWidthInteger, BitwiseCopyable {
  /// Adds a chunk's words; a loop of each type's own, as with ``FlatValue``.
  static func collect(
    _ vector: Vector, _ words: [String], into collected: inout CollectedValues<String>)
}

extension StoredWordNumber {
  @inline(__always)
  static func collect(
    _ vector: Vector, _ words: [String], into collected: inout CollectedValues<String>
  ) {
    collected.append(vector, filler: "") { row in
      let number = Int(truncatingIfNeeded: vector.load(row, as: Self.self))
      return words.indices.contains(number) ? words[number] : ""
    }
  }
}

extension UInt8: StoredWordNumber {}
extension UInt16: StoredWordNumber {}
extension UInt32: StoredWordNumber {}

/// Reads the words of an enumeration from their numbers.
struct EnumReader<Stored: StoredWordNumber>: VectorReading {
  private var collected = CollectedValues<String>()
  private let words: [String]

  init(_ words: [String]) { self.words = words }

  mutating func read(_ vector: Vector) -> Trouble? {
    Stored.collect(vector, words, into: &collected)
    return nil
  }

  var column: Column { collected.column(ColumnValues.text) }
}

/// Reads UUIDs as their text of 36 characters.
struct UUIDReader: VectorReading {
  private var collected = CollectedValues<String>()

  mutating func read(_ vector: Vector) -> Trouble? {
    collected.append(vector, filler: "") { String(uuid: vector.load($0, as: UInt128.self)) }
    return nil
  }

  var column: Column { collected.column(ColumnValues.text) }
}

extension String {
  /// The text of a UUID, whose highest bit DuckDB turns over, so that UUIDs sort as signed numbers.
  fileprivate init(uuid stored: UInt128) {
    let value = stored ^ (1 << 127)
    self.init(unsafeUninitializedCapacity: 36) { text in
      var digit = 0
      for place in 0..<36 {
        if [8, 13, 18, 23].contains(place) {
          text[place] = UInt8(ascii: "-")
          continue
        }
        let nibble = UInt8(truncatingIfNeeded: value >> UInt128(124 - 4 * digit)) & 15
        text[place] = nibble + (nibble < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
        digit += 1
      }
      return 36
    }
  }
}
