import Frame

/// Collects one column of a result, a row set at a time.
protocol ColumnReading {
  /// Adds the values of a row set's column.
  mutating func read(_ wire: WireColumn) throws(Trouble)

  /// The values so far.
  var column: Column { get }
}

/// Why a value cannot be read.
struct Trouble: Error, Hashable {
  /// The row in its row set, from 0.
  let row: Int
  let found: String
  let expected: String
}

extension WireColumn {
  /// Which rows have values; nil where all have.
  var presence: [Bool]? {
    guard reply[nulls].contains(where: { $0 != 0 }) else { return nil }
    return (0..<count).map { !isNull($0) }
  }

  /// Whether a row has no value: bit 0 of byte 0 is the first row, and missing bits are no nulls.
  func isNull(_ row: Int) -> Bool {
    let place = nulls.lowerBound + row >> 3
    return place < nulls.upperBound && reply[place] >> UInt8(row & 7) & 1 == 1
  }

  /// That the column is of another kind than expected.
  func mismatch(_ expected: String) -> Trouble {
    Trouble(row: 0, found: "values of kind '\(kind)'", expected: expected)
  }

  /// The values of a fixed size, each changed from its bytes, which come highest first.
  ///
  /// `Raw` must have the size of the kind's values.
  func numbers<Raw: FixedWidthInteger, Element>(
    _: Raw.Type, _ change: (Raw) -> Element
  ) -> [Element] {
    precondition(MemoryLayout<Raw>.size == kind.element.leastBytes, "another size of values")
    return [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      reply.withUnsafeBytes { bytes in
        let from = UnsafeRawBufferPointer(rebasing: bytes[values])
        for row in 0..<count {
          let raw = from.loadUnaligned(
            fromByteOffset: row * MemoryLayout<Raw>.size, as: Raw.self)
          buffer.initializeElement(at: row, to: change(Raw(bigEndian: raw)))
        }
      }
      initialized = count
    }
  }

  /// The values of a column of texts, each made from its bytes; nulls become fillers.
  ///
  /// - Throws: Where `change` gives nil.
  func texts<Element>(
    filler: Element, expected: String, _ change: (UnsafeBufferPointer<UInt8>) -> Element?
  ) throws(Trouble) -> [Element] {
    var refused: (row: Int, text: String)?
    var values: [Element] = []
    values.reserveCapacity(count)
    eachText { row, bytes in
      if let value = change(bytes) {
        values.append(value)
        return true
      }
      if isNull(row) {
        values.append(filler)
        return true
      }
      refused = (row, WireColumn.words(bytes))
      return false
    }
    if let (row, text) = refused { throw Trouble(row: row, found: text, expected: expected) }
    return values
  }

  /// Shows each text's bytes until `body` gives false.
  private func eachText(_ body: (_ row: Int, UnsafeBufferPointer<UInt8>) -> Bool) {
    reply.withUnsafeBytes { bytes in
      var at = values.lowerBound
      for row in 0..<count {
        // The lengths were held against the reply when the column was found.
        let length = Int(Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: at, as: Int32.self)))
        let text = UnsafeRawBufferPointer(rebasing: bytes[at + 4..<at + 4 + length])
        guard text.withMemoryRebound(to: UInt8.self, { body(row, $0) }) else { return }
        at += 4 + length
      }
    }
  }

  /// A text in a message, short.
  private static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return "bytes that are not UTF-8"
    }
    return text.count > 40 ? "'\(text.prefix(40))…'" : "'\(text)'"
  }
}
