import CKernels

/// Sorts doubles by distribution, the most significant digit first; a digit is a value's place among
/// 2,048 equal parts of the range.
///
/// Linear in the count where values are spread, O(n log n) where they crowd ever closer. Beside the
/// result there is one buffer of its size.
enum RadixSort {
  /// The values in ascending order; none may be NaN.
  static func sorted(_ values: [Double]) -> [Double] {
    var sorted = values
    sort(&sorted)
    return sorted
  }

  /// Sorts values where they are; none may be NaN.
  static func sort(_ values: inout [Double]) {
    let count = values.count
    values.withUnsafeMutableBufferPointer { values in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { buffer in
        guard let first = values.baseAddress, let spare = buffer.baseAddress else { return }
        bs_sort(first, spare, count)
      }
    }
  }

  /// The row numbers in ascending order of the values, equal values in row order; none may be
  /// NaN.
  static func order(_ values: [Double]) -> [Int32] { entries(values).map(\.row) }

  /// The values with their row numbers in ascending order, equal values in row order; none may be
  /// NaN.
  static func entries(_ values: [Double]) -> [bs_entry] {
    var row: Int32 = -1
    var entries = values.map { value in
      row += 1
      return bs_entry(key: value, row: row)
    }
    sort(&entries)
    return entries
  }

  /// Sorts entries by their keys where they are, equal keys in their order; none may be NaN.
  static func sort(_ entries: inout [bs_entry]) {
    let count = entries.count
    entries.withUnsafeMutableBufferPointer { entries in
      withUnsafeTemporaryAllocation(of: bs_entry.self, capacity: count) { buffer in
        guard let first = entries.baseAddress, let spare = buffer.baseAddress else { return }
        bs_sort_entries(first, spare, count)
      }
    }
  }
}

/// Calls `body` with each run of equal keys' range of places.
@inline(__always)
func forEachRun(_ entries: UnsafeBufferPointer<bs_entry>, _ body: (Range<Int>) -> Void) {
  var start = 0
  while start < entries.count {
    let key = entries[start].key
    var end = start + 1
    while end < entries.count, entries[end].key == key { end += 1 }
    body(start..<end)
    start = end
  }
}
