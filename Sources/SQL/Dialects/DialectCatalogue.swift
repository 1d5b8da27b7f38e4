/// The dialects that this module words itself, for databases whose drivers are not built yet: SQL
/// can be shown in them and be run by hand.
package enum DialectCatalogue {
  /// All of them, by name.
  package static let all: [any Dialect] = [DuckDBDialect(), PostgreSQLDialect()]
}
