import Expressions
package import SQL

extension SparkWording {
  package func wording(of call: WordedCall) -> String? {
    guard let kind = call.function.signature?.kind else { return nil }
    return switch kind {
    case .row: row(call) ?? date(call)
    case .aggregate: aggregate(call)
    case .window: StandardWording.wording(of: call, in: self)
    }
  }

  private func row(_ call: WordedCall) -> String? {
    let a = call.arguments
    switch call.function {
    // Spark rounds a double by its decimal digits, halves away from zero.
    case .round, .abs, .lower, .upper, .trim, .replace, .concat, .coalesce, .nullif, .contains:
      return call.text(call.function.rawValue.uppercased())
    case .length: return "CAST(LENGTH(\(a[0])) AS BIGINT)"
    case .starts_with: return call.text("STARTSWITH")
    case .floor, .ceil: return whole(call)
    case .sign: return "CAST(SIGN(\(a[0])) AS BIGINT)"
    case .sqrt, .ln, .log10, .exp: return StandardWording.wording(of: call, in: self)
    // A power that is no number is null, as a root is.
    case .power:
      let power = StandardWording.wording(of: call, in: self) ?? ""
      return "NULLIF(\(power), double('NaN'))"
    // Spark's own want two arguments at the least.
    case .least, .greatest:
      return a.count == 1 ? a[0].sql : call.text(call.function.rawValue.uppercased())
    case .substr: return substring(a)
    default: return nil
    }
  }

  /// Spark's floor of a double is a whole number of 64 bits; a double beyond them is whole itself.
  private func whole(_ call: WordedCall) -> String {
    let name = call.function.rawValue.uppercased()
    let value = call.arguments[0]
    guard value.type == .double else { return "\(name)(\(value))" }
    return """
      CASE WHEN ABS(\(value)) < 1e15D THEN CAST(\(name)(\(value)) AS DOUBLE) ELSE \(value) END
      """
  }

  /// Places before the first take up length, and count from the end in Spark.
  private func substring(_ a: [Worded]) -> String {
    let start = a[1]
    if case .integer(let place)? = start.literal, place >= 1, a.count == 2 || a[2].isCount {
      return "SUBSTRING(\(a.map(\.sql).joined(separator: ", ")))"
    }
    let from = "CASE WHEN \(start) < 1 THEN 1 ELSE \(start) END"
    guard a.count > 2 else { return "SUBSTRING(\(a[0]), CAST(\(from) AS INT))" }
    let length = "\(a[2]) + CASE WHEN \(start) < 1 THEN \(start) - 1 ELSE 0 END"
    let kept = "CASE WHEN \(length) < 0 THEN 0 ELSE \(length) END"
    return "SUBSTRING(\(a[0]), CAST(\(from) AS INT), CAST(\(kept) AS INT))"
  }

  private func aggregate(_ call: WordedCall) -> String? {
    let a = call.arguments
    let doubles = a.map { Worded(StandardWording.asDouble($0, in: self), type: .double) }
    switch call.function {
    case .sum: return call.text("SUM")
    case .median: return call.text("PERCENTILE", [doubles[0], Worded("0.5", type: .decimal)])
    // The share must be a constant; exact, and between two values as R's type 7.
    case .quantile: return call.text("PERCENTILE", [doubles[0], doubles[1]])
    case .corr:
      return call.isDistinct ? nil : "NULLIF(\(call.text("CORR", doubles)), double('NaN'))"
    case .covariance: return call.isDistinct ? nil : call.text("COVAR_SAMP", doubles)
    case .skewness, .kurtosis: return shape(call, doubles)
    case .string_agg: return join(call)
    default: return StandardWording.wording(of: call, in: self)
    }
  }

  /// Spark's are those of a whole population; ours are corrected for a sample's bias (G1 and G2).
  ///
  /// Source: D. N. Joanes and C. A. Gill, *The Statistician* 47 (1998), 183–189.
  private func shape(_ call: WordedCall, _ doubles: [Worded]) -> String {
    let n = "CAST(\(call.text("COUNT", doubles)) AS DOUBLE)"
    if call.function == .skewness {
      return """
        CASE WHEN \(n) > 2 THEN \(call.text("SKEWNESS", doubles)) \
        * SQRT(\(n) * (\(n) - 1)) / (\(n) - 2) END
        """
    }
    return """
      CASE WHEN \(n) > 3 THEN (\(n) - 1) / ((\(n) - 2) * (\(n) - 3)) \
      * ((\(n) + 1) * \(call.text("KURTOSIS", doubles)) + 6) END
      """
  }

  /// In order of the text, so that the result is the same each time; null where there is none.
  private func join(_ call: WordedCall) -> String {
    let text = [call.arguments[0]]
    let all = Worded(
      "\(call.isDistinct ? "COLLECT_SET" : "COLLECT_LIST")(\(text[0]))\(call.tail)", type: .text)
    return """
      CASE WHEN COUNT(\(text[0]))\(call.tail) > 0 \
      THEN ARRAY_JOIN(ARRAY_SORT(\(all)), \(call.arguments[1])) END
      """
  }
}

extension Worded {
  /// Whether the text is a whole number of 32 bits from 0 on.
  fileprivate var isCount: Bool {
    if case .integer(let number)? = literal { (0...0x7FFF_FFFF).contains(number) } else { false }
  }
}
