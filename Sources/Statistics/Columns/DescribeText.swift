package import Frame

/// Count and most frequent values of a column of any type: what is said of text, booleans and dates.
///
/// - Shape: one column; any number of rows, none included.
/// - Missing: rows without a value are counted and left out; a NaN or an infinity is a value here.
package struct DescribeText: Statistic {
  package static let name = "describe_text"
  package static let title = "Values and their frequency"
  package static let method = "most frequent values first, equal counts in the order of the values"

  /// A value and how many rows hold it.
  package struct Frequency: Hashable, Sendable {
    /// The value.
    package let value: Value
    /// How many rows hold it.
    package let count: Int
    /// Its share of the present values.
    package let share: Double
  }

  /// How many rows with a value.
  package let n: Int
  /// How many rows without one.
  package let missing: Int
  /// How many distinct values.
  package let distinct: Int
  /// The most frequent values, most frequent first.
  package let top: [Frequency]
  /// The smallest value in the order of values; nil without values.
  package let min: Value?
  /// The largest value in the order of values; nil without values.
  package let max: Value?

  /// Counts a column's values, each row as often as its weight says where weights are given, and
  /// keeps the `limit` most frequent.
  package init(_ column: Column, weights: FrequencyWeights? = nil, limit: Int = 5) {
    var counts: [Value: Int] = [:]
    var (present, missing) = (0, 0)
    for row in 0..<column.count {
      let weight = weights.map { $0.counts[row] ?? 0 } ?? 1
      guard weight > 0 else { continue }
      if column.isPresent(row) {
        counts[column[row], default: 0] += weight
        present += weight
      } else {
        missing += weight
      }
    }
    let ordered = counts.sorted { a, b in
      a.value != b.value ? a.value > b.value : Value.isOrdered(a.key, before: b.key)
    }
    n = present
    self.missing = missing
    distinct = counts.count
    top = ordered.prefix(limit).map {
      Frequency(value: $0.key, count: $0.value, share: Double($0.value) / Double(present))
    }
    min = counts.keys.min(by: Value.isOrdered)
    max = counts.keys.max(by: Value.isOrdered)
  }
}
