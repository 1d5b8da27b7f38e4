import Expressions
package import SQL

extension DuckDBDialect {
  package func wording(of call: WordedCall) -> String? {
    let a = call.arguments
    switch call.function {
    case .round: return round(call)
    case .substr: return part(of: a[0], from: a[1], length: a.count > 2 ? a[2] : nil)
    // DuckDB's own leaves nulls out; with one of them the language gives null.
    case .concat: return "(\(a.map { "(\($0))" }.joined(separator: " || ")))"
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

  /// Halves go away from zero, of the number that a person reads.
  ///
  /// 0.285 is a little less in binary, and is 0.29 to two digits. DuckDB rounds the binary number,
  /// so that the decimals which it writes for it are rounded here.
  private func round(_ call: WordedCall) -> String {
    let value = call.arguments[0]
    // A decimal can only be rounded to a number of digits that is written out.
    guard value.type == .double, call.arguments.count > 1, call.arguments[1].literal != nil else {
      return call.text("ROUND")
    }
    let exact = Worded("CAST(CAST(\(value) AS VARCHAR) AS DECIMAL(38, 18))", type: .decimal)
    return """
      CASE WHEN ABS(\(value)) < 1e15 THEN CAST(\(call.text("ROUND", [exact, call.arguments[1]])) \
      AS DOUBLE) ELSE \(call.text("ROUND")) END
      """
  }

  /// Places before the first take up length; in DuckDB they count from the end.
  private func part(of text: Worded, from start: Worded, length: Worded?) -> String {
    let most = length.map { ", CASE WHEN \($0) < 0 THEN 0 ELSE \($0) END" } ?? ""
    if case .integer(let place) = start.literal, place > 0 {
      if case .integer(let count) = length?.literal, count >= 0 {
        return "SUBSTR(\(text), \(place), \(count))"
      }
      return "SUBSTR(\(text), \(place)\(most))"
    }
    let rest = length.map { ", GREATEST(\($0) + \(start) - 1, 0)" } ?? ""
    return """
      CASE WHEN \(start) >= 1 THEN SUBSTR(\(text), \(start)\(most)) \
      WHEN \(start) < 1 THEN SUBSTR(\(text), 1\(rest)) END
      """
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
