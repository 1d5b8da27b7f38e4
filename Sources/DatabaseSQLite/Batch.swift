import CSQLite

/// Rows that were copied out of a statement, to be read column by column.
struct Batch: ~Copyable {
  private let pointer: UnsafeMutablePointer<bs_batch>

  /// As many rows as stay in the processor's cache.
  private static let capacity: Int32 = 1024

  /// An empty batch; nil where there is no memory.
  init?(columns: Int) {
    guard let pointer = bs_batch_new(Int32(columns), Batch.capacity) else { return nil }
    self.pointer = pointer
  }

  deinit { bs_batch_free(pointer) }

  /// How many rows it has.
  var rowCount: Int { Int(pointer.pointee.rows) }

  /// Takes the next rows of a statement; the code is SQLITE_ROW where more may follow, SQLITE_DONE
  /// after the last, or that of a failure.
  func fill(from statement: OpaquePointer) -> Int32 { bs_batch_fill(pointer, statement) }

  /// A column's values where all are whole numbers.
  func integers(_ column: Int) -> UnsafeBufferPointer<Int64>? {
    guard isAll(SQLITE_INTEGER, column) else { return nil }
    return UnsafeBufferPointer(start: payloads(column), count: rowCount)
  }

  /// Reads a column's values where all are doubles; returns whether they are.
  func withDoubles(_ column: Int, _ body: (UnsafeBufferPointer<Double>) -> Void) -> Bool {
    guard isAll(SQLITE_FLOAT, column) else { return false }
    payloads(column).withMemoryRebound(to: Double.self, capacity: rowCount) {
      body(UnsafeBufferPointer(start: $0, count: rowCount))
    }
    return true
  }

  private func payloads(_ column: Int) -> UnsafeMutablePointer<Int64> {
    pointer.pointee.payloads + column * Int(pointer.pointee.capacity)
  }

  private func isAll(_ kind: Int32, _ column: Int) -> Bool {
    let kinds = pointer.pointee.kinds + column * Int(pointer.pointee.capacity)
    return (0..<rowCount).allSatisfy { kinds[$0] == UInt8(kind) }
  }

  /// One value.
  @inline(__always) func cell(row: Int, column: Int) -> Cell {
    let place = column * Int(pointer.pointee.capacity) + row
    let kind = Int32(pointer.pointee.kinds[place])
    let payload = pointer.pointee.payloads[place]
    guard kind == SQLITE_TEXT else {
      return Cell(kind: kind, integer: payload, bytes: .init(start: nil, count: 0))
    }
    let start = pointer.pointee.texts.map { UnsafePointer($0 + Int(payload)) }
    let count = start == nil ? 0 : Int(pointer.pointee.lengths[place])
    return Cell(kind: kind, integer: payload, bytes: .init(start: start, count: count))
  }
}
