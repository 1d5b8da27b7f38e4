/// Reads JSON-lines: an object a line, whose keys are the columns.
///
/// A missing key is null, as `null` is. Numbers keep their digits; objects and arrays come as they
/// are written. Empty lines are skipped.
struct JSONLinesReader: RowReading {
  private(set) var names: [String] = []
  private(set) var cells: [Cell] = []
  private(set) var offset = 0

  private let window: FileWindow
  private var places: [String: Int] = [:]
  /// The names' bytes, to find a key that comes where the last line had it.
  private var keys: [[UInt8]] = []
  /// The line in which a column came last, so that a key that comes twice is seen.
  private var lastLine: [Int] = []
  private var line = 0
  /// Cells with escapes, which are mended once the line is read.
  private var escaped: [Int] = []

  init(_ window: FileWindow) throws(FileFault) {
    self.window = window
    try window.skipMark()
  }

  mutating func rewind() throws(FileFault) {
    window.rewind()
    try window.skipMark()
  }

  mutating func next() throws(FileFault) -> Bool {
    while true {
      guard let end = try lineEnd() else { return false }
      offset = window.offset(window.start)
      var scanner = JSONScanner(window.bytes, from: window.start, to: end)
      window.start = min(end + 1, window.end)
      if scanner.isBlank { continue }
      do throws(JSONFault) {
        try readObject(&scanner)
      } catch {
        throw FileFault(at: offset, column: scanner.column(of: error.place), error.reason)
      }
      for index in escaped { cells[index].unescape() }
      return true
    }
  }

  /// The place of the line's end, once all of it is in the window; nil at the end of the file.
  private func lineEnd() throws(FileFault) -> Int? {
    var looked = 0
    while true {
      let rest = UnsafeBufferPointer(
        start: window.bytes + window.start + looked, count: window.end - window.start - looked)
      if let found = rest.firstIndex(of: .newline) { return window.start + looked + found }
      if window.isAtEnd { return window.start == window.end ? nil : window.end }
      looked = window.end - window.start
      try window.refill()
    }
  }

  private mutating func readObject(_ scanner: inout JSONScanner) throws(JSONFault) {
    line += 1
    for index in cells.indices { cells[index].form = .absent }
    if !escaped.isEmpty { escaped.removeAll() }
    var expected = 0
    try scanner.open()
    while let key = try scanner.nextKey() {
      let index = try column(of: key, expected)
      guard lastLine[index] != line else {
        throw JSONFault(place: key.place, reason: "key '\(names[index])' comes twice")
      }
      lastLine[index] = line
      let value = try scanner.value()
      cells[index] = value.cell
      if value.hasEscapes { escaped.append(index) }
      expected = index + 1
    }
    try scanner.finish()
  }

  /// The column of a key, a new one where it is not known yet.
  private mutating func column(of key: JSONKey, _ expected: Int) throws(JSONFault) -> Int {
    if expected < keys.count, !key.hasEscapes, keys[expected].elementsEqual(key.bytes) {
      return expected
    }
    let name = key.name
    if let index = places[name] { return index }
    guard !name.isEmpty else { throw JSONFault(place: key.place, reason: "a key has no name") }
    do throws(FileFault) {
      try ColumnNames.check(names + [name], at: offset)
    } catch {
      throw JSONFault(place: key.place, reason: error.reason)
    }
    places[name] = names.count
    names.append(name)
    keys.append(Array(name.utf8))
    lastLine.append(0)
    cells.append(Cell(start: key.start, count: 0, form: .absent))
    return names.count - 1
  }
}
