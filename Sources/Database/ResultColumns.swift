package import Expressions

/// Holds the columns of a result against what a query expects.
package enum ResultColumns {
  /// The names under which columns are read: those that the query's check found, or the database's
  /// own where it found none (raw SQL); throws where their number is another or a name comes twice.
  package static func names(
    _ own: [String], expected: [ScopeColumn], sql: String
  ) throws(DatabaseError) -> [String] {
    guard expected.isEmpty || expected.count == own.count else {
      throw .queryFailed(
        sql: sql, reason: "it gives \(own.count) columns, not \(expected.count)")
    }
    let names = expected.isEmpty ? own : expected.map(\.name)
    var seen: Set<String> = []
    if let twice = names.first(where: { !seen.insert($0).inserted }) {
      throw .queryFailed(sql: sql, reason: "it gives two columns named '\(twice)'")
    }
    return names
  }
}
