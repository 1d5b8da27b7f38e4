import Markup

/// How bytes travel in a mail: as lines of at most 76 printable ASCII characters.
enum TransferEncoding: String, Hashable, Sendable {
  case base64
  case quotedPrintable = "quoted-printable"

  /// The shorter encoding of a text.
  static func fitting(_ text: String) -> TransferEncoding {
    // Three characters for each escaped byte against four for each three bytes.
    let escaped = text.utf8.count { !isPlain($0) && $0 != newline }
    return escaped * 6 > text.utf8.count ? .base64 : .quotedPrintable
  }

  /// A text as it travels; its line ends are those of mail.
  func encode(_ text: String) -> [UInt8] {
    switch self {
    case .base64:
      TransferEncoding.base64Lines(Array(text.replacing("\n", with: "\r\n").utf8))
    case .quotedPrintable: TransferEncoding.quotedPrintable(text)
    }
  }

  /// Bytes in base64, in the lines of a mail.
  static func base64Lines(_ bytes: [UInt8]) -> [UInt8] {
    Base64.letters(of: bytes, lineLength: 76, lineEnd: lineEnd)
  }

  /// A text as quoted-printable (RFC 2045, 6.7).
  private static func quotedPrintable(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count * 5 / 4)
    for line in text.utf8.split(separator: newline, omittingEmptySubsequences: false) {
      append(line: Array(line), to: &result)
      result += lineEnd
    }
    return result
  }

  private static func append(line: [UInt8], to result: inout [UInt8]) {
    // Mail stores mark a message by "From " at a line's begin, and SMTP ends one by a single dot.
    let mustHideFirst = line.starts(with: Array("From ".utf8)) || line.first == UInt8(ascii: ".")
    var column = 0
    for (index, byte) in line.enumerated() {
      let isLast = index == line.count - 1
      let isLiteral =
        isPlain(byte) && !(isLast && byte <= 0x20) && !(index == 0 && mustHideFirst)
      let width = isLiteral ? 1 : 3
      // A broken line ends in "=", which needs a place of its own.
      if column + width > (isLast ? 76 : 75) {
        result += [UInt8(ascii: "=")] + lineEnd
        column = 0
      }
      if isLiteral {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "="), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
      column += width
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20...0x7e).contains(byte) && byte != UInt8(ascii: "=")
  }

  private static let newline = UInt8(ascii: "\n")
  private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}

/// The line end of mail.
let lineEnd: [UInt8] = [0x0d, 0x0a]
