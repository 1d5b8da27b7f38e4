import Expressions
package import SQL

extension SQLiteDialect {
  package func wording(of call: WordedCall) -> String? {
    guard let kind = call.function.signature?.kind else { return nil }
    return switch kind {
    case .row: row(call)
    case .aggregate: aggregate(call)
    case .window: StandardWording.wording(of: call, in: self)
    }
  }

  private func row(_ call: WordedCall) -> String? {
    let a = call.arguments
    switch call.function {
    case .abs, .trim, .length, .replace, .nullif: return call.text(call.function.rawValue)
    case .sqrt, .exp, .ln, .log10, .power, .floor, .ceil, .sign, .round, .least, .greatest,
      .lower, .upper, .substr, .starts_with, .year, .quarter, .month, .week, .day, .weekday, .hour,
      .minute:
      return call.text("bs_\(call.function)")
    case .concat: return "(\(a.map { "(\($0))" }.joined(separator: " || ")))"
    case .contains: return "instr(\(a[0]), \(a[1])) > 0"
    // SQLite's own wants two arguments at the least.
    case .coalesce: return a.count == 1 ? a[0].sql : call.text("coalesce")
    case .date_trunc, .date_add:
      let form = call.type == .date ? "date" : "time"
      let what = call.function == .date_trunc ? "trunc" : "add"
      return call.text("bs_\(form)_\(what)_\(a[0])", Array(a.dropFirst()))
    case .date_diff: return call.text("bs_date_diff_\(a[0])", Array(a.dropFirst()))
    default: return nil
    }
  }

  private func aggregate(_ call: WordedCall) -> String? {
    switch call.function {
    case .count: call.arguments.isEmpty ? "count(*)\(call.tail)" : call.text("count")
    case .avg, .min, .max: call.text(call.function.rawValue)
    case .sum: call.text(call.type == .decimal ? "bs_sum" : "sum")
    case .any_value: call.text("min")
    case .median, .stddev, .variance, .skewness, .kurtosis: call.text("bs_\(call.function)")
    case .quantile, .corr, .covariance: call.isDistinct ? nil : call.text("bs_\(call.function)")
    case .string_agg: stringAggregate(call)
    default: nil
    }
  }

  /// SQLite has no DISTINCT with two arguments, and no window without the means to drop a row.
  private func stringAggregate(_ call: WordedCall) -> String? {
    guard !call.isWindowed else { return nil }
    let list = call.arguments.map(\.sql).joined(separator: ", ")
    return "bs_string_agg\(call.isDistinct ? "_distinct" : "")(\(list))\(call.tail)"
  }
}
