import Frame
import JSON
import Statistics

extension TrendMark {
  var results: [(key: String, value: JSONValue)] {
    [("trend", .array(curves.map { .object(fields($0)) }))]
      + (unweighed > 0 ? [("trend_without_weight", .count(unweighed))] : [])
  }

  private func fields(_ curve: Curve) -> [(key: String, value: JSONValue)] {
    let categories = layer.colors.categories
    let group = categories.isEmpty ? nil : categories[curve.group].value.description
    return (layer.panelCount > 1 ? [("panel", .count(curve.panel + 1))] : [])
      + [("group", .string(group)), ("kind", .string(settings.kind.rawValue))] + numbers(curve)
  }

  private func numbers(_ curve: Curve) -> [(key: String, value: JSONValue)] {
    switch curve.fit {
    case .line(let line): line.trendFields
    case .robust(let line, let test): line.trendFields + (test?.trendFields ?? [])
    case .local(let fit):
      [
        ("n", .count(fit.n)), ("sigma", .number(fit.residualDeviation)),
        ("df", .number(fit.degreesOfFreedom)),
      ]
    case .curve(_, _, let n, _): [("n", .count(n))]
    case .none(let error):
      [
        ("n", .count(curve.rows)), ("slope", .null), ("intercept", .null),
        ("slope_std_error", .null), ("r", .null), ("p", .null), ("reason", .string(error.reason)),
      ]
    }
  }
}

extension LinearFit {
  fileprivate var trendFields: [(key: String, value: JSONValue)] {
    let interval = slopeInterval()
    return [
      ("n", .count(n)), ("slope", .number(slope)), ("intercept", .number(intercept)),
      ("slope_std_error", .number(slopeStandardError)), ("slope_low", .number(interval?.low)),
      ("slope_high", .number(interval?.high)), ("r", .number(r)), ("p", .number(p)),
    ] + (reason.map { [("reason", .string($0.reason))] } ?? [])
  }
}

extension TheilSen {
  fileprivate var trendFields: [(key: String, value: JSONValue)] {
    [
      ("n", .count(n)), ("slope", .number(slope)), ("intercept", .number(intercept)),
      ("slope_low", .number(interval?.low)), ("slope_high", .number(interval?.high)),
    ] + (isExact ? [] : [("reason", .string("too many pairs of rows for an interval"))])
  }
}

extension TrendTest {
  fileprivate var trendFields: [(key: String, value: JSONValue)] {
    [("test", .string(name)), ("tau", .number(tau)), ("p", .number(p))]
  }
}
