import Frame
import JSON
import Statistics

/// A column with its summary in each group of rows.
struct DescribedColumn {
  /// A group of rows: which, and what it is called.
  struct Group {
    /// Nil where all rows are one group.
    let label: Value?
    let text: String?
    /// Nil for all rows.
    let rows: [Int]?
  }

  /// One group's summary of the column.
  struct Part {
    let group: Group
    let column: Column
    let weights: FrequencyWeights?
    /// Nil for a column that holds no numbers.
    let numbers: Describe?
    let texts: DescribeText?
  }

  let name: String
  let parts: [Part]
  let isNumeric: Bool
  /// Whether the column's values are whole by their type.
  let isWhole: Bool
  private let settings: DescribeSettings

  init(
    name: String, column: Column, groups: [Group], weights: FrequencyWeights?,
    _ settings: DescribeSettings
  ) throws(StatisticsError) {
    self.name = name
    self.settings = settings
    isNumeric = column.type.isNumeric
    isWhole = column.type == .integer
    var parts: [Part] = []
    for group in groups {
      parts.append(
        try Part(
          group, group.rows.map { column.picking($0) } ?? column,
          group.rows.map { weights?.picking($0) } ?? weights, settings.options))
    }
    self.parts = parts
  }

  /// The column's objects in `results.json`, one a group.
  var results: [JSONValue] { parts.map(result) }

  private func result(_ part: Part) -> JSONValue {
    var fields: ResultFields = [("column", .string(name))]
    if let label = part.group.label { fields.append(("group", JSONValue(label))) }
    if let summary = part.numbers {
      return .object(fields + figures(of: summary), reason: summary.reason)
    }
    guard let summary = part.texts else { return .object(fields) }
    fields += [
      ("n", .count(summary.n)), ("missing", .count(summary.missing)),
      ("distinct", .count(summary.distinct)),
      (
        "top",
        .array(summary.top.map { ["value": JSONValue($0.value), "n": .count($0.count)] })
      ),
    ]
    return .object(fields)
  }

  private func figures(of summary: Describe) -> ResultFields {
    let (skewness, kurtosis) = settings.shape.figures(of: summary)
    var fields: ResultFields = [
      ("n", .count(summary.n)), ("missing", .count(summary.missing)),
      ("mean", .number(summary.mean)), ("std", .number(summary.standardDeviation)),
      ("min", .number(summary.min)), ("q1", .number(summary.q1)),
      ("median", .number(summary.median)), ("q3", .number(summary.q3)),
      ("max", .number(summary.max)), ("skewness", .number(skewness)),
      ("kurtosis", .number(kurtosis)), ("se", .number(summary.standardError)),
      ("distinct", .count(summary.distinct)), ("zeros", .count(summary.zeros)),
      ("negatives", .count(summary.negatives)), ("iqr", .number(summary.interquartileRange)),
      ("mad", .number(summary.medianAbsoluteDeviation)),
      ("cv", .number(summary.coefficientOfVariation)),
      ("geometric_mean", .number(summary.geometricMean)),
      ("trimmed_mean", .number(summary.trimmedMean?.value)),
      ("trimmed_share", .number(summary.options.trimmedShare)),
      ("quantile_kind", .string(summary.options.quantileKind.rawValue)),
      ("skewness_kind", .string(settings.shape.rawValue)),
      (
        "top",
        .array(summary.mostFrequent.map { ["value": .number($0.value), "n": .count($0.count)] })
      ),
    ]
    if !summary.options.probabilities.isEmpty {
      fields.append(("quantiles", .array(quantiles(of: summary))))
    }
    if summary.infinite > 0 { fields.append(("infinite", .count(summary.infinite))) }
    if settings.weights != nil { fields.append(("unweighted", .count(summary.unweighted))) }
    if !summary.reasons.isEmpty { fields.append(("reasons", reasons(of: summary))) }
    return fields
  }

  private func quantiles(of summary: Describe) -> [JSONValue] {
    summary.options.probabilities.enumerated().map { place, probability in
      let hasValue = summary.quantiles.indices.contains(place)
      return [
        "p": .number(probability), "value": .number(hasValue ? summary.quantiles[place] : nil),
      ]
    }
  }

  private func reasons(of summary: Describe) -> JSONValue {
    .object(
      summary.reasons.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value.reason)) })
  }
}

extension DescribedColumn.Part {
  fileprivate init(
    _ group: DescribedColumn.Group, _ column: Column, _ weights: FrequencyWeights?,
    _ options: Describe.Options
  ) throws(StatisticsError) {
    self.group = group
    self.column = column
    self.weights = weights
    guard column.type.isNumeric else {
      numbers = nil
      texts = DescribeText(column, weights: weights, limit: options.topCount)
      return
    }
    texts = nil
    if let weights {
      numbers = Describe(try WeightedSample(Measured(column), weights: weights), options)
    } else {
      numbers = Describe(column, options)
    }
  }

  /// The values for a small histogram, each as often as its weight says; by shares of the weights
  /// where they stand for more rows than a drawing of some points tells apart.
  var drawnValues: [Double] {
    guard let weights else { return column.doubles }
    let share = min(1, 50_000 / Double(max(weights.total, 1)))
    return zip(column.doubles, weights.counts).flatMap { value, weight in
      Array(repeating: value, count: Int((Double(weight ?? 0) * share).rounded()))
    }
  }
}

extension DescribeSettings.ShapeKind {
  /// The skewness and kurtosis of this kind.
  func figures(of summary: Describe) -> (skewness: Double?, kurtosis: Double?) {
    switch self {
    case .adjusted: (summary.skewness, summary.kurtosis)
    case .population: (summary.populationSkewness, summary.populationKurtosis)
    }
  }
}
