import Charts
import Drawing
import Formatting
import Frame
import JSON
import Statistics

/// Prints a linear model: table, forest plot, residuals, footnote and results from the same fit.
struct LinearModelPrinter: RegressionPrinter {
  let model: LinearModel
  let clusterName: String?
  let surroundings: RegressionSurroundings
  let diagnostics: LinearDiagnostics?

  var frame: ModelFrame { model.frame }
  var coefficients: [ModelCoefficient] { model.coefficients }

  init(_ model: LinearModel, _ clusterName: String?, _ surroundings: RegressionSurroundings) {
    (self.model, self.clusterName, self.surroundings) = (model, clusterName, surroundings)
    diagnostics = try? LinearDiagnostics(model)
  }

  func block(id: String, _ own: ResultFields) -> ComposedBlock {
    var content: [Content] = []
    let shown = surroundings.show
    if shown.contains(.table) { content.append(.table(table)) }
    let subtitle =
      "Change in \(surroundings.response), \(surroundings.levelWords) interval; "
      + effectScale
    if shown.contains(.forest),
      let chart = forest(effects(), isRatio: false, subtitle: subtitle)
    {
      content.append(.chart(chart, id: id))
    }
    if shown.contains(.residuals), let diagnostics {
      content += residualPanel(diagnostics, id: id)
    }
    content.append(.note([Inline(note)]))
    return ComposedBlock(content: content, results: own + results)
  }

  // MARK: Results

  private var results: ResultFields {
    var fields: ResultFields = [
      ("n", .count(model.n)),
      ("terms", .array(coefficients.map(result))), ("r_squared", .number(model.rSquared)),
      ("adj_r_squared", .number(model.adjustedRSquared)),
      ("r_squared_kind", .string(model.isUncentred ? "uncentred" : "centred")),
      ("sigma", .number(model.residualDeviation)), ("f", .number(model.fTest.statistic)),
      ("df", .array(model.fTest.degreesOfFreedom.map { .number($0) })),
      ("f_p", .number(model.fTest.p)), ("df_residual", .count(model.degreesOfFreedom)),
      ("log_likelihood", .number(model.logLikelihood)), ("aic", .number(model.aic)),
      ("bic", .number(model.bic)), ("condition_number", .number(model.conditionNumber)),
      ("std_errors", .string(model.errors.rawValue)), ("level", .number(surroundings.level)),
    ]
    if model.errors == .cluster {
      fields.append(("cluster", clusterName.map { .string($0) } ?? .null))
      fields.append(("clusters", .count(model.frame.clusterCount)))
    }
    fields += rowFields
    if let diagnostics { fields.append(("diagnostics", result(diagnostics))) }
    if let reason = model.reason ?? model.fTest.reason {
      fields.append(("reason", .string(reason.reason)))
    }
    return fields
  }

  private func result(_ coefficient: ModelCoefficient) -> JSONValue {
    var reason = coefficient.reason?.reason
    if reason == nil, coefficient.inflation == nil {
      reason = coefficient.term == nil ? "vif: an intercept has none" : "vif: no other term"
    }
    return .object(
      fields(coefficient) + [("vif", .number(coefficient.inflation))], reason: reason)
  }

  private func result(_ diagnostics: LinearDiagnostics) -> JSONValue {
    func test(_ test: LinearDiagnostics.ResidualTest?) -> JSONValue {
      guard let test else { return .null }
      return .object([
        ("statistic", .number(test.statistic)), ("df", .array([.number(test.degreesOfFreedom)])),
        ("p", .number(test.p)),
      ])
    }
    return .object(
      [
        ("breusch_pagan", test(diagnostics.breuschPagan)),
        ("jarque_bera", test(diagnostics.jarqueBera)),
        ("durbin_watson", .number(diagnostics.durbinWatson)),
        ("max_cook", .number(diagnostics.cook.compactMap(\.self).max())),
        ("max_leverage", .number(diagnostics.leverages.max())),
      ], reason: reason(diagnostics))
  }

  /// Why some of the diagnostics are undefined.
  private func reason(_ diagnostics: LinearDiagnostics) -> String? {
    var reasons: [String] = []
    if diagnostics.breuschPagan == nil {
      let words =
        model.isUncentred
        ? "no intercept" : coefficients.count < 2 ? "no terms" : "residuals of one size"
      reasons.append("breusch_pagan: \(words)")
    }
    if diagnostics.jarqueBera == nil { reasons.append("jarque_bera: result out of range") }
    if diagnostics.durbinWatson == nil {
      let words = model.frame.weights == nil ? "result out of range" : "weighted rows have no order"
      reasons.append("durbin_watson: \(words)")
    }
    return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
  }

  // MARK: Table

  private var table: TableContent {
    let hasInflation = coefficients.contains { $0.inflation != nil }
    let heads =
      ["Estimate", "SE", "\(surroundings.levelWords) interval", "t", "p"]
      + (hasInflation ? ["VIF"] : [])
    return TableContent(
      columns: [TableContent.Column(head: "Term", alignment: .left)]
        + heads.map { TableContent.Column(head: $0, alignment: .right) },
      rows: coefficients.map { coefficient in
        let inflation = hasInflation ? [inflation(coefficient)] : []
        return .cells(
          (cells(coefficient) + inflation).map {
            TableContent.Cell($0, isStrong: (coefficient.p ?? 1) < 0.05 && coefficient.term != nil)
          })
      }, summary: "Coefficients of the linear model of \(surroundings.response)")
  }

  private func cells(_ coefficient: ModelCoefficient) -> [String] {
    let error = coefficient.standardError
    let interval = coefficient.interval.map {
      formatter.interval(
        surroundings.estimate($0.low, error: error), surroundings.estimate($0.high, error: error))
    }
    return [
      name(coefficient), surroundings.estimate(coefficient.estimate, error: error),
      error.map { surroundings.estimate($0, error: $0) } ?? formatter.text(.null),
      interval ?? formatter.text(.null), surroundings.statistic(coefficient.statistic),
      surroundings.probability(coefficient.p),
    ]
  }

  private func inflation(_ coefficient: ModelCoefficient) -> String {
    guard let inflation = coefficient.inflation else { return formatter.text(.null) }
    return formatter.number(inflation, decimals: inflation >= 100 ? 0 : 2)
  }

  // MARK: Sentences

  private var note: String {
    ([finding, method, missing] + bases + untold + doubts).joined(separator: " ")
  }

  private var finding: String {
    let n = "n = \(formatter.count(model.n))"
    guard let rSquared = model.rSquared else {
      return "Linear model, \(n): \(model.reason?.reason ?? "not defined")."
    }
    let name = model.isUncentred ? "R² (uncentred)" : "R²"
    var parts = ["\(name) = \(formatter.number(rSquared, decimals: 3))"]
    if let adjusted = model.adjustedRSquared {
      parts.append("adjusted \(formatter.number(adjusted, decimals: 3))")
    }
    if let deviation = model.residualDeviation {
      parts.append("residual SD \(formatter.number(deviation, significant: 3))")
    }
    if let f = model.fTest.statistic, let p = model.fTest.p {
      let freedom = model.fTest.degreesOfFreedom.map { formatter.number($0, decimals: 0) }
      parts.append(
        "F(\(formatter.list(freedom))) = \(surroundings.statistic(f)), \(formatter.pValue(p))"
      )
    }
    return
      "Linear model of \(surroundings.response) by least squares, \(n): \(parts.joined(separator: ", "))."
  }

  private var method: String {
    let errors =
      switch model.errors {
      case .classic: "Classic errors, t with \(formatter.count(model.degreesOfFreedom)) df"
      case .hc3: "HC3 errors, t with \(formatter.count(model.degreesOfFreedom)) df"
      case .cluster:
        "Errors clustered by \(clusterName ?? "cluster") "
          + "(CR1, \(words.count(frame.clusterCount, "cluster", "clusters"))), "
          + "t with \(formatter.count(model.tDegreesOfFreedom)) df"
      }
    return frame.weights == nil ? errors + "." : errors + "; weights count rows."
  }

  /// Which assumptions look broken.
  private var doubts: [String] {
    guard let diagnostics else { return model.reason == .perfectFit ? ["The fit is perfect."] : [] }
    var doubts: [String] = []
    if model.errors == .classic, let test = diagnostics.breuschPagan, test.p < 0.05 {
      doubts.append(
        "residuals spread unevenly (Breusch–Pagan \(formatter.pValue(test.p)); consider hc3)")
    }
    if let test = diagnostics.jarqueBera, test.p < 0.01 {
      doubts.append("residuals are not normal (Jarque–Bera \(formatter.pValue(test.p)))")
    }
    if model.errors != .cluster, let found = diagnostics.durbinWatson, !(1.2...2.8).contains(found)
    {
      doubts.append(
        "neighbouring rows depend on each other (Durbin–Watson \(formatter.number(found, decimals: 2)))"
      )
    }
    if model.errors == .cluster, frame.clusterCount < 30 {
      doubts.append("few clusters make such errors too small")
    }
    let inflated = coefficients.filter { ($0.inflation ?? 0) > 10 }.map(\.name)
    if !inflated.isEmpty {
      doubts.append(
        "\(Words.list(Array(inflated.prefix(4)))) nearly repeat other terms (VIF above 10)")
    }
    let pulling = diagnostics.cook.compactMap(\.self).count { $0 > 1 }
    if pulling > 0 {
      doubts.append("\(words.count(pulling, "row pulls", "rows pull")) the fit (Cook above 1)")
    }
    return doubts.isEmpty
      ? ["No assumption looks broken."] : ["In doubt: \(doubts.joined(separator: "; "))."]
  }
}
