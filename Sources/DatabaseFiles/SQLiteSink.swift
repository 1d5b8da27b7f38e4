import DatabaseSQLite
import Dates

/// Writes values into a table of SQLite's, in the forms in which its dialect compares them.
struct SQLiteSink: RowSink {
  private var writer: SQLiteTableWriter

  init(_ writer: SQLiteTableWriter) { self.writer = writer }

  mutating func appendMissing(_ column: Int) { writer.appendMissing() }

  mutating func append(_ flag: Bool, _ column: Int) { writer.append(flag ? 1 : 0 as Int64) }

  mutating func append(_ number: Int64, _ column: Int) { writer.append(number) }

  mutating func append(_ number: Double, _ column: Int) { writer.append(number) }

  /// A double keeps up to 15 digits; columns of more are not given here.
  mutating func append(decimal bytes: UnsafeBufferPointer<UInt8>, scale: Int, _ column: Int) {
    let unscaled = NumberText.shortUnscaled(bytes, scale: scale)
    let power = NumberText.power(scale)
    let (whole, rest) = unscaled.quotientAndRemainder(dividingBy: power)
    // SQLite itself keeps whole numbers as such in columns of numbers.
    if rest == 0 { writer.append(whole) } else { writer.append(Double(unscaled) / Double(power)) }
  }

  mutating func append(text bytes: UnsafeBufferPointer<UInt8>, _ column: Int) {
    writer.append(bytes)
  }

  mutating func append(
    moment: Int64, isDate: Bool, text bytes: UnsafeBufferPointer<UInt8>, _ column: Int
  ) {
    if isDate || bytes.isPlainMoment {
      writer.append(bytes)
      return
    }
    var text = Timestamp(microseconds: moment).description
    text.withUTF8 { writer.append($0) }
  }

  mutating func endRow() { writer.endRow() }

  mutating func finish() { writer.finish() }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a moment's text is in the one form that is compared as text: `YYYY-MM-DD HH:MM:SS`.
  fileprivate var isPlainMoment: Bool { count == 19 && self[10] == .space && self[16] == .colon }
}
