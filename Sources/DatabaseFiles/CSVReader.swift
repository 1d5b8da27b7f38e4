/// Reads CSV (RFC 4180): quotes, doubled quotes, line ends in quotes; lines end with LF, CR LF or CR.
///
/// The separator is `,`, `;` or a tab, whichever the header has most of. The header is required, its
/// names are unique. Empty lines are skipped, save in a file of one column, where they are nulls.
struct CSVReader: RowReading {
  private(set) var names: [String] = []
  private(set) var cells: [Cell] = []
  private(set) var offset = 0

  private let window: FileWindow
  private var separator: UInt8
  /// Cells with doubled quotes, which are mended once the record is whole.
  private var doubled: [Int] = []
  /// How many cells the last record had, where not as many as there are names.
  private var count = 0

  /// Reads the header of a file at its begin; without a separator it is found in the header.
  init(_ window: FileWindow, separator: UInt8?) throws(FileFault) {
    self.window = window
    self.separator = separator ?? .comma
    try window.skipMark()
    if separator == nil { self.separator = try SeparatorSniffer(window).separator }
    try readHeader()
  }

  mutating func rewind() throws(FileFault) {
    window.rewind()
    try window.skipMark()
    _ = try nextRecord()
  }

  mutating func next() throws(FileFault) -> Bool {
    repeat {
      guard try nextRecord() else { return false }
    } while isBlank && names.count > 1
    guard count == names.count else {
      let reason = "found \(fields(count)), expected \(names.count) as in the header"
      throw FileFault(at: offset, reason)
    }
    return true
  }

  private func fields(_ count: Int) -> String { count == 1 ? "1 field" : "\(count) fields" }

  private var isBlank: Bool { count == 1 && cells[0].form == .absent }

  // MARK: Header

  private mutating func readHeader() throws(FileFault) {
    repeat {
      guard try nextRecord() else {
        throw FileFault("the file is empty; it needs a header line with the columns' names")
      }
    } while isBlank
    var names: [String] = []
    for (index, cell) in cells[..<count].enumerated() {
      guard cell.count > 0 else {
        throw FileFault(at: offset, "column \(index + 1) of the header has no name")
      }
      names.append(String(decoding: cell.bytes, as: UTF8.self))
    }
    try ColumnNames.check(names, at: offset)
    self.names = names
  }

  // MARK: Records

  private enum Outcome { case record, more, end }

  /// Reads a record of any length; false at the end.
  private mutating func nextRecord() throws(FileFault) -> Bool {
    while true {
      switch try split() {
      case .record:
        for index in doubled { cells[index].undouble() }
        return true
      case .end: return false
      case .more: try window.refill()
      }
    }
  }

  /// Splits the record at the window's start; the window must hold all of it.
  private mutating func split() throws(FileFault) -> Outcome {
    let (bytes, end, isAtEnd) = (window.bytes, window.end, window.isAtEnd)
    var at = window.start
    if at == end { return isAtEnd ? .end : .more }
    offset = window.offset(at)
    count = 0
    if !doubled.isEmpty { doubled.removeAll() }
    while true {
      if at < end, bytes[at] == .quote {
        guard let close = try closingQuote(bytes, from: at + 1, end) else { return .more }
        append(bytes + at + 1, close - at - 1, .quoted)
        at = close + 1
        if at < end, bytes[at] != separator, bytes[at] != .newline, bytes[at] != .carriageReturn {
          throw FileFault(
            at: window.offset(at), "found text after a closing quote; a quote inside is doubled")
        }
      } else {
        let start = at
        while at < end, bytes[at] != separator, bytes[at] > .carriageReturn || !isLineEnd(bytes[at])
        {
          at += 1
        }
        append(bytes + start, at - start, at == start ? .absent : .bare)
      }
      guard at < end else {
        guard isAtEnd else { return .more }
        window.start = at
        return .record
      }
      if bytes[at] == separator {
        at += 1
        continue
      }
      if bytes[at] == .carriageReturn {
        // A line feed may follow that is not here yet.
        if at + 1 == end, !isAtEnd { return .more }
        if at + 1 < end, bytes[at + 1] == .newline { at += 1 }
      }
      window.start = at + 1
      return .record
    }
  }

  @inline(__always) private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == .newline || byte == .carriageReturn
  }

  /// The place of the quote that ends a field; nil where the window must hold more for it.
  private mutating func closingQuote(
    _ bytes: UnsafeMutablePointer<UInt8>, from start: Int, _ end: Int
  ) throws(FileFault) -> Int? {
    var at = start
    var isDoubled = false
    while true {
      while at < end, bytes[at] != .quote { at += 1 }
      if at + 1 < end, bytes[at + 1] == .quote {
        isDoubled = true
        at += 2
        continue
      }
      if at >= end {
        guard window.isAtEnd else { return nil }
        throw FileFault(at: window.offset(start - 1), "the quote that opens here is never closed")
      }
      if at + 1 == end, !window.isAtEnd { return nil }
      if isDoubled { doubled.append(count) }
      return at
    }
  }

  @inline(__always) private mutating func append(
    _ start: UnsafeMutablePointer<UInt8>, _ length: Int, _ form: Cell.Form
  ) {
    let cell = Cell(start: UnsafePointer(start), count: length, form: form)
    if count < cells.count { cells[count] = cell } else { cells.append(cell) }
    count += 1
  }
}

extension Cell {
  /// Makes one quote of each two, in place.
  fileprivate mutating func undouble() {
    let bytes = UnsafeMutablePointer(mutating: start)
    var (from, to) = (0, 0)
    while from < count {
      bytes[to] = bytes[from]
      from += bytes[from] == .quote ? 2 : 1
      to += 1
    }
    count = to
  }
}

/// The rules for columns' names, which databases compare without minding case.
enum ColumnNames {
  /// The most columns that a table in SQLite may have.
  static let most = 2000

  /// Throws where a name comes twice or there are too many.
  static func check(_ names: [String], at offset: Int) throws(FileFault) {
    guard names.count <= most else {
      throw FileFault(at: offset, "found \(names.count) columns, expected at most \(most)")
    }
    var seen: [String: String] = [:]
    for name in names {
      guard let other = seen.updateValue(name, forKey: name.lowercased()) else { continue }
      throw FileFault(
        at: offset,
        other == name
          ? "two columns are named '\(name)'"
          : "columns '\(other)' and '\(name)' differ in capitals only")
    }
  }
}
