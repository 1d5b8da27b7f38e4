package import Expressions
package import SQL

/// DuckDB 1.0 and later.
///
/// Of the language, only `ewma` is refused.
package struct DuckDBDialect: Dialect {
  package let name = "duckdb"
  package let capabilities: Capabilities = [
    .standard, .windowedQuantiles, .snapshots, .exactDecimals, .boundValues, .shapeStatistics,
    .distinctStringAggregates, .reflectedKeys, .reflectedComments, .catalogs,
  ]
  package let placeholders = PlaceholderStyle.numbered(prefix: "$")

  package init() {}

  /// A plain DECIMAL has three digits after the point here.
  package func typeName(_ type: ValueType) -> String {
    type == .decimal ? "DECIMAL(38, 10)" : StandardWording.typeName(type)
  }

  /// DuckDB's remainder takes doubles too.
  package func wording(of sign: BinaryOperator, _ left: Worded, _ right: Worded) -> String {
    sign == .remainder
      ? "\(left) % \(StandardWording.nonZero(right))"
      : StandardWording.wording(of: sign, left, right, in: self)
  }

  package func wording(of call: WordedCall) -> String? {
    let a = call.arguments
    switch call.function {
    // Halves go away from zero for doubles as well.
    case .round: return call.text("ROUND")
    case .date_diff: return difference(a[0].sql, from: a[1], to: a[2])
    case .median: return call.text("MEDIAN", [double(a[0])])
    case .quantile: return call.text("QUANTILE_CONT", [double(a[0]), a[1]])
    // Both are corrected for the sample's size, as in pandas.
    case .skewness: return call.text("SKEWNESS", [double(a[0])])
    case .kurtosis: return call.text("KURTOSIS", [double(a[0])])
    default: return StandardWording.wording(of: call, in: self)
    }
  }

  /// DuckDB counts the borders of a unit between two moments, as the language does, save for weeks,
  /// of which it counts whole ones.
  private func difference(_ unit: String, from: Worded, to: Worded) -> String {
    guard unit == "week" else { return "DATE_DIFF('\(unit)', \(from), \(to))" }
    let mondays = [from, to].map { "DATE_TRUNC('week', \($0))" }.joined(separator: ", ")
    return "DATE_DIFF('day', \(mondays)) // 7"
  }

  private func double(_ value: Worded) -> Worded {
    Worded(StandardWording.asDouble(value, in: self), type: .double)
  }
}
