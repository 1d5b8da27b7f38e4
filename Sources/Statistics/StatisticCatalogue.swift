/// Every statistic, in the order of the documentation.
package enum StatisticCatalogue {
  /// The types, one a file of this module.
  package static let all: [any Statistic.Type] = [
    Describe.self, DescribeText.self, Shape.self, Quantile.self, TrimmedMean.self,
    GeometricMean.self, CoefficientOfVariation.self, MedianAbsoluteDeviation.self, Rank.self,
    PercentileRank.self,
    MeanSpread.self, Histogram.self, BoxSummary.self, KernelDensity.self, Ecdf.self,
    QuantileQuantile.self,
    Outliers.self, MissingPatterns.self,
    PearsonCorrelation.self, SpearmanCorrelation.self, KendallCorrelation.self,
    PointBiserial.self, CorrelationRatio.self, CorrectedCramersV.self, PartialCorrelation.self,
    RepeatedCorrelation.self, DistanceCorrelation.self,
    CorrelationMatrix.self, AssociationMatrix.self, ClusterOrder.self,
    LinearFit.self, Loess.self, Lowess.self, Bootstrap.self,
    LinearModel.self, LinearDiagnostics.self, LogisticModel.self, RocCurve.self,
    Calibration.self, LoessBand.self, TheilSen.self, MannKendall.self,
    MovingAverage.self, MovingQuantile.self, MovingExtremes.self, Ewma.self, Cumulative.self,
    Change.self, Autocorrelation.self, AutocorrelationFunction.self,
    PartialAutocorrelation.self, LjungBox.self, SeasonalDecomposition.self,
    WelchTTest.self, StudentTTest.self, PairedTTest.self, MannWhitney.self, Wilcoxon.self,
    WelchAnova.self, Anova.self, KruskalWallis.self, BrownForsythe.self,
    Crosstab.self, ChiSquare.self, FisherExact.self,
    GroupComparison.self, CategoryComparison.self, CohortTable.self,
    TukeyHSD.self, GamesHowell.self, DunnTest.self, PairwiseWelch.self,
    CohenD.self, PairedCohenD.self, HedgesG.self, CliffsDelta.self, RankBiserial.self,
    EtaSquared.self, OmegaSquared.self, EpsilonSquared.self, StandardizedDifference.self,
    CramersV.self, Proportion.self, OddsRatio.self, RiskRatio.self, RiskDifference.self,
    KaplanMeier.self, SurvivalQuantile.self, RestrictedMean.self,
    RestrictedMeanDifference.self, LogRank.self, SurvivalComparison.self,
  ]
}
