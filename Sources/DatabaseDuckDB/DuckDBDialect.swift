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

  package func wording(casting value: Worded, to type: ValueType) -> String {
    switch (value.type, type) {
    // DuckDB rounds halves of doubles to the even side.
    case (.double, .integer): "CAST(ROUND(\(value)) AS BIGINT)"
    // DuckDB writes a whole double with '.0', and a moment's fraction without zeros at its end.
    case (.double, .text): "REGEXP_REPLACE(CAST(\(value) AS VARCHAR), '\\.0$', '')"
    case (.timestamp, .text):
      "RPAD(CAST(\(value) AS VARCHAR), CASE WHEN DATE_PART('us', \(value)) % 1000000 = 0 THEN 19 ELSE 26 END, '0')"
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
}
