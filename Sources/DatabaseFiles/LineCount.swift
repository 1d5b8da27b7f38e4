import Glibc

/// Counts lines only where one is told of, so that reading need not.
enum LineCount {
  /// The line, from 1, in which an offset of a file lies; nil where the file cannot be read.
  ///
  /// A line ends with LF, CR LF or CR alone.
  static func line(of offset: Int, in path: String) -> Int? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var (line, rest, isAfterReturn) = (1, offset, false)
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while rest > 0 {
      let count = read(descriptor, &buffer, min(rest, buffer.count))
      guard count > 0 else { return line }
      for byte in buffer[..<count] {
        if byte == .newline, !isAfterReturn { line += 1 }
        isAfterReturn = byte == .carriageReturn
        if isAfterReturn { line += 1 }
      }
      rest -= count
    }
    return line
  }
}

/// The letters that readers look for.
extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let backslash = UInt8(ascii: "\\")
  static let minus = UInt8(ascii: "-")
  static let plus = UInt8(ascii: "+")
  static let point = UInt8(ascii: ".")
  static let colon = UInt8(ascii: ":")
  static let zero = UInt8(ascii: "0")

  /// Whether it is 0 to 9.
  @inline(__always) var isDigit: Bool { self &- 48 <= 9 }
}
