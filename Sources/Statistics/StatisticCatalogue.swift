/// Every statistic, in the order of the documentation.
package enum StatisticCatalogue {
  /// The types, one a file of this module.
  package static let all: [any Statistic.Type] = [
    Describe.self, DescribeText.self, Shape.self, Quantile.self, TrimmedMean.self,
    GeometricMean.self, CoefficientOfVariation.self, MedianAbsoluteDeviation.self, Rank.self,
    PercentileRank.self,
    Histogram.self, BoxSummary.self, KernelDensity.self,
    Outliers.self, MissingPatterns.self,
    PearsonCorrelation.self, SpearmanCorrelation.self, KendallCorrelation.self,
    PointBiserial.self, CorrelationRatio.self, CorrectedCramersV.self, PartialCorrelation.self,
    RepeatedCorrelation.self, DistanceCorrelation.self,
    CorrelationMatrix.self, AssociationMatrix.self, ClusterOrder.self,
    LinearFit.self, Loess.self, Lowess.self, Bootstrap.self,
    LinearModel.self, LinearDiagnostics.self,
    MovingAverage.self, MovingQuantile.self, Ewma.self, Cumulative.self, Change.self,
    Autocorrelation.self,
    WelchTTest.self, StudentTTest.self, MannWhitney.self, WelchAnova.self, Anova.self,
    KruskalWallis.self, Crosstab.self, ChiSquare.self, GroupComparison.self,
    PairwiseComparison.self,
    CohenD.self, HedgesG.self, CliffsDelta.self, EtaSquared.self, OmegaSquared.self,
    CramersV.self,
    KaplanMeier.self, SurvivalQuantile.self, RestrictedMean.self, LogRank.self,
  ]
}
