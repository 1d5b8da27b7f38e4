/// One value of a record, as bytes of the file.
struct Cell {
  /// How the value is written, which tells what it may be.
  enum Form: UInt8 {
    /// No value: an empty field, a missing key, null.
    case absent
    /// A field of CSV without quotes, or a number of JSON.
    case bare
    /// A field of CSV in quotes.
    case quoted
    /// A string of JSON.
    case string
    /// An object or array of JSON, as it is written.
    case nested
  }

  var start: UnsafePointer<UInt8>
  var count: Int
  var form: Form

  /// The bytes; valid until the next record.
  @inline(__always) var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: count)
  }

  /// The value in quotes for a message, cut where it is long.
  var words: String {
    let text = String(decoding: bytes.prefix(160), as: UTF8.self)
    let short = text.count > 40 ? text.prefix(40) + "…" : Substring(text)
    return "'\(short.map { $0.isNewline ? " " : String($0) }.joined())'"
  }
}

/// Reads a file record by record into cells, one a column.
protocol RowReading {
  /// The columns' names; those of JSON-lines grow with each new key.
  var names: [String] { get }

  /// The cells of the record that was read last, one a name.
  var cells: [Cell] { get }

  /// Where in the file the record begins.
  var offset: Int { get }

  /// Goes to the next record; false at the end.
  mutating func next() throws(FileFault) -> Bool

  /// Goes back to before the first record; the names stay.
  mutating func rewind() throws(FileFault)
}
