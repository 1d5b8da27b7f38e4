import Dates

/// A date format in the grammar of C's strftime, with the flags `-` (no padding), `_` (blanks) and
/// `0` (zeros), and with d3's `%L` (milliseconds), `%f` (microseconds) and `%q` (quarter).
struct DateFormat: Hashable, Sendable {
  enum Padding: Hashable, Sendable {
    case usual
    case none
    case blanks
    case zeros
  }

  enum Piece: Hashable, Sendable {
    case literal(String)
    case field(Character, Padding)
  }

  let pieces: [Piece]

  /// The letters of the directives that it has.
  var letters: Set<Character> {
    Set(
      pieces.compactMap { piece in
        if case .field(let letter, _) = piece { letter } else { nil }
      })
  }

  /// The letters that may follow a percent sign.
  static let fields = "aAbBcdDefFgGhHIjklLmMnpqQRsStTuUVwWxXyYzZ%"

  /// Reads a format; throws the directive that is none.
  init(_ text: String) throws(FormatError) {
    var pieces: [Piece] = []
    var literal = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      let directive = rest
      guard character == "%" else {
        literal.append(character)
        continue
      }
      let flag = rest.first.flatMap(DateFormat.padding)
      if flag != nil { rest.removeFirst() }
      guard let letter = rest.popFirst(), DateFormat.fields.contains(letter) else {
        throw .unknownDirective("%" + directive[..<rest.startIndex])
      }
      if !literal.isEmpty { pieces.append(.literal(literal)) }
      literal = ""
      pieces.append(.field(letter, flag ?? .usual))
    }
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    self.pieces = pieces
  }

  private static func padding(_ flag: Character) -> Padding? {
    switch flag {
    case "-": Padding.none
    case "_": .blanks
    case "0": .zeros
    default: nil
    }
  }
}
