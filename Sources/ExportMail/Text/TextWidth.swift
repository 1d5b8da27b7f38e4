extension Character {
  /// How many places the character takes in a terminal: 0, 1 or 2.
  var places: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    switch scalar.value {
    // Marks that change direction, and joiners.
    case 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x2069, 0xfeff: return 0
    // East Asian wide forms (UAX #11) and the pictures that are as wide.
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff,
      0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1faff, 0x20000...0x3fffd:
      return 2
    default: return 1
    }
  }
}

extension StringProtocol {
  /// How many places the text takes in a terminal.
  var places: Int { reduce(0) { $0 + $1.places } }
}

extension String {
  /// The text with spaces on one side or both to a width.
  func padded(to width: Int, _ side: TextSide) -> String {
    let space = Swift.max(0, width - places)
    switch side {
    case .left: return self + String(repeating: " ", count: space)
    case .right: return String(repeating: " ", count: space) + self
    case .center:
      return String(repeating: " ", count: space / 2) + self
        + String(repeating: " ", count: space - space / 2)
    }
  }

  /// The text's words in lines of at most a width; a line end stays one.
  ///
  /// A wider word is broken where `breaks` says so; else it stands alone, such as an address.
  func wrapped(to width: Int, breaks: Bool = false) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      var lines: [String] = [""]
      for word in line.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
        for piece in breaks ? word.pieces(of: width) : [String(word)] {
          let last = lines[lines.count - 1]
          if last.isEmpty {
            lines[lines.count - 1] = piece
          } else if last.places + 1 + piece.places <= width {
            lines[lines.count - 1] += " " + piece
          } else {
            lines.append(piece)
          }
        }
      }
      return lines
    }
  }
}

extension Substring {
  /// The word cut into pieces of at most a width.
  fileprivate func pieces(of width: Int) -> [String] {
    var pieces = [""]
    var places = 0
    for character in self {
      if places + character.places > Swift.max(2, width) {
        pieces.append("")
        places = 0
      }
      pieces[pieces.count - 1].append(character)
      places += character.places
    }
    return pieces
  }
}

/// Where a text stands in its column.
enum TextSide: Hashable, Sendable {
  case left, right, center
}
