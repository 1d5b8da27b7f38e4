/// Where one value stands among all: its place from the smallest, and that as a percentage.
///
/// The place is that of the first of equal values, counted from 1 (a zero-based index plus one), and
/// the percentage is place / n × 100: the largest of n distinct values stands at 100.
///
/// - Missing: absent and infinite values are left out.
package struct PercentileRank: Statistic {
  package static let name = "percentile_rank"
  package static let title = "Percentile rank"
  package static let method =
    "place among the sorted values ÷ n × 100; equal values share the first place"

  /// The place from the smallest, 1 to ``n``.
  package let place: Int
  /// How many values.
  package let n: Int
  /// place / n × 100.
  package var percent: Double { Double(place) / Double(n) * 100 }

  /// Where `value` stands among a column's doubles; a value above all of them takes the last place.
  package init(of value: Double, among doubles: [Double]) throws(StatisticsError) {
    try self.init(ofDistance: value, among: Sample(doubles))
  }

  /// Where a row's value stands among those of its column.
  package init(ofRow row: Int, among column: Measured) throws(StatisticsError) {
    try self.init(ofDistance: column.distances[row], among: Sample(column))
  }

  private init(ofDistance distance: Double, among sample: Sample) throws(StatisticsError) {
    try need(1, of: sample.count)
    guard !distance.isNaN else { throw .tooFew(needed: 1, got: 0) }
    place = min(sample.distances.count { $0 < distance } + 1, sample.count)
    n = sample.count
  }
}
