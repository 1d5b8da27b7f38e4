/// Bytes as plain letters (RFC 4648).
package enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The letters of some bytes, with a line end after each `lineLength` letters and the last; no
  /// line ends where there is no length.
  package static func letters(
    of bytes: [UInt8], lineLength: Int? = nil, lineEnd: [UInt8] = []
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 4 / 3 + bytes.count / 28 + 8)
    var column = 0
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var bits = UInt32(bytes[start]) << 16
      if count > 1 { bits |= UInt32(bytes[start + 1]) << 8 }
      if count > 2 { bits |= UInt32(bytes[start + 2]) }
      for place in 0..<4 {
        let index = Int(bits >> UInt32(18 - 6 * place) & 63)
        result.append(place <= count ? alphabet[index] : UInt8(ascii: "="))
      }
      column += 4
      if let lineLength, column >= lineLength {
        result += lineEnd
        column = 0
      }
    }
    if lineLength != nil, column > 0 { result += lineEnd }
    return result
  }
}
