package import Expressions
package import SQL

/// DuckDB 1.2 and later.
///
/// Of the language, only `ewma` is refused.
package struct DuckDBDialect: Dialect {
  package let name = "duckdb"
  package let capabilities: Capabilities = [
    .standard, .windowedQuantiles, .snapshots, .sharedSnapshots, .exactDecimals, .boundValues,
    .shapeStatistics,
    .reflectedKeys, .reflectedComments, .catalogs,
  ]
  package let placeholders = PlaceholderStyle.numbered(prefix: "$")

  package init() {}

  /// A plain DECIMAL has three digits after the point here; one of 38 digits would lose those behind
  /// the point beside a whole number.
  package func typeName(_ type: ValueType) -> String {
    type == .decimal ? "DECIMAL(28, 10)" : StandardWording.typeName(type)
  }

  /// DuckDB's remainder takes doubles too.
  package func wording(of sign: BinaryOperator, _ left: Worded, _ right: Worded) -> String {
    sign == .remainder
      ? "\(left) % \(StandardWording.nonZero(right))"
      : StandardWording.wording(of: sign, left, right, in: self)
  }

  package func wording(casting value: Worded, to type: ValueType) -> String {
    switch (value.type, type) {
    // By itself it would round halves to even.
    case (.double, .integer), (.decimal, .integer): "CAST(ROUND(\(value)) AS BIGINT)"
    // Digits after the point that no whole number has would leave fewer for products.
    case (.integer, .decimal): "CAST(\(value) AS DECIMAL(19, 0))"
    case (.double, .text): text(ofDouble: value)
    case (.timestamp, .text): text(ofMoment: value)
    default: "CAST(\(value) AS \(typeName(type)))"
    }
  }

  /// Types that we do not read, such as lists, come in DuckDB's own words.
  package func wording(selecting value: Worded) -> String {
    switch value.type {
    case .unsupported, .interval: "CAST(\(value) AS VARCHAR)"
    default: value.sql
    }
  }

  /// A whole double has no point.
  private func text(ofDouble value: Worded) -> String {
    """
    CASE WHEN \(value) = FLOOR(\(value)) AND ABS(\(value)) < 1e15 \
    THEN CAST(CAST(\(value) AS BIGINT) AS TEXT) ELSE CAST(\(value) AS TEXT) END
    """
  }

  /// Six digits after the point where there are any; by itself it leaves zeros at the end out.
  private func text(ofMoment value: Worded) -> String {
    "REPLACE(STRFTIME(\(value), '%Y-%m-%d %H:%M:%S.%f'), '.000000', '')"
  }
}
