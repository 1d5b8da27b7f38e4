/// Takes the values of a table, row by row and column by column.
///
/// What it takes in bytes is valid only during the call of ``endRow()``'s row.
protocol RowSink {
  mutating func appendMissing(_ column: Int)
  mutating func append(_ flag: Bool, _ column: Int)
  mutating func append(_ number: Int64, _ column: Int)
  mutating func append(_ number: Double, _ column: Int)
  mutating func append(decimal bytes: UnsafeBufferPointer<UInt8>, scale: Int, _ column: Int)
  mutating func append(text bytes: UnsafeBufferPointer<UInt8>, _ column: Int)
  /// A moment with the text that it was read from.
  mutating func append(
    moment: Int64, isDate: Bool, text bytes: UnsafeBufferPointer<UInt8>, _ column: Int)
  /// Ends the row; every column has its value.
  mutating func endRow() throws(FileFault)
  /// Ends the table.
  mutating func finish() throws(FileFault)
}

/// The second of two passes over a file: its values, as the types that the first found.
struct Loading<Sink: RowSink>: RecordWork {
  let columns: [InferredColumn]
  var sink: Sink

  /// Gives the number of rows.
  mutating func run(_ reader: inout some RowReading) throws(FileFault) -> Int {
    let types = columns.map(\.type)
    var rows = 0
    while try reader.next() {
      guard reader.cells.count <= types.count else { throw Loading.changed(reader.offset) }
      for index in types.indices {
        let isThere = index < reader.cells.count
        guard isThere, reader.cells[index].form != .absent else {
          sink.appendMissing(index)
          continue
        }
        guard put(reader.cells[index], as: types[index], index) else {
          throw Loading.changed(reader.offset)
        }
      }
      try sink.endRow()
      rows += 1
    }
    try sink.finish()
    return rows
  }

  private static func changed(_ offset: Int) -> FileFault {
    FileFault(at: offset, "the file was changed while it was read; run again")
  }

  /// Gives a value to the sink; false where it is not of the type, as the first pass found it.
  @inline(__always) private mutating func put(
    _ cell: Cell, as type: InferredType, _ column: Int
  ) -> Bool {
    if type == .text {
      sink.append(text: cell.bytes, column)
      return true
    }
    let bytes = cell.trimmed
    switch type {
    case .integer:
      guard let number = NumberText.integer(bytes) else { return false }
      sink.append(number, column)
    case .decimal(let digits, let scale):
      guard let number = NumberText(bytes), number.form != .exponent, number.scale <= scale,
        number.whole + scale <= digits
      else { return false }
      sink.append(decimal: bytes, scale: scale, column)
    case .double:
      guard let number = NumberText.double(bytes) else { return false }
      // Reports know missing values and no others that are none.
      if number.isNaN { sink.appendMissing(column) } else { sink.append(number, column) }
    case .boolean:
      guard let flag = bytes.boolean else { return false }
      sink.append(flag, column)
    case .date, .timestamp:
      guard let moment = bytes.moment else { return false }
      sink.append(moment: moment, isDate: type == .date, text: bytes, column)
    case .text: break
    }
    return true
  }
}
