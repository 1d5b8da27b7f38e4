import Diagnostics
import Evaluation
import Spec
import Statistics

/// What a spec chooses of a description.
struct DescribeSettings: Hashable, Sendable {
  /// Which skewness and kurtosis are printed.
  enum ShapeKind: String, Hashable, Sendable, CaseIterable {
    /// G1 and G2, as pandas and spreadsheets give them.
    case adjusted
    /// g1 and g2, those of the values themselves.
    case population
  }

  var options = Describe.Options()
  var shape = ShapeKind.adjusted
  /// Whether the trimmed mean was asked for, so that it is printed.
  var showsTrimmed = false
  /// Nil for rows that count once.
  var weights: ColumnChoice?

  /// Reads the fields; those not given keep their defaults.
  init(_ fields: FieldReader) {
    options.probabilities = DescribeSettings.probabilities(fields)
    options.quantileKind = fields.choice("quantile_kind", of: QuantileKind.self) ?? .r7
    shape = fields.choice("skewness", of: ShapeKind.self) ?? .adjusted
    if let share = fields.number("trimmed", in: 0...0.49) {
      options.trimmedShare = share
      showsTrimmed = true
    }
    options.topCount = fields.integer("top", in: 1...20) ?? options.topCount
    weights = fields.has("weights") ? fields.columns("weights")?.first : nil
  }

  /// The most quantiles that stand beside each other in a table.
  private static let mostQuantiles = 9

  private static func probabilities(_ fields: FieldReader) -> [Double] {
    guard let nodes = fields.list("quantiles", orSingle: true) else { return [] }
    if nodes.count > mostQuantiles {
      fields.problems.error(
        "'quantiles' has \(nodes.count) numbers, expected at most \(mostQuantiles)",
        at: fields.place(of: "quantiles"))
    }
    return nodes.compactMap { node in
      if case .scalar(let scalar) = node.content, let share = Double(scalar.text.text),
        (0...1).contains(share)
      {
        return share
      }
      fields.problems.error(
        "a quantile must be a number from 0 to 1, found \(node.summary)", at: node.place,
        hints: ["quantiles: [0.05, 0.95] prints the 5th and the 95th percentile"])
      return nil
    }
  }
}
