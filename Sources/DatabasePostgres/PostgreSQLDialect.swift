package import SQL
/// PostgreSQL 13 and later.
///
/// The standard wording is PostgreSQL's where the standard is silent, so that little differs here.
/// Of the language, `skewness`, `kurtosis` and `ewma` are refused.
package struct PostgreSQLDialect: Dialect {
  package let name = "postgresql"
  package let capabilities: Capabilities = [
    .standard, .snapshots, .sharedSnapshots, .exactDecimals, .boundValues,
    .distinctStringAggregates, .reflectedKeys, .reflectedComments,
  ]
  package let placeholders = PlaceholderStyle.numbered(prefix: "$")

  package init() {}
}
