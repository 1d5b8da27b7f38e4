import JSON
import Statistics

extension TestOutcome {
  /// The test in `results.json`, with its p-value after a correction where there is one.
  func result(adjusted: Double?, in corrected: CorrectedTests? = nil) -> JSONValue {
    var fields: ResultFields = [
      ("test", .string(name)), ("statistic", .number(statistic)),
      ("df", .array(degreesOfFreedom.map { .number($0) })), ("p", .number(p)),
    ]
    if let estimate {
      fields += [
        (estimate.quantity.rawValue, .number(estimate.value)),
        ("low", .number(estimate.interval?.low)), ("high", .number(estimate.interval?.high)),
      ]
    }
    if corrected?.scope == .report { fields.append(("p_adjusted", .number(adjusted))) }
    return .object(fields, reason: reason)
  }
}

extension EffectOutcome {
  /// The effect in `results.json`.
  var result: JSONValue {
    .object(
      [
        ("effect", .string(name)), ("value", .number(value)), ("low", .number(interval?.low)),
        ("high", .number(interval?.high)),
      ], reason: reason)
  }
}

extension GroupPair {
  /// The pair in `results.json`.
  var result: JSONValue {
    .object(
      [
        ("first", JSONValue(first)), ("second", JSONValue(second)),
        ("difference", .number(difference)), ("statistic", .number(statistic)),
        ("df", .number(degreesOfFreedom)), ("p", .number(p)), ("p_adjusted", .number(adjustedP)),
        ("low", .number(interval?.low)), ("high", .number(interval?.high)),
      ], reason: reason ?? partialReason)
  }

  /// Why a pair with a corrected p-value lacks one of its own or an interval.
  private var partialReason: StatisticsError? {
    if p == nil { return .simultaneous }
    return interval == nil ? .noInterval : nil
  }
}
