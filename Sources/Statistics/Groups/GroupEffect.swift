/// The effect sizes of groups that a spec may name.
package enum GroupEffect: String, Hashable, Sendable, CaseIterable {
  case cohenD = "cohen_d"
  case hedgesG = "hedges_g"
  case cliffsDelta = "cliffs_delta"
  case rankBiserial = "rank_biserial"
  case etaSquared = "eta_squared"
  case omegaSquared = "omega_squared"
  case epsilonSquared = "epsilon_squared"
  case cramersV = "cramers_v"
  case oddsRatio = "odds_ratio"
  case riskRatio = "risk_ratio"
  case riskDifference = "risk_difference"

  /// The effect sizes that go with tests, those of the leading test first: differences of means
  /// behind a test of means, of ranks behind one of ranks.
  package static func automatic(groups: Int, isPaired: Bool, after test: GroupTest?)
    -> [GroupEffect]
  {
    let isOfRanks = test?.comparesRanks ?? false
    if isPaired { return isOfRanks ? [.rankBiserial, .cohenD] : [.cohenD, .rankBiserial] }
    guard groups == 2 else {
      return (isOfRanks ? [.epsilonSquared] : []) + [.etaSquared, .omegaSquared]
    }
    return isOfRanks
      ? [.cliffsDelta, .cohenD, .hedgesG] : [.cohenD, .hedgesG, .cliffsDelta]
  }

  /// The effect sizes of a cross table.
  package static func automatic(isFourfold: Bool) -> [GroupEffect] {
    isFourfold ? [.cramersV, .oddsRatio, .riskRatio, .riskDifference] : [.cramersV]
  }

  /// The effect in numbers, or why it has no value.
  func outcome(_ groups: ComparedGroups) -> EffectOutcome {
    let (samples, level) = (groups.samples, groups.level)
    switch self {
    case .cohenD where groups.pairing != nil:
      return EffectOutcome { () throws(StatisticsError) in
        try PairedCohenD(differences: try groups.differences(), level: level)
      }
    case .rankBiserial where groups.pairing != nil:
      return EffectOutcome { () throws(StatisticsError) in
        try RankBiserial(differences: try groups.differences())
      }
    case .cohenD:
      return GroupEffect.ofTwo(groups) { (x, y) throws(StatisticsError) in
        try CohenD(x, y, level: level)
      }
    case .hedgesG:
      return GroupEffect.ofTwo(groups) { (x, y) throws(StatisticsError) in
        try HedgesG(x, y, level: level)
      }
    case .cliffsDelta:
      return GroupEffect.ofTwo(groups) { (x, y) throws(StatisticsError) in
        try CliffsDelta(x, y, level: level)
      }
    case .rankBiserial:
      return GroupEffect.ofTwo(groups) { (x, y) throws(StatisticsError) in
        try RankBiserial(x, y, level: level)
      }
    case .etaSquared:
      return EffectOutcome { () throws(StatisticsError) in try EtaSquared(samples, level: level) }
    case .omegaSquared:
      return EffectOutcome { () throws(StatisticsError) in try OmegaSquared(samples, level: level) }
    case .epsilonSquared:
      return EffectOutcome { () throws(StatisticsError) in try EpsilonSquared(samples) }
    case .cramersV:
      return EffectOutcome { () throws(StatisticsError) -> CramersV in throw .needsCategories }
    case .oddsRatio:
      return EffectOutcome { () throws(StatisticsError) -> OddsRatio in throw .needsCategories }
    case .riskRatio:
      return EffectOutcome { () throws(StatisticsError) -> RiskRatio in throw .needsCategories }
    case .riskDifference:
      return EffectOutcome { () throws(StatisticsError) -> RiskDifference in throw .needsCategories
      }
    }
  }

  private static func ofTwo<Effect: EffectSize>(
    _ groups: ComparedGroups, _ make: (Sample, Sample) throws(StatisticsError) -> Effect
  ) -> EffectOutcome {
    EffectOutcome { () throws(StatisticsError) in
      let (x, y) = try groups.two()
      return try make(x, y)
    }
  }

  /// The effect in a cross table, or why it has no value; risks are those of the last column, of the
  /// last row over the first.
  func outcome(_ table: Crosstab, level: Double) -> EffectOutcome {
    switch self {
    case .cramersV:
      EffectOutcome { () throws(StatisticsError) in try CramersV(table, level: level) }
    case .oddsRatio:
      EffectOutcome { () throws(StatisticsError) in try OddsRatio(table.reversed, level: level) }
    case .riskRatio:
      EffectOutcome { () throws(StatisticsError) in try RiskRatio(table.reversed, level: level) }
    case .riskDifference:
      EffectOutcome { () throws(StatisticsError) in
        try RiskDifference(table.reversed, level: level)
      }
    default: outcome(ComparedGroups(samples: [], pairing: nil, level: level))
    }
  }
}
