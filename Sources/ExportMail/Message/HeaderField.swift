import Markup

/// One line of a mail's head, folded where it is long.
///
/// Data reaches it only through an encoder, so that no value can begin a field of its own.
struct HeaderField: Hashable, Sendable {
  let name: String
  /// Pieces that stay whole; between them the line may be folded.
  let words: [String]

  /// A field of words that are already fit for a head.
  init(_ name: String, _ words: [String]) {
    self.name = name
    self.words = words
  }

  /// A field that holds free text, such as a subject.
  init(_ name: String, text: String) { self.init(name, HeaderField.words(of: text)) }

  /// The field's lines, with CR LF.
  var text: String {
    var result = name + ":"
    var column = result.utf8.count
    for (index, word) in words.enumerated() {
      if index > 0, column + 1 + word.utf8.count > 76 {
        result += "\r\n"
        column = 0
      }
      result += " " + word
      column += 1 + word.utf8.count
    }
    return result + "\r\n"
  }

  /// Free text as words of a head: as it is where it is plain, else as encoded words (RFC 2047).
  ///
  /// White space and control characters, line ends among them, count as one space.
  static func words(of text: String) -> [String] {
    let words = text.unicodeScalars.split { isBlank($0) }.map { String($0) }
    let isPlain = words.allSatisfy { word in
      word.utf8.count <= 60 && word.utf8.allSatisfy { (0x21...0x7e).contains($0) }
        && !word.contains("=?")
    }
    return isPlain ? words : encodedWords(of: words.joined(separator: " "))
  }

  /// Text as encoded words of at most 64 characters, none of which ends inside a character.
  static func encodedWords(of text: String) -> [String] {
    var pieces: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if pieces[pieces.count - 1].count + bytes.count > 39 { pieces.append([]) }
      pieces[pieces.count - 1] += bytes
    }
    return pieces.filter { !$0.isEmpty }.map { piece in
      "=?utf-8?B?\(String(decoding: Base64.letters(of: piece), as: UTF8.self))?="
    }
  }

  /// A parameter such as `filename="report.pdf"`, by RFC 2231 where it is long or not plain.
  static func parameter(_ name: String, _ value: String) -> [String] {
    let isPlain = value.utf8.allSatisfy {
      isTokenByte($0) || $0 == UInt8(ascii: " ")
    }
    if isPlain, value.utf8.count <= 50 { return ["\(name)=\"\(value)\""] }
    var pieces = [""]
    // A piece ends between characters: some programs decode each piece by itself.
    for scalar in value.unicodeScalars {
      let piece = String(scalar).utf8.map { byte in
        isTokenByte(byte) ? String(UnicodeScalar(byte)) : "%" + hexadecimal(byte)
      }
      .joined()
      if pieces[pieces.count - 1].utf8.count + piece.utf8.count > 48 { pieces.append("") }
      pieces[pieces.count - 1] += piece
    }
    if pieces.count == 1 { return ["\(name)*=utf-8''\(pieces[0])"] }
    return pieces.enumerated().map { index, piece in
      let end = index < pieces.count - 1 ? ";" : ""
      return "\(name)*\(index)*=" + (index == 0 ? "utf-8''" : "") + piece + end
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || (0x7f...0xa0).contains(scalar.value)
      || (0x2028...0x2029).contains(scalar.value)
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
