/// A block of deflate under construction (RFC 1951, 3.2.7): bytes as they are, and repetitions.
struct DeflateBlock: ~Copyable {
  /// How many bytes and repetitions a block holds before it should be written.
  static let wanted = 60_000

  private(set) var count = 0
  /// A byte as its value, a repetition as `length << 16 | distance`.
  private var items: UnsafeMutablePointer<UInt32>
  private var byteCounts: UnsafeMutablePointer<UInt32>
  private var lengthCounts: UnsafeMutablePointer<UInt32>
  private var distanceCounts: UnsafeMutablePointer<UInt32>

  /// - Parameter room: how many items may come on top of ``wanted``.
  init(room: Int) {
    items = .allocate(capacity: DeflateBlock.wanted + room)
    byteCounts = .allocate(capacity: 256)
    lengthCounts = .allocate(capacity: 259)
    distanceCounts = .allocate(capacity: 30)
    clear()
  }

  deinit {
    items.deallocate()
    byteCounts.deallocate()
    lengthCounts.deallocate()
    distanceCounts.deallocate()
  }

  private mutating func clear() {
    count = 0
    byteCounts.update(repeating: 0, count: 256)
    lengthCounts.update(repeating: 0, count: 259)
    distanceCounts.update(repeating: 0, count: 30)
  }

  /// Adds a byte.
  @inline(__always)
  mutating func add(_ byte: UInt8) {
    items[count] = UInt32(byte)
    byteCounts[Int(byte)] &+= 1
    count &+= 1
  }

  /// Adds a repetition of 3 to 258 bytes that came 1 to 32,768 bytes before.
  @inline(__always)
  mutating func add(length: Int, distance: Int) {
    items[count] = UInt32(truncatingIfNeeded: length &<< 16 | distance)
    lengthCounts[length] &+= 1
    distanceCounts[DeflateSymbol.distance(UInt32(truncatingIfNeeded: distance)).symbol] &+= 1
    count &+= 1
  }

  /// Writes the block and begins a new one.
  mutating func write(to writer: inout BitWriter, isLast: Bool) {
    let values = HuffmanCode(counts: valueCounts, limit: 15)
    let distances = HuffmanCode(
      counts: Array(UnsafeBufferPointer(start: distanceCounts, count: 30)), limit: 15)
    // A repetition takes at most 15 + 5 + 15 + 13 bits, the codes themselves less than 320 items.
    writer.reserve(bits: count * 48 + 320 * 16)
    writer.put(isLast ? 1 : 0, 1)
    writer.put(2, 2)
    CodeLengths(values, distances).write(to: &writer)
    writeItems(values, distances, to: &writer)
    writer.put(values.codes[DeflateSymbol.end], values.lengths[DeflateSymbol.end])
    clear()
  }

  /// How often each byte, the end and each class of lengths occur.
  private var valueCounts: [UInt32] {
    var counts = [UInt32](repeating: 0, count: 286)
    for byte in 0..<256 { counts[byte] = byteCounts[byte] }
    counts[DeflateSymbol.end] = 1
    for length in 3...258 { counts[DeflateSymbol.length(length).symbol] += lengthCounts[length] }
    return counts
  }

  private borrowing func writeItems(
    _ values: HuffmanCode, _ distances: HuffmanCode, to writer: inout BitWriter
  ) {
    // The code of each byte, and of each length with the bits that follow it, is looked up once.
    var written = (0..<256).map { (values.codes[$0], values.lengths[$0]) }
    written += (256..<259).map { _ in (0, 0) }
    written += (3...258).map { length in
      let (symbol, rest, width) = DeflateSymbol.length(length)
      let code = values.codes[symbol] | rest << UInt32(values.lengths[symbol])
      return (code, values.lengths[symbol] + width)
    }
    written.withUnsafeBufferPointer { written in
      for place in 0..<count {
        let item = items[place]
        guard item > 0xff else {
          writer.put(written[Int(item)].0, written[Int(item)].1)
          continue
        }
        let length = 256 + Int(item >> 16)
        writer.put(written[length].0, written[length].1)
        let (symbol, rest, width) = DeflateSymbol.distance(item & 0xffff)
        let code = distances.codes[symbol] | rest &<< UInt32(distances.lengths[symbol])
        writer.put(code, distances.lengths[symbol] + width)
      }
    }
  }
}

/// The symbols that stand for classes of lengths and distances (RFC 1951, 3.2.5).
enum DeflateSymbol {
  /// The symbol that ends a block.
  static let end = 256

  /// The symbol of a length of 3 to 258, and the bits that tell it from others of its class.
  static func length(_ length: Int) -> (symbol: Int, rest: UInt32, width: UInt8) {
    if length == 258 { return (285, 0, 0) }
    let place = UInt32(length - 3)
    if place < 8 { return (257 + Int(place), 0, 0) }
    // Four classes for each power of two.
    let width = UInt32(31 - 2 - place.leadingZeroBitCount)
    let symbol = 257 + Int(4 * width + place >> width)
    return (symbol, place & (1 << width - 1), UInt8(width))
  }

  /// The symbol of a distance of 1 to 32,768, and the bits that tell it from others of its class.
  @inline(__always)
  static func distance(_ distance: UInt32) -> (symbol: Int, rest: UInt32, width: UInt8) {
    let place = distance &- 1
    if place < 4 { return (Int(place), 0, 0) }
    // Two classes for each power of two.
    let width = UInt32(31 - 1 - place.leadingZeroBitCount)
    let symbol = Int(2 &* width &+ place &>> width)
    return (symbol, place & (1 &<< width &- 1), UInt8(truncatingIfNeeded: width))
  }
}
