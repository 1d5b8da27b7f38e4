import CPostgres

/// Rows that were copied out of libpq's results and wait to be read column by column.
///
/// libpq makes a result for each row. Given back at once, it is made anew of the same memory, which
/// the processor still holds; kept until many are read, it cost a third of the time of a fetch.
final class RowBatch {
  private(set) var rowCount = 0
  private let columnCount: Int
  /// Where the values are, row by row.
  private let extents: UnsafeMutableBufferPointer<Extent>
  private var bytes: UnsafeMutableRawBufferPointer
  private var used = 0

  /// The place of a value among the bytes; a count below 0 is null.
  private struct Extent {
    var start: Int
    var count: Int32
  }

  private static let mostRows = 1024
  private static let usualBytes = 1 << 17

  init(columnCount: Int) {
    self.columnCount = columnCount
    extents = .allocate(capacity: RowBatch.mostRows * columnCount)
    bytes = .allocate(byteCount: RowBatch.usualBytes, alignment: 8)
  }

  deinit {
    extents.deallocate()
    bytes.deallocate()
  }

  /// Whether the rows must be read before more come.
  var isFull: Bool { rowCount == RowBatch.mostRows || used >= RowBatch.usualBytes }

  /// Copies the values of a result's only row.
  func append(_ result: borrowing ServerResult) {
    let row = result.pointer
    for column in 0..<columnCount {
      let place = Int32(truncatingIfNeeded: column)
      let count = PQgetlength(row, 0, place)
      // Only an empty value may be null: one call less for all others.
      let isNull = count == 0 && PQgetisnull(row, 0, place) == 1
      extents[rowCount * columnCount + column] = Extent(start: used, count: isNull ? -1 : count)
      guard count > 0, let value = PQgetvalue(row, 0, place) else { continue }
      let end = used + Int(count)
      if end > bytes.count { grow(to: end) }
      UnsafeMutableRawBufferPointer(rebasing: bytes[used..<end])
        .copyMemory(from: UnsafeRawBufferPointer(start: value, count: Int(count)))
      used = end
    }
    rowCount += 1
  }

  /// The value of a row and column, nil for null; it is valid until the rows are cleared.
  @inline(__always)
  func cell(_ row: Int, _ column: Int) -> Cell? {
    let extent = extents[row * columnCount + column]
    guard extent.count >= 0 else { return nil }
    let start = extent.start
    return Cell(UnsafeRawBufferPointer(rebasing: bytes[start..<start + Int(extent.count)]))
  }

  /// Forgets the rows.
  func clear() {
    (rowCount, used) = (0, 0)
    // One huge value must not keep its room.
    if bytes.count > 8 * RowBatch.usualBytes {
      bytes.deallocate()
      bytes = .allocate(byteCount: RowBatch.usualBytes, alignment: 8)
    }
  }

  private func grow(to count: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(count, 2 * bytes.count), alignment: 8)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<used]))
    bytes.deallocate()
    bytes = larger
  }
}
