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
    case .linear: []
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
}
