import Expressions
package import SQL

extension DuckDBDialect {
  package func wording(of call: WordedCall) -> String? {
    let a = call.arguments
    switch call.function {
    case .round: return round(call)
    // CONCAT leaves nulls out.
    case .concat: return a.map { "(\($0))" }.joined(separator: " || ")
    // By itself it trims every blank that Unicode has.
    case .trim: return "TRIM(\(a[0]), ' ')"
    case .substr: return substring(a)
    case .date_diff: return difference(a[0].sql, from: a[1], to: a[2])
    // No number stands for a correlation of one row, or with a column of one value.
    case .corr: return "NULLIF(\(call.text("CORR", a.map(double))), CAST('nan' AS DOUBLE))"
    case .median: return call.text("MEDIAN", [double(a[0])])
    case .quantile: return call.text("QUANTILE_CONT", [double(a[0]), a[1]])
    // Both are corrected for the sample's size, as in pandas.
    case .skewness: return call.text("SKEWNESS", [double(a[0])])
    case .kurtosis: return call.text("KURTOSIS", [double(a[0])])
    default: return StandardWording.wording(of: call, in: self)
    }
  }

  /// A double is rounded by the digits that a person reads in it: 2.675 is a little less in binary,
  /// and still becomes 2.68.
  private func round(_ call: WordedCall) -> String {
    let value = call.arguments[0]
    // A decimal can only be rounded to a number of digits that is written out.
    guard value.type == .double, call.arguments.count > 1, call.arguments[1].literal != nil else {
      return call.text("ROUND")
    }
    let exact = Worded("CAST(CAST(\(value) AS TEXT) AS DECIMAL(38, 18))", type: .decimal)
    let rounded = call.text("ROUND", [exact, call.arguments[1]])
    return """
      CASE WHEN ABS(\(value)) < 1e15 THEN CAST(\(rounded) AS DOUBLE) ELSE \(call.text("ROUND")) END
      """
  }

  /// Places count from 1, and those before 1 take up length; DuckDB counts them from the end.
  ///
  /// `GREATEST` would make a number of a null.
  private func substring(_ a: [Worded]) -> String {
    let (start, isPlain) = (a[1], a[1].isAtLeast(1))
    let first = isPlain ? start.sql : "CASE WHEN \(start) < 1 THEN 1 ELSE \(start) END"
    guard a.count > 2 else { return "SUBSTR(\(a[0]), \(first))" }
    if isPlain, a[2].isAtLeast(0) { return "SUBSTR(\(a[0]), \(first), \(a[2]))" }
    let lost = "CASE WHEN \(start) < 1 THEN \(start) - 1 ELSE 0 END"
    let length = isPlain ? a[2].sql : "(\(a[2]) + \(lost))"
    return "SUBSTR(\(a[0]), \(first), CASE WHEN \(length) < 0 THEN 0 ELSE \(length) END)"
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

extension Worded {
  /// Whether the text is a whole number written out, of some size at least.
  fileprivate func isAtLeast(_ least: Int64) -> Bool {
    if case .integer(let number) = literal { number >= least } else { false }
  }
}
