import Frame
import SQL

/// Collects one column of a result.
protocol ColumnReading {
  /// Adds a value; gives what is wrong where it cannot be read.
  mutating func read(_ cell: Cell) -> Trouble?

  /// Adds a row that has no value.
  mutating func appendMissing()

  /// The values so far.
  var column: Column { get }
}

extension ColumnReading {
  /// Adds a column's values of some rows; gives the first that cannot be read, with its row from 0.
  ///
  /// In the protocol's extension it is compiled for each reader, so that a value costs no look-up.
  mutating func read(_ column: Int, of batch: RowBatch) -> (row: Int, trouble: Trouble)? {
    for row in 0..<batch.rowCount {
      guard let cell = batch.cell(row, column) else {
        appendMissing()
        continue
      }
      if let trouble = read(cell) { return (row, trouble) }
    }
    return nil
  }
}

/// A reader for what is wanted of what is sent.
enum ColumnReader {
  /// The reader, or nil where the one cannot be had from the other.
  static func make(_ wanted: ColumnType, from wire: WireType, scale: Int?) -> (any ColumnReading)? {
    switch (wanted, wire) {
    case (_, .unknown): nil
    case (.boolean, .boolean), (.boolean, .text): BooleanReader(isText: wire == .text)
    case (.integer, .boolean), (.integer, .date), (.integer, .timestamp), (.integer, .uuid),
      (.integer, .jsonb):
      nil
    case (.integer, _): IntegerReader(wire: wire)
    case (.decimal, .numeric), (.decimal, .int2), (.decimal, .int4), (.decimal, .int8),
      (.decimal, .float8), (.decimal, .float4), (.decimal, .text):
      DecimalReader(wire: wire, scale: scale)
    case (.double, .boolean), (.double, .date), (.double, .timestamp), (.double, .uuid),
      (.double, .jsonb):
      nil
    case (.double, _): DoubleReader(wire: wire)
    case (.text, .text): TextReader()
    case (.text, .jsonb): JSONReader()
    case (.text, .uuid): UUIDReader()
    case (.date, .date), (.date, .timestamp), (.date, .text): DateReader(wire: wire)
    case (.timestamp, .date), (.timestamp, .timestamp), (.timestamp, .text):
      TimestampReader(wire: wire)
    default: nil
    }
  }
}
