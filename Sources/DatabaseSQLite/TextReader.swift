import CSQLite
import Database
import Frame

/// Reads texts; numbers become their digits, and bytes that are not UTF-8 are refused.
struct TextReader: ColumnReading {
  private var texts = ColumnBuilder(filler: "")

  mutating func read(_ cell: Cell) -> Trouble? {
    switch cell.kind {
    case SQLITE_NULL: appendMissing()
    case SQLITE_BLOB: return cell.trouble("a text")
    default:
      guard let text = cell.text else { return cell.trouble("a text in UTF-8") }
      append(text)
    }
    return nil
  }

  /// Adds a text.
  mutating func append(_ text: String) { texts.append(text) }

  /// Adds a row that has no value.
  mutating func appendMissing() { texts.appendMissing() }

  var column: Column { texts.column(ColumnValues.text) }
}
