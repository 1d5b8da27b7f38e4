import Charts
import Formatting
import Frame
import Statistics

/// The residual panel: what the residuals say about a linear model's assumptions, in four charts.
extension LinearModelPrinter {
  /// Residuals by fitted values and by normal quantiles; their size by fitted values, and how far
  /// each row pulls at the fit.
  func residualPanel(_ diagnostics: LinearDiagnostics, id: String) -> [Content] {
    [
      sideBySide([
        (residualChart(diagnostics), "\(id)-residuals"), (quantileChart(diagnostics), "\(id)-qq"),
      ]),
      sideBySide([
        (scaleChart(diagnostics), "\(id)-scale"), (leverageChart(diagnostics), "\(id)-leverage"),
      ]),
    ]
  }

  /// The rows that are drawn: every so many by the order of a number, the ends among them.
  private func thinned(_ order: [Int], to most: Int = ReferenceChart.mostDots) -> [Int] {
    guard order.count > most else { return order }
    let step = Double(order.count - 1) / Double(most - 1)
    return (0..<most).map { order[Int((Double($0) * step).rounded())] }
  }

  private func dots(_ drawn: Int, of all: Int) -> String {
    drawn == all ? "" : ", \(formatter.count(drawn)) of \(formatter.count(all)) rows drawn"
  }

  /// The rows in the order of a number, as many as are drawn.
  private func shown(by values: [Double], _ rows: [Int]) -> [Int] {
    thinned(rows.sorted { (values[$0], $0) < (values[$1], $1) })
  }

  /// A local regression through all rows; nothing where it is not defined.
  private func smooth(_ x: [Double], _ y: [Double]) -> [(x: Double, y: Double)] {
    guard let curve = try? Loess(x, y) else { return [] }
    return zip(curve.positions, curve.heights).map { ($0, $1) }
  }

  private func residualChart(_ diagnostics: LinearDiagnostics) -> Chart {
    byFitted(
      diagnostics, diagnostics.residuals, rows: Array(diagnostics.fitted.indices),
      axis: "Residual", title: "Residuals",
      altText: "Residuals by fitted values of the model of \(surroundings.response)")
  }

  /// Whether residuals spread alike along the fitted values.
  private func scaleChart(_ diagnostics: LinearDiagnostics) -> Chart {
    byFitted(
      diagnostics, diagnostics.standardized.map { ($0 ?? .nan).magnitude.squareRoot() },
      rows: diagnostics.standardized.indices.filter { diagnostics.standardized[$0] != nil },
      axis: "√|standardised residual|", title: "Size of residuals",
      altText: "Roots of the sizes of standardised residuals by fitted values")
  }

  /// A number of each row by its fitted value, with a local regression through all rows.
  private func byFitted(
    _ diagnostics: LinearDiagnostics, _ values: [Double], rows: [Int], axis: String,
    title: String, altText: String
  ) -> Chart {
    let fitted = diagnostics.fitted
    let drawn = shown(by: fitted, rows)
    let curve = smooth(rows.map { fitted[$0] }, rows.map { values[$0] })
    return reference(
      ReferenceChart(
        .init("Fitted \(surroundings.response)", drawn.map { fitted[$0] }),
        .init(axis, drawn.map { values[$0] }), reference: curve),
      subtitle: "\(title) by fitted values\(curve.isEmpty ? "" : ", local regression")"
        + dots(drawn.count, of: rows.count),
      altText: "\(altText), n = \(formatter.count(rows.count))." + course(curve))
  }

  /// How far a curve leaves zero, which a model that fits keeps to.
  private func course(_ curve: [(x: Double, y: Double)]) -> String {
    guard let low = curve.map(\.y).min(), let high = curve.map(\.y).max() else { return "" }
    return " Their local regression runs from \(formatter.number(low, significant: 3)) to "
      + "\(formatter.number(high, significant: 3))."
  }

  /// Whether residuals are normal: their quantiles with the band of normal ones.
  private func quantileChart(_ diagnostics: LinearDiagnostics) -> Chart {
    let residuals = diagnostics.standardized.compactMap(\.self)
    return QuantileChart("Standardised residual", residuals)
      .chart(width: halfWidth, in: surroundings.drawing)
  }

  /// Where Cook's distance is marked.
  private static let cookContour = 0.5

  /// How far each row pulls at the fit, with the line beyond which Cook's distance is above a half.
  private func leverageChart(_ diagnostics: LinearDiagnostics) -> Chart {
    let residuals = diagnostics.standardized.map { $0 ?? .nan }
    let rows = residuals.indices.filter { residuals[$0].isFinite }
    let leverages = diagnostics.leverages
    let drawn = thinnedKeepingPull(diagnostics, rows)
    let contour = contour(diagnostics, rows)
    let pulling = rows.count { (diagnostics.cook[$0] ?? 0) > LinearModelPrinter.cookContour }
    let most = diagnostics.cook.compactMap(\.self).max() ?? 0
    let limit = formatter.number(LinearModelPrinter.cookContour, decimals: 1)
    return reference(
      ReferenceChart(
        .init("Leverage", drawn.map { leverages[$0] }),
        .init("Standardised residual", drawn.map { residuals[$0] }), reference: contour),
      subtitle: "Standardised residuals by leverage"
        + (contour.isEmpty ? "" : ", line: Cook’s distance \(limit)")
        + (drawn.count < rows.count
          ? ", the \(LinearModelPrinter.mostPulling) rows that pull most and an even sample of the rest"
            + dots(drawn.count, of: rows.count)
          : ""),
      altText: "Standardised residuals by leverage, n = \(formatter.count(rows.count)). "
        + "Cook’s distance is \(formatter.number(most, significant: 2)) at most; "
        + "\(words.count(pulling, "row lies", "rows lie")) above \(limit).")
  }

  /// How many of the rows that pull most are drawn, however many rows there are.
  private static let mostPulling = 20

  /// The rows that are drawn: those that pull most, and of the rest every so many by leverage.
  private func thinnedKeepingPull(_ diagnostics: LinearDiagnostics, _ rows: [Int]) -> [Int] {
    guard rows.count > ReferenceChart.mostDots else { return rows }
    let cook = diagnostics.cook.map { $0 ?? 0 }
    let byPull = rows.sorted { (-cook[$0], $0) < (-cook[$1], $1) }
    let pulling = byPull.prefix(LinearModelPrinter.mostPulling)
    let leverages = diagnostics.leverages
    let rest = byPull.dropFirst(pulling.count)
      .sorted { (leverages[$0], $0) < (leverages[$1], $1) }
    return pulling + thinned(rest, to: ReferenceChart.mostDots - pulling.count)
  }

  /// Residuals of one distance by leverage, as far as rows reach: the side above zero or below where
  /// the row of the largest distance lies; nothing where none is near.
  private func contour(_ diagnostics: LinearDiagnostics, _ rows: [Int]) -> [(x: Double, y: Double)]
  {
    let cook = diagnostics.cook
    guard let worst = rows.max(by: { (cook[$0] ?? 0) < (cook[$1] ?? 0) }),
      let farthest = rows.map({ diagnostics.leverages[$0] }).max(), farthest > 0,
      let residual = diagnostics.standardized[worst]
    else { return [] }
    let reach = rows.compactMap { diagnostics.standardized[$0]?.magnitude }.max() ?? 0
    let sign: Double = residual < 0 ? -1 : 1
    return (1...60).compactMap { step in
      let place = farthest * Double(step) / 60
      let height = LinearDiagnostics.residual(
        ofCook: LinearModelPrinter.cookContour, leverage: place, coefficients: model.rank)
      return height.flatMap { $0 <= reach * 1.15 ? (place, sign * $0) : nil }
    }
  }
}
