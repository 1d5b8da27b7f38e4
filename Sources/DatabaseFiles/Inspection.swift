/// The first of two passes over a file: its columns with their types, found in all rows.
struct Inspection: RecordWork {
  /// What the pass found.
  struct Finding: Hashable, Sendable {
    let columns: [InferredColumn]
    let rows: Int
  }

  func run(_ reader: inout some RowReading) throws(FileFault) -> Finding {
    var columns: [ColumnInference] = reader.names.map { _ in ColumnInference(missing: 0) }
    var rows = 0
    while try reader.next() {
      // JSON-lines may bring a new column with each line.
      while columns.count < reader.cells.count { columns.append(ColumnInference(missing: rows)) }
      reader.cells.withUnsafeBufferPointer { cells in
        for index in columns.indices { columns[index].add(cells[index], at: reader.offset) }
      }
      rows += 1
    }
    guard !reader.names.isEmpty else {
      throw FileFault("the file has no objects, so that it has no columns")
    }
    return Finding(columns: zip(reader.names, columns).map { $1.column($0) }, rows: rows)
  }
}
