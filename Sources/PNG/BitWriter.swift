/// Writes bits one after another, the first into a byte's lowest place, as deflate wants them.
struct BitWriter: ~Copyable {
  private var bytes: UnsafeMutableRawPointer
  private var capacity: Int
  private var count = 0
  /// The bits of the last, unfinished byte.
  private var waiting: UInt64 = 0
  private var waitingCount: UInt64 = 0

  init() {
    capacity = 1 << 16
    bytes = .allocate(byteCount: capacity, alignment: 8)
  }

  deinit { bytes.deallocate() }

  /// Makes room for so many bits.
  mutating func reserve(bits: Int) {
    // Bits are stored eight bytes at a time.
    let needed = count + bits / 8 + 16
    guard needed > capacity else { return }
    capacity = max(needed, capacity * 2)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
    larger.copyMemory(from: bytes, byteCount: count)
    bytes.deallocate()
    bytes = larger
  }

  /// Writes the lowest bits of a number, at most 32, that has no others; there must be room.
  @inline(__always)
  mutating func put(_ bits: UInt32, _ length: UInt8) {
    waiting |= UInt64(bits) &<< waitingCount
    waitingCount &+= UInt64(length)
    bytes.storeBytes(of: waiting.littleEndian, toByteOffset: count, as: UInt64.self)
    count &+= Int(waitingCount &>> 3)
    waiting &>>= waitingCount & ~7
    waitingCount &= 7
  }

  /// Writes whole bytes, from the next byte's beginning on.
  mutating func align(andPut whole: [UInt8]) {
    reserve(bits: whole.count * 8 + 8)
    if waitingCount > 0 { put(0, UInt8(8 - waitingCount)) }
    for byte in whole { put(UInt32(byte), 8) }
  }

  /// All that was written.
  var written: [UInt8] { Array(UnsafeRawBufferPointer(start: bytes, count: count)) }
}
