import Frame
import JSON
import Statistics

extension SurvivalPrinter {
  /// The block's part of `results.json`: all that the curves, the tables and the note are made of.
  var results: ResultFields {
    var fields: ResultFields = [
      ("time", .string(time)), ("by", by.map { .string($0) } ?? .null),
      ("interval", .string(survival.options.curve.interval.rawValue)),
      ("level", .number(survival.options.curve.level)), ("horizon", .number(survival.horizon)),
      ("groups", .array(survival.groups.map(result))),
      ("tests", .array(survival.test.map { [result($0)] } ?? [])),
    ]
    if let difference = survival.difference {
      fields.append(("effects", .array([result(difference)])))
    }
    let pairs = survival.crossings.map { JSONValue.array([label($0.first), label($0.second)]) }
    if corrected.scope == .report { fields += corrected.results }
    if !pairs.isEmpty { fields.append(("crossing", .array(pairs))) }
    return fields
  }

  private func label(_ place: Int) -> JSONValue {
    survival.groups[place].label.map { JSONValue($0) } ?? .null
  }

  private func result(_ group: SurvivalComparison.Group) -> JSONValue {
    let points = group.curve?.points ?? []
    var fields: ResultFields = [
      ("group", group.label.map { JSONValue($0) } ?? .null), ("n", .count(group.times.n)),
      ("events", .count(group.times.events)), ("censored", .count(group.times.censored)),
      ("missing", .count(group.times.missing)), ("median", .number(group.median?.value)),
      ("low", .number(group.median?.low)), ("high", .number(group.median?.high)),
      ("rmst", .number(group.mean.value)), ("rmst_std_error", .number(group.meanError)),
      ("rmst_low", .number(group.mean.interval?.low)),
      ("rmst_high", .number(group.mean.interval?.high)),
    ]
    fields += [
      ("times", .array(points.map { .number($0.time) })),
      ("at_risk", .array(points.map { .count($0.atRisk) })),
      ("events_at", .array(points.map { .count($0.events) })),
      ("censored_at", .array(points.map { .count($0.censored) })),
      ("survival", .array(points.map { .number($0.survival) })),
      ("std_error", .array(points.map { .number($0.standardError) })),
      ("lower", .array(points.map { .number($0.interval?.low) })),
      ("upper", .array(points.map { .number($0.interval?.high) })),
    ]
    return .object(fields, reason: reason(group))
  }

  private func reason(_ group: SurvivalComparison.Group) -> String? {
    guard let median = group.median else { return "no values" }
    let reasons = [reason(median), group.mean.reason?.reason].compactMap(\.self)
    return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
  }

  /// Why a median or one of its limits is undefined.
  private func reason(_ median: SurvivalQuantile) -> String? {
    if median.value == nil { return "median not reached" }
    if median.low == nil { return "limits of the median not reached" }
    return median.high == nil ? "upper limit of the median not reached" : nil
  }

  private func result(_ test: TestOutcome) -> JSONValue {
    var fields: ResultFields = [
      ("test", .string(test.name)), ("weights", .string(survival.options.weighting.rawValue)),
      ("statistic", .number(test.statistic)),
      ("df", .array(test.degreesOfFreedom.map { .number($0) })), ("p", .number(test.p)),
    ]
    if corrected.scope == .report {
      fields.append(("p_adjusted", .number(corrected.adjusted.first ?? nil)))
    }
    return .object(fields, reason: test.reason)
  }

  private func result(_ effect: EffectOutcome) -> JSONValue {
    .object(
      [
        ("effect", .string(effect.name)), ("value", .number(effect.value)),
        ("low", .number(effect.interval?.low)), ("high", .number(effect.interval?.high)),
      ], reason: effect.reason)
  }
}
