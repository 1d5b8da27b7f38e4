/// Reads Thrift's binary protocol from bytes that nobody vouches for.
///
/// Every step is held against the bytes that remain, and sizes before anything is made for them;
/// nothing is nested deeper than ``deepest``.
struct ThriftReader {
  /// The whole message.
  let bytes: [UInt8]
  /// The place of the next byte.
  private(set) var at: Int

  /// How deep values may be nested that are passed over.
  static let deepest = 32

  init(_ bytes: [UInt8], at: Int = 0) {
    self.bytes = bytes
    self.at = at
  }

  /// How many bytes are left.
  var remaining: Int { bytes.count - at }

  /// That the bytes are not as they should be.
  func failure(_ reason: String) -> ThriftFailure { ThriftFailure(reason: reason, at: at) }

  /// A field's number and type.
  struct Field {
    let id: Int16
    let type: ThriftType
  }

  /// The next field of a struct; nil at its end.
  mutating func nextField() throws(ThriftFailure) -> Field? {
    let code = try byte()
    if code == 0 { return nil }
    let type = try self.type(code)
    return Field(id: try i16(), type: type)
  }

  /// The type and size of a list or set.
  mutating func list() throws(ThriftFailure) -> (type: ThriftType, count: Int) {
    let code = try byte()
    let count = try size(ofEach: 0)
    // An empty list may name no type.
    let type = count == 0 ? ThriftType(rawValue: code) ?? .byte : try self.type(code)
    guard count <= remaining / type.leastBytes else { throw failure("a list of \(count) values") }
    return (type, count)
  }

  /// Passes over a value that is of no use here.
  mutating func skip(_ type: ThriftType) throws(ThriftFailure) {
    try skip(type, depth: 0)
  }

  private mutating func skip(_ type: ThriftType, depth: Int) throws(ThriftFailure) {
    guard depth < ThriftReader.deepest else { throw failure("values nested too deep") }
    switch type {
    case .bool, .byte, .i16, .i32, .i64, .double: _ = try take(type.leastBytes)
    case .binary: _ = try binary()
    case .structure:
      while let field = try nextField() { try skip(field.type, depth: depth + 1) }
    case .list, .set:
      let (inner, count) = try list()
      if let size = inner.fixedBytes {
        _ = try take(count * size)
        return
      }
      for _ in 0..<count { try skip(inner, depth: depth + 1) }
    case .map:
      guard let (key, value, count) = try map() else { return }
      for _ in 0..<count {
        try skip(key, depth: depth + 1)
        try skip(value, depth: depth + 1)
      }
    }
  }

  /// The types and size of a map; nil where it is empty.
  mutating func map() throws(ThriftFailure) -> (key: ThriftType, value: ThriftType, count: Int)? {
    let codes = (try byte(), try byte())
    let count = try size(ofEach: 0)
    if count == 0 { return nil }
    let (key, value) = (try type(codes.0), try type(codes.1))
    guard count <= remaining / (key.leastBytes + value.leastBytes) else {
      throw failure("a map of \(count) pairs")
    }
    return (key, value, count)
  }

  private func type(_ code: UInt8) throws(ThriftFailure) -> ThriftType {
    guard let type = ThriftType(rawValue: code) else { throw failure("there is no type \(code)") }
    return type
  }
}

extension ThriftReader {
  /// The next so many bytes, by their places.
  mutating func take(_ count: Int) throws(ThriftFailure) -> Range<Int> {
    guard count >= 0, count <= remaining else { throw failure("the message is cut off") }
    defer { at += count }
    return at..<at + count
  }

  mutating func byte() throws(ThriftFailure) -> UInt8 { bytes[try take(1).lowerBound] }

  mutating func bool() throws(ThriftFailure) -> Bool { try byte() != 0 }

  mutating func i16() throws(ThriftFailure) -> Int16 { try number() }

  mutating func i32() throws(ThriftFailure) -> Int32 { try number() }

  mutating func i64() throws(ThriftFailure) -> Int64 { try number() }

  private mutating func number<Number: FixedWidthInteger>() throws(ThriftFailure) -> Number {
    let place = try take(MemoryLayout<Number>.size).lowerBound
    return bytes.withUnsafeBytes {
      Number(bigEndian: $0.loadUnaligned(fromByteOffset: place, as: Number.self))
    }
  }

  /// A count of values of at least so many bytes each.
  mutating func size(ofEach least: Int) throws(ThriftFailure) -> Int {
    let count = Int(try i32())
    guard count >= 0, least == 0 || count <= remaining / least else {
      throw failure("a size of \(count)")
    }
    return count
  }

  /// Bytes with their length before them, by their places.
  mutating func binary() throws(ThriftFailure) -> Range<Int> {
    let count = try size(ofEach: 1)
    return try take(count)
  }

  /// Text; bytes that are no UTF-8 are replaced.
  mutating func text() throws(ThriftFailure) -> String {
    String(decoding: bytes[try binary()], as: UTF8.self)
  }

  /// The bytes of a value as they stand, to be sent back unchanged.
  mutating func copy(of type: ThriftType) throws(ThriftFailure) -> [UInt8] {
    let start = at
    try skip(type)
    return Array(bytes[start..<at])
  }
}
