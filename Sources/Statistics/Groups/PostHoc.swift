/// The comparisons of pairs of groups that a spec may name.
package enum PostHoc: String, Hashable, Sendable, CaseIterable {
  /// Chosen by the first test of the comparison.
  case auto
  case none
  case tukey
  case gamesHowell = "games_howell"
  case dunn
  case welch

  /// What belongs to the first test of a comparison: Tukey to the analysis of variance, Dunn to
  /// Kruskal–Wallis, Games–Howell to all else.
  package func chosen(after test: GroupTest?) -> PostHoc {
    guard self == .auto else { return self }
    switch test {
    case .anova: return .tukey
    case .kruskalWallis: return .dunn
    default: return .gamesHowell
    }
  }
}

/// The pairs of groups of a comparison, or why there are none.
package struct PairComparison: Hashable, Sendable {
  /// The comparison that was made.
  package let postHoc: PostHoc
  /// Its name in print.
  package let title: String
  /// The correction of p-values; nil where they are simultaneous by themselves.
  package let adjustment: PAdjustment?
  /// The pairs in the groups' order.
  package let pairs: [GroupPair]
  /// Why there are no pairs; nil where there are.
  package let reason: StatisticsError?

  /// More groups than this make more pairs than a reader can follow.
  package static let mostGroups = 40

  /// Compares every pair of groups by the chosen test.
  init(_ postHoc: PostHoc, _ groups: [LabelledSample], adjustment: PAdjustment, level: Double) {
    let made = PairComparison.make(postHoc, groups, adjustment, level)
    self.postHoc = postHoc
    switch postHoc {
    case .tukey: (title, self.adjustment) = (TukeyHSD.title, nil)
    case .dunn: (title, self.adjustment) = (DunnTest.title, adjustment)
    case .welch: (title, self.adjustment) = (PairwiseWelch.title, adjustment)
    case .auto, .none, .gamesHowell: (title, self.adjustment) = (GamesHowell.title, nil)
    }
    switch made {
    case .success(let pairs): (self.pairs, reason) = (pairs, nil)
    case .failure(let error): (pairs, reason) = ([], error)
    }
  }

  private static func make(
    _ postHoc: PostHoc, _ groups: [LabelledSample], _ adjustment: PAdjustment, _ level: Double
  ) -> Result<[GroupPair], StatisticsError> {
    Result { () throws(StatisticsError) in
      guard groups.count <= mostGroups else {
        throw .tooManyGroups(allowed: mostGroups, got: groups.count)
      }
      return switch postHoc {
      case .none: []
      case .tukey: try TukeyHSD(groups, level: level).pairs
      case .dunn: try DunnTest(groups, adjustment: adjustment).pairs
      case .welch: PairwiseWelch(groups, adjustment: adjustment, level: level).pairs
      case .auto, .gamesHowell: try GamesHowell(groups, level: level).pairs
      }
    }
  }
}
