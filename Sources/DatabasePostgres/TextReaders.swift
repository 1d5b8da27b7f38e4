import Database
import Frame

/// Reads texts; bytes that are not UTF-8, as a database in SQL_ASCII may hold, are refused.
struct TextReader: ColumnReading {
  private var texts = ColumnBuilder(filler: "")

  mutating func read(_ cell: Cell) -> Trouble? {
    guard let text = cell.text else { return cell.textTrouble("a text in UTF-8") }
    texts.append(text)
    return nil
  }

  mutating func appendMissing() { texts.appendMissing() }

  var column: Column { texts.column(ColumnValues.text) }
}

/// Reads `jsonb`: the number of its form, which is 1, and then the JSON.
struct JSONReader: ColumnReading {
  private var texts = TextReader()

  mutating func read(_ cell: Cell) -> Trouble? {
    guard cell.bytes.first == 1 else { return cell.trouble("JSON") }
    return texts.read(Cell(UnsafeRawBufferPointer(rebasing: cell.bytes.dropFirst())))
  }

  mutating func appendMissing() { texts.appendMissing() }

  var column: Column { texts.column }
}

/// Reads `uuid` as the 36 characters that people know.
struct UUIDReader: ColumnReading {
  private var texts = ColumnBuilder(filler: "")

  mutating func read(_ cell: Cell) -> Trouble? {
    guard cell.bytes.count == 16 else { return cell.trouble("a UUID") }
    var text = ""
    for (place, byte) in cell.bytes.enumerated() {
      if [4, 6, 8, 10].contains(place) { text += "-" }
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    texts.append(text)
    return nil
  }

  mutating func appendMissing() { texts.appendMissing() }

  var column: Column { texts.column(ColumnValues.text) }
}

/// Reads true and false.
struct BooleanReader: ColumnReading {
  let isText: Bool
  private var flags = ColumnBuilder(filler: false)

  init(isText: Bool) { self.isText = isText }

  mutating func read(_ cell: Cell) -> Trouble? {
    guard cell.bytes.count == 1 else { return cell.trouble("true or false") }
    switch (cell.bytes[0], isText) {
    case (1, false), (UInt8(ascii: "t"), true): flags.append(true)
    case (0, false), (UInt8(ascii: "f"), true): flags.append(false)
    default: return cell.trouble("true or false", found: "another letter")
    }
    return nil
  }

  mutating func appendMissing() { flags.appendMissing() }

  var column: Column { flags.column(ColumnValues.boolean) }
}
