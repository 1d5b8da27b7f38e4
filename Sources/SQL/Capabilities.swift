/// What a database can do; a statement that asks for more is refused before it runs.
package struct Capabilities: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// `OVER (…)`.
  package static let windowFunctions = Capabilities(rawValue: 1 << 0)
  /// `FILTER (WHERE …)` after an aggregate; else it is worded with CASE.
  package static let aggregateFilters = Capabilities(rawValue: 1 << 1)
  /// `RIGHT` and `FULL` joins.
  package static let outerJoins = Capabilities(rawValue: 1 << 2)
  /// `median` and `quantile` over a window.
  package static let windowedQuantiles = Capabilities(rawValue: 1 << 3)
  /// Reading all queries of one connection from one snapshot.
  package static let snapshots = Capabilities(rawValue: 1 << 4)
  /// Reading one snapshot over several connections, so that queries run side by side.
  package static let sharedSnapshots = Capabilities(rawValue: 1 << 5)
  /// Decimals stay exact in arithmetic and sums; else they are doubles within a query.
  package static let exactDecimals = Capabilities(rawValue: 1 << 6)
  /// Values are bound apart from the text; else they are written into it as literals.
  package static let boundValues = Capabilities(rawValue: 1 << 7)
  /// `skewness` and `kurtosis`.
  package static let shapeStatistics = Capabilities(rawValue: 1 << 8)
  /// Primary keys, foreign keys and defaults are reflected.
  package static let reflectedKeys = Capabilities(rawValue: 1 << 9)
  /// Comments of tables and columns are reflected.
  package static let reflectedComments = Capabilities(rawValue: 1 << 10)
  /// Tables are named by catalog, schema and table.
  package static let catalogs = Capabilities(rawValue: 1 << 11)

  /// What the standard has.
  package static let standard: Capabilities = [.windowFunctions, .aggregateFilters, .outerJoins]

  /// Each capability in the words of the users' reference.
  package static let catalogue: [(capability: Capabilities, title: String)] = [
    (.windowFunctions, "window functions"),
    (.aggregateFilters, "`filter (where …)` as such, not as `case`"),
    (.outerJoins, "right and full joins"),
    (.windowedQuantiles, "`median` and `quantile` over a window"),
    (.shapeStatistics, "`skewness`, `kurtosis`"),
    (.exactDecimals, "exact decimals in arithmetic and sums"),
    (.boundValues, "values bound apart from the SQL"),
    (.snapshots, "one snapshot for the queries of a connection"),
    (.sharedSnapshots, "one snapshot for connections side by side"),
    (.reflectedKeys, "keys and defaults reflected"),
    (.reflectedComments, "comments reflected"),
    (.catalogs, "names of three parts"),
  ]
}
