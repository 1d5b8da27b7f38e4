import Charts
import Drawing
import Formatting
import Frame
import Glibc
import JSON
import Statistics

/// Prints a logistic model: odds ratios, forest plot, ROC curve, calibration, footnote and results.
struct LogisticModelPrinter: RegressionPrinter {
  let model: LogisticModel
  let surroundings: RegressionSurroundings
  private let curve: RocCurve?
  private let calibration: Calibration

  var frame: ModelFrame { model.frame }
  var coefficients: [ModelCoefficient] { model.coefficients }

  init(_ model: LogisticModel, _ surroundings: RegressionSurroundings) {
    (self.model, self.surroundings) = (model, surroundings)
    curve = try? RocCurve(model, level: surroundings.level)
    calibration = Calibration(model)
  }

  func block(id: String, _ own: ResultFields) -> ComposedBlock {
    var content: [Content] = []
    let shown = surroundings.show
    if shown.contains(.table) { content.append(.table(table)) }
    let subtitle =
      "Odds ratio of \(event), \(surroundings.levelWords) interval; "
      + effectScale
    let ratios = effects().map { ($0.name, exp($0.estimate), exp($0.low), exp($0.high)) }
    if shown.contains(.forest),
      let chart = forest(ratios, isRatio: true, subtitle: subtitle)
    {
      content.append(.chart(chart, id: id))
    }
    var panels: [(chart: Chart, id: String)] = []
    if shown.contains(.roc), let curve { panels.append((rocChart(curve), "\(id)-roc")) }
    if shown.contains(.calibration) { panels.append((calibrationChart, "\(id)-calibration")) }
    if !panels.isEmpty { content.append(sideBySide(panels)) }
    content.append(.note([Inline(note)]))
    return ComposedBlock(content: content, results: own + results)
  }

  /// The event in words, such as `smoker = Y`.
  private var event: String { "\(surroundings.response) = \(model.event)" }

  // MARK: Results

  private var results: ResultFields {
    var fields: ResultFields = [
      ("n", .count(model.n)), ("event", .string(model.event)), ("events", .count(model.events)),
      ("terms", .array(coefficients.map(result))),
      ("log_likelihood", .number(model.logLikelihood)), ("deviance", .number(model.deviance)),
      ("null_deviance", .number(-2 * model.nullLogLikelihood)),
      ("mcfadden_r_squared", .number(model.mcFadden)), ("aic", .number(model.aic)),
      ("bic", .number(model.bic)), ("chi_square", .number(model.likelihoodRatio?.statistic)),
      ("df", .array((model.likelihoodRatio?.degreesOfFreedom).map { [.number($0)] } ?? [])),
      ("p", .number(model.likelihoodRatio?.p)), ("auc", .number(curve?.area)),
      ("auc_std_error", .number(curve?.standardError)),
      ("auc_low", .number(curve?.interval?.low)), ("auc_high", .number(curve?.interval?.high)),
      ("hosmer_lemeshow", .number(calibration.test?.statistic)),
      ("hosmer_lemeshow_p", .number(calibration.test?.p)), ("std_errors", .string("classic")),
      ("level", .number(surroundings.level)),
    ]
    fields += rowFields
    if let reason { fields.append(("reason", .string(reason))) }
    return fields
  }

  /// Why a test of the model is undefined.
  private var reason: String? {
    var reasons = model.likelihoodRatio == nil ? ["no terms to test"] : []
    if calibration.test == nil {
      let words =
        calibration.groups.count < 3
        ? "fewer than 3 groups of probabilities" : "result out of range"
      reasons.append("hosmer_lemeshow: \(words)")
    }
    return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
  }

  private func result(_ coefficient: ModelCoefficient) -> JSONValue {
    .object(
      fields(coefficient) + [
        ("odds_ratio", .number(coefficient.oddsRatio)),
        ("odds_low", .number(coefficient.oddsInterval?.low)),
        ("odds_high", .number(coefficient.oddsInterval?.high)),
      ], reason: coefficient.reason)
  }

  // MARK: Table

  private var table: TableContent {
    let heads = ["Odds ratio", "\(surroundings.levelWords) interval", "log odds", "SE", "z", "p"]
    return TableContent(
      columns: [TableContent.Column(head: "Term", alignment: .left)]
        + heads.map { TableContent.Column(head: $0, alignment: .right) },
      rows: coefficients.map { coefficient in
        .cells(
          cells(coefficient).map {
            TableContent.Cell($0, isStrong: (coefficient.p ?? 1) < 0.05 && coefficient.term != nil)
          })
      }, summary: "Odds ratios of \(event)")
  }

  private func cells(_ coefficient: ModelCoefficient) -> [String] {
    let error = coefficient.standardError
    let none = formatter.text(.null)
    let (odds, interval) = (coefficient.oddsRatio, coefficient.oddsInterval)
    let digits = odds.flatMap { odds in
      interval.flatMap { EstimateDigits(odds, low: $0.low, high: $0.high) }
    }
    func ratio(_ number: Double?) -> String {
      guard let number else { return none }
      return digits.map { formatter.number(number, to: $0) }
        ?? formatter.number(number, significant: 3)
    }
    return [
      name(coefficient), ratio(odds),
      interval.map { formatter.interval(ratio($0.low), ratio($0.high)) } ?? none,
      surroundings.estimate(coefficient.estimate, error: error),
      error.map { surroundings.estimate($0, error: $0) } ?? none,
      surroundings.statistic(coefficient.statistic), surroundings.probability(coefficient.p),
    ]
  }

  // MARK: Charts

  private func rocChart(_ curve: RocCurve) -> Chart {
    let points = thinned(curve.points)
    return reference(
      ReferenceChart(
        .init("False positives", points.map(\.falsePositive)),
        .init("True positives", points.map(\.truePositive)),
        reference: [(0, 0), (1, 1)], isLine: true),
      subtitle: "ROC curve, area \(formatter.number(curve.area, decimals: 3))",
      altText: "ROC curve of \(event); area \(formatter.number(curve.area, decimals: 3)).")
  }

  private func thinned(_ points: [RocCurve.Point]) -> [RocCurve.Point] {
    guard points.count > ReferenceChart.mostDots else { return points }
    let step = Double(points.count - 1) / Double(ReferenceChart.mostDots - 1)
    return (0..<ReferenceChart.mostDots).map { points[Int((Double($0) * step).rounded())] }
  }

  private var calibrationChart: Chart {
    let groups = calibration.groups
    return reference(
      ReferenceChart(
        .init("Foretold share", groups.map { $0.expected / $0.n }),
        .init("Found share", groups.map { $0.events / $0.n }), reference: [(0, 0), (1, 1)]),
      subtitle: "Calibration in \(formatter.count(groups.count)) groups",
      altText: "Found shares of \(event) by the shares that the model foretells.")
  }

  // MARK: Sentences

  private var note: String {
    ([finding, discrimination, "Wald tests and intervals.", missing] + bases + untold + doubts)
      .joined(separator: " ")
  }

  private var finding: String {
    var parts = [
      "\(words.count(model.events, "event", "events")) (\(event)) in n = \(formatter.count(model.n))"
    ]
    if let test = model.likelihoodRatio {
      let freedom = formatter.number(test.degreesOfFreedom, decimals: 0)
      parts.append(
        "likelihood ratio χ²(\(freedom)) = \(surroundings.statistic(test.statistic)), \(formatter.pValue(test.p))"
      )
    }
    parts.append("McFadden R² = \(formatter.number(model.mcFadden, decimals: 3))")
    return "Logistic model by maximum likelihood, \(parts.joined(separator: ", "))."
  }

  private var discrimination: String {
    guard let curve else { return "" }
    guard let interval = curve.interval else {
      return "AUC = \(formatter.number(curve.area, decimals: 3))."
    }
    return "AUC = \(words.estimate(curve.area, interval)) (DeLong)."
  }

  /// Which assumptions look broken.
  private var doubts: [String] {
    var doubts: [String] = []
    let rarer = min(model.events, model.n - model.events)
    if model.rank > 1, rarer < 10 * (model.rank - 1) {
      doubts.append(
        "few events for so many terms (\(words.count(rarer, "row", "rows")) of the rarer outcome)")
    }
    if let test = calibration.test, test.p < 0.05 {
      doubts.append(
        "foretold and found shares differ (Hosmer–Lemeshow \(formatter.pValue(test.p)))")
    }
    return doubts.isEmpty
      ? ["No assumption looks broken."] : ["In doubt: \(doubts.joined(separator: "; "))."]
  }
}
