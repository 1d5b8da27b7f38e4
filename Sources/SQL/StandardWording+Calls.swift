import Expressions

extension StandardWording {
  /// A function call in standard words; nil where the standard has none.
  package static func wording(of call: WordedCall, in dialect: some Dialect) -> String? {
    guard let kind = call.function.signature?.kind else { return nil }
    return switch kind {
    case .row: row(call, in: dialect)
    case .aggregate: aggregate(call, in: dialect)
    case .window: window(call)
    }
  }

  private static func row(_ call: WordedCall, in dialect: some Dialect) -> String? {
    let a = call.arguments
    switch call.function {
    case .round: return round(call, in: dialect)
    case .sign:
      return dialect.wording(casting: Worded("SIGN(\(a[0]))", type: .double), to: .integer)
    case .contains: return "POSITION(\(a[1]) IN \(a[0])) > 0"
    case .starts_with: return "POSITION(\(a[1]) IN \(a[0])) = 1"
    case .sqrt, .ln, .log10: return curve(call, in: dialect)
    case .exp, .power:
      let doubles = a.map { Worded(asDouble($0, in: dialect), type: .double) }
      return call.text(call.function.rawValue.uppercased(), doubles)
    case .abs, .floor, .ceil, .least, .greatest, .lower, .upper, .trim, .length, .substr, .replace,
      .concat, .coalesce, .nullif:
      return call.text(call.function.rawValue.uppercased())
    case .date_trunc, .date_add, .date_diff, .year, .quarter, .month, .week, .day, .weekday, .hour,
      .minute:
      return date(call, in: dialect)
    default: return nil
    }
  }

  /// Halves are rounded away from zero, which only exact numbers do everywhere.
  private static func round(_ call: WordedCall, in dialect: some Dialect) -> String {
    let value = call.arguments[0]
    guard value.type == .double else { return call.text("ROUND") }
    let exact = Worded(dialect.wording(casting: value, to: .decimal), type: .decimal)
    let rounded = call.text("ROUND", [exact] + call.arguments.dropFirst())
    return dialect.wording(casting: Worded(rounded, type: .decimal), to: .double)
  }

  /// Null where a number has no root or logarithm; databases fail there or give no number.
  private static func curve(_ call: WordedCall, in dialect: some Dialect) -> String {
    let value = asDouble(call.arguments[0], in: dialect)
    let condition = "\(call.arguments[0]) \(call.function == .sqrt ? ">=" : ">") 0"
    let kept = Worded("CASE WHEN \(condition) THEN \(value) END", type: .double)
    return call.text(call.function.rawValue.uppercased(), [kept])
  }

  private static func aggregate(_ call: WordedCall, in dialect: some Dialect) -> String? {
    let a = call.arguments
    let doubles = a.map { Worded(asDouble($0, in: dialect), type: .double) }
    switch call.function {
    case .count: return a.isEmpty ? "COUNT(*)\(call.tail)" : call.text("COUNT")
    case .sum where call.type == .integer:
      return dialect.wording(casting: Worded(call.text("SUM"), type: .decimal), to: .integer)
    case .sum, .min, .max: return call.text(call.function.rawValue.uppercased())
    // The smallest is as good as any, and the same each time.
    case .any_value: return call.text("MIN")
    case .avg: return call.text("AVG", doubles)
    case .median: return "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY \(doubles[0]))\(call.tail)"
    case .quantile:
      return "PERCENTILE_CONT(\(a[1])) WITHIN GROUP (ORDER BY \(doubles[0]))\(call.tail)"
    case .stddev: return call.text("STDDEV_SAMP", doubles)
    case .variance: return call.text("VAR_SAMP", doubles)
    case .corr: return call.text("CORR", doubles)
    case .covariance: return call.text("COVAR_SAMP", doubles)
    // In order of the text, so that the result is the same each time.
    case .string_agg: return "STRING_AGG(\(a[0]), \(a[1]) ORDER BY \(a[0]))\(call.tail)"
    default: return nil
    }
  }

  private static func window(_ call: WordedCall) -> String? {
    switch call.function {
    case .row_number, .rank, .dense_rank, .ntile, .lag, .lead, .first_value, .last_value:
      call.text(call.function.rawValue.uppercased())
    default: nil
    }
  }
}
