import Foundation
import Frame
import JSON
import Statistics

/// How many certified digits a result has right.
struct Score {
  /// What was computed; several results of one label are told by their worst.
  let label: String
  /// From 0 to 15, which are all that NIST certifies.
  let digits: Double

  /// The certified digits of a result: −log₁₀ of its relative error, or of its absolute error where
  /// 0 is certified; nil where no finite value is.
  init?(_ label: String, _ result: Double?, certified text: String?) {
    guard let expected = text.flatMap({ Double($0) }), expected.isFinite else { return nil }
    self.label = label
    let error = abs((result ?? .nan) - expected) / (expected == 0 ? 1 : abs(expected))
    digits = error == 0 ? 15 : error.isNaN ? 0 : min(15, max(0, -log10(error)))
  }

  /// The scores of everything certified of a set, its numbers read in one way.
  static func all(of set: CertifiedSet, read reading: CertifiedSet.Reading) throws -> [Score] {
    switch set.kind {
    case .univariate: try univariate(set, reading)
    case .anova: try anova(set, reading)
    case .linear: try linear(set, reading)
    }
  }

  private static func univariate(_ set: CertifiedSet, _ reading: CertifiedSet.Reading) throws
    -> [Score]
  {
    let column = try set.column(0, read: reading)
    let (summary, series) = (Describe(column), try Autocorrelation(Measured(column)))
    return [
      Score("mean", summary.mean, certified: set.certified["mean"]?.string),
      Score("SD", summary.standardDeviation, certified: set.certified["sd"]?.string),
      Score("lag-1 r", series.r, certified: set.certified["lag1Autocorrelation"]?.string),
    ].compactMap { $0 }
  }

  private static func anova(_ set: CertifiedSet, _ reading: CertifiedSet.Reading) throws -> [Score]
  {
    let labels = try set.column(0, read: .doubles).doubles
    let values = Measured(try set.column(1, read: reading))
    let groups = Set(labels).sorted().map { label in
      Sample(values.picking(labels.indices.filter { labels[$0] == label }))
    }
    let table = try Anova(groups)
    return [
      ("F", table.f, "F"), ("squares", table.betweenSquares, "ssBetween"),
      ("squares", table.withinSquares, "ssWithin"),
      ("mean squares", table.betweenMeanSquare, "msBetween"),
      ("mean squares", table.withinMeanSquare, "msWithin"), ("R²", table.rSquared, "rSquared"),
      ("residual SD", table.residualDeviation, "residualSD"),
    ].compactMap { Score($0, $1, certified: set.certified[$2]?.string) }
  }

  private static func linear(_ set: CertifiedSet, _ reading: CertifiedSet.Reading) throws -> [Score]
  {
    let columns = try (0..<set.width).map { place in
      (place == 0 ? "y" : "x\(place)", try set.column(place, read: reading))
    }
    let model = try LinearModel(
      ModelFrame(try Formula(parsing: formula(of: set)), DataFrame(columns)))
    guard case .array(let coefficients)? = set.certified["coefficients"] else { return [] }
    let certified = set.certified
    var scores = [
      Score("residual SD", model.residualDeviation, certified: certified["residualSD"]?.string),
      Score("R²", model.rSquared, certified: certified["rSquared"]?.string),
      Score("squares", model.residualSquares, certified: certified["ssResidual"]?.string),
      Score(
        "squares", model.totalSquares - model.residualSquares,
        certified: certified["ssRegression"]?.string),
      Score("F", model.fTest.statistic, certified: certified["F"]?.string),
    ]
    for (own, its) in zip(model.coefficients, coefficients) {
      scores.append(Score("coefficients", own.estimate, certified: its["estimate"]?.string))
      scores.append(Score("standard errors", own.standardError, certified: its["se"]?.string))
    }
    return scores.compactMap { $0 }
  }

  /// The model that NIST certifies: all columns, or the powers of the one that a polynomial has.
  private static func formula(of set: CertifiedSet) -> String {
    let degree = Int(set.certified["polynomialDegree"]?.number ?? 0)
    let terms =
      degree > 1 ? (1...degree).map { "x1^\($0)" } : (1..<set.width).map { "x\($0)" }
    let hasIntercept = set.certified["intercept"] != .boolean(false)
    return "y ~ " + terms.joined(separator: " + ") + (hasIntercept ? "" : " - 1")
  }
}
