import CSQLite

/// What a value may be read as, by how it is written.
struct CellKinds: OptionSet, Hashable {
  let rawValue: UInt16

  static let integer = CellKinds(rawValue: 1 << 0)
  /// A whole number beyond 64 bits.
  static let wideInteger = CellKinds(rawValue: 1 << 1)
  static let decimal = CellKinds(rawValue: 1 << 2)
  /// A number with an exponent, or one of the words `nan` and `inf`.
  static let double = CellKinds(rawValue: 1 << 3)
  static let date = CellKinds(rawValue: 1 << 4)
  static let timestamp = CellKinds(rawValue: 1 << 5)
  static let boolean = CellKinds(rawValue: 1 << 6)
  static let text = CellKinds(rawValue: 1 << 7)

  static let numbers: CellKinds = [.integer, .wideInteger, .decimal, .double]
  static let moments: CellKinds = [.date, .timestamp]
}

/// A value's kind and, of plain numbers, how many digits it has.
struct Classified {
  var kind: CellKinds
  var whole = 0
  var scale = 0

  /// Tells what a value is by its bytes alone; spaces around what is no text do not count.
  @inline(__always) init(_ cell: Cell) {
    switch cell.form {
    case .bare, .quoted:
      let bytes = cell.trimmed
      self = Classified(number: bytes) ?? Classified(kind: CellKinds(word: bytes))
    case .string:
      self.init(kind: CellKinds(moment: cell.bytes) ?? .text)
    case .absent, .nested: self.init(kind: .text)
    }
  }

  private init(kind: CellKinds) { self.kind = kind }

  @inline(__always) private init?(number bytes: UnsafeBufferPointer<UInt8>) {
    guard let number = NumberText(bytes) else { return nil }
    (whole, scale) = (number.whole, number.scale)
    switch number.form {
    case .integer where whole < 19 || NumberText.integer(bytes) != nil: kind = .integer
    case .integer: kind = .wideInteger
    case .decimal: kind = .decimal
    // Beyond a double's reach it is kept as it is written.
    case .exponent: kind = NumberText.double(bytes)?.isFinite == true ? .double : .text
    }
  }
}

extension CellKinds {
  /// The kind of what is no plain number.
  init(word bytes: UnsafeBufferPointer<UInt8>) {
    if let moment = CellKinds(moment: bytes) {
      self = moment
    } else if bytes.boolean != nil {
      self = .boolean
    } else {
      self = bytes.isDoubleWord ? .double : .text
    }
  }

  /// The years 1 to 9999, which a zone may lead out of.
  private static let calendar = -62_135_596_800_000_000..<253_402_300_800_000_000 as Range<Int64>

  /// Whether the bytes are a date or a timestamp; nil where they are neither.
  @inline(__always) init?(moment bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 10, bytes[4] == .minus, let microseconds = bytes.moment,
      CellKinds.calendar.contains(microseconds)
    else { return nil }
    self = bytes.count == 10 ? .date : .timestamp
  }
}

extension Cell {
  /// The bytes without spaces around.
  @inline(__always) var trimmed: UnsafeBufferPointer<UInt8> {
    var (first, last) = (0, count)
    while first < last, start[first] == .space { first += 1 }
    while last > first, start[last - 1] == .space { last -= 1 }
    return UnsafeBufferPointer(start: start + first, count: last - first)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Microseconds since 1970 of an ISO date or timestamp; nil for other text.
  @inline(__always) var moment: Int64? {
    var microseconds: Int64 = 0
    // Longer text is no moment, and its length may not fit.
    guard count <= 64 else { return nil }
    return bs_parse_moment(baseAddress, Int32(count), &microseconds) == 0 ? nil : microseconds
  }

  /// `true` or `false` in letters of any case; nil for other text.
  var boolean: Bool? {
    if equals("true") { return true }
    return equals("false") ? false : nil
  }

  /// Whether the bytes are one of the words that programs write for doubles without digits.
  var isDoubleWord: Bool {
    let unsigned = UnsafeBufferPointer(
      rebasing: first == .minus || first == .plus ? dropFirst() : self[...])
    return unsigned.equals("nan") || unsigned.equals("inf") || unsigned.equals("infinity")
  }

  /// Whether the bytes are a word in small letters, in any case.
  private func equals(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for index in 0..<count where self[index] | 0x20 != word.utf8Start[index] { return false }
    return true
  }
}
