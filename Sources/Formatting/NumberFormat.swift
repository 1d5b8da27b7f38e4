/// A number format in the grammar of d3-format: `[[fill]align][sign][symbol][0][width][,][.precision][~][type]`.
///
/// Source: https://d3js.org/d3-format#locale_format
struct NumberFormat: Hashable, Sendable {
  enum Alignment: Character, Sendable {
    case left = "<"
    case right = ">"
    case center = "^"
    case afterSign = "="
  }

  enum Sign: Character, Sendable {
    case minusOnly = "-"
    case plus = "+"
    case blank = " "
    case parentheses = "("
    /// No sign at all, beyond d3-format: the halves of a pyramid.
    case none = "|"
  }

  enum Symbol: Character, Sendable {
    case currency = "$"
    case radix = "#"
  }

  enum Kind: Character, Sendable {
    case exponent = "e"
    case fixed = "f"
    case general = "g"
    case significant = "r"
    case prefixed = "s"
    case percent = "%"
    case roundedPercent = "p"
    case integer = "d"
    case binary = "b"
    case octal = "o"
    case hexadecimal = "x"
    case capitalHexadecimal = "X"
    case character = "c"
  }

  private(set) var fill: Character = " "
  private(set) var alignment = Alignment.right
  private(set) var sign = Sign.minusOnly
  private(set) var symbol: Symbol?
  private(set) var isZeroFilled = false
  private(set) var width = 0
  private(set) var isGrouped = false
  private(set) var precision: Int
  private(set) var isTrimmed = false
  private(set) var kind: Kind

  /// The widest field; a wider one is refused, since it can only be a slip.
  static let widest = 200

  /// Reads a format; nil where the text is none.
  init?(_ text: String) {
    var rest = text[...]
    func take(_ wanted: Character) -> Bool {
      guard rest.first == wanted else { return false }
      rest.removeFirst()
      return true
    }
    func number() -> Int? {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      return digits.isEmpty ? nil : Int(digits) ?? Int.max
    }
    func choice<Choice: RawRepresentable<Character>>(_: Choice.Type) -> Choice? {
      guard let choice = rest.first.flatMap(Choice.init(rawValue:)) else { return nil }
      rest.removeFirst()
      return choice
    }

    guard !text.isEmpty else { return nil }
    if let second = rest.dropFirst().first.flatMap(Alignment.init(rawValue:)) {
      (fill, alignment) = (rest.removeFirst(), second)
      rest.removeFirst()
    } else {
      alignment = choice(Alignment.self) ?? .right
    }
    sign = choice(Sign.self) ?? .minusOnly
    symbol = choice(Symbol.self)
    isZeroFilled = take("0")
    width = number() ?? 0
    isGrouped = take(",")
    var asked: Int?
    if take(".") {
      guard let digits = number() else { return nil }
      asked = digits
    }
    isTrimmed = take("~")
    let isPlain = rest.isEmpty
    if take("n") {
      (kind, isGrouped) = (.general, true)
    } else if isPlain {
      (kind, isTrimmed) = (.general, true)
    } else {
      guard let named = choice(Kind.self) else { return nil }
      kind = named
    }
    guard rest.isEmpty, width <= Self.widest else { return nil }
    // `0.0` and `0,0` are pictures of other tools, which would be read as one significant digit.
    if text.first == "0", text.allSatisfy({ "0,.".contains($0) }) { return nil }
    precision = NumberFormat.precision(asked ?? (isPlain ? 12 : 6), of: kind)
    if isZeroFilled || (fill == "0" && alignment == .afterSign) {
      (isZeroFilled, fill, alignment) = (true, "0", .afterSign)
    }
  }

  /// A format with so many digits after the point.
  init(decimals: Int, isGrouped: Bool = true) {
    (kind, precision, self.isGrouped) = (.fixed, max(0, decimals), isGrouped)
  }

  /// The precision within what the kind can show.
  private static func precision(_ asked: Int, of kind: Kind) -> Int {
    switch kind {
    case .general, .significant, .prefixed, .roundedPercent: min(max(asked, 1), 21)
    default: min(max(asked, 0), 20)
    }
  }
}
