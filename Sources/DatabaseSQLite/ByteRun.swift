/// Bytes that grow at their end and are cleared again and again.
final class ByteRun {
  private var start: UnsafeMutableRawPointer
  private var capacity = 4096
  private(set) var count = 0

  init() { start = .allocate(byteCount: capacity, alignment: 16) }

  deinit { start.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: UnsafePointer(start.assumingMemoryBound(to: UInt8.self)), count: count)
  }

  func clear() { count = 0 }

  func append(_ byte: UInt8) {
    reserve(1)
    (start + count).storeBytes(of: byte, as: UInt8.self)
    count += 1
  }

  func append(varint number: Int) {
    reserve(9)
    count += Varint.write(number, to: start + count)
  }

  /// Adds the low bytes of a number, the highest of them first.
  func append(bigEndian number: UInt64, bytes: Int) {
    reserve(8)
    let shifted = number << UInt64(64 - 8 * bytes)
    (start + count).storeBytes(of: shifted.bigEndian, as: UInt64.self)
    count += bytes
  }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let from = bytes.baseAddress else { return }
    reserve(bytes.count)
    (start + count).copyMemory(from: from, byteCount: bytes.count)
    count += bytes.count
  }

  func copy(to place: UnsafeMutableRawPointer) {
    place.copyMemory(from: start, byteCount: count)
  }

  private func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(capacity * 2, count + more)
    let wider = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    wider.copyMemory(from: start, byteCount: count)
    start.deallocate()
    start = wider
  }
}

/// SQLite's numbers of 1 to 9 bytes: seven bits each, the highest first, all but the last marked.
///
/// Numbers here stay below 2^56, so that the ninth byte, which has eight bits, is never needed.
enum Varint {
  @inline(__always) static func length(_ number: Int) -> Int {
    number < 0x80 ? 1 : (64 - number.leadingZeroBitCount + 6) / 7
  }

  @discardableResult @inline(__always) static func write(
    _ number: Int, to place: UnsafeMutableRawPointer
  ) -> Int {
    let length = length(number)
    var rest = number
    for index in (0..<length).reversed() {
      let mark: UInt8 = index == length - 1 ? 0 : 0x80
      (place + index).storeBytes(of: UInt8(truncatingIfNeeded: rest & 0x7F) | mark, as: UInt8.self)
      rest >>= 7
    }
    return length
  }
}
