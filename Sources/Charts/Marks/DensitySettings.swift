import Diagnostics
import Frame
import Spec
import Statistics

/// How smooth a density is.
enum BandwidthRule: String, Hashable, Sendable, CaseIterable {
  case robust, scott, silverman, sheather_jones

  fileprivate var bandwidth: KernelDensity.Bandwidth {
    switch self {
    case .robust: .robust
    case .scott: .scott
    case .silverman: .silverman
    case .sheather_jones: .sheatherJones
    }
  }

  /// The rule in a note.
  var words: String {
    switch self {
    case .robust: "0.9·min(SD, IQR/1.349)·n^(−1/5)"
    case .scott: "Scott's rule"
    case .silverman: "Silverman's rule, SD·(3n/4)^(−1/5)"
    case .sheather_jones: "Sheather and Jones' rule"
    }
  }
}

/// How a density is estimated.
struct DensitySettings: MarkSettings {
  static let keys = ["bandwidth", "bounds"]

  /// A rule, or the kernel's standard deviation in the measure's unit.
  var rule: BandwidthRule? = .robust
  var width = 0.0
  /// Between what values can lie at all.
  var bounds: ClosedRange<Double>?

  init() {}

  init(reading fields: FieldReader) {
    readBandwidth(fields)
    readBounds(fields)
  }

  private mutating func readBandwidth(_ fields: FieldReader) {
    guard let text = fields.text("bandwidth") else { return }
    if let rule = BandwidthRule(rawValue: text.text) {
      self.rule = rule
    } else if let width = Double(text.text), width > 0, width.isFinite {
      (rule, self.width) = (nil, width)
    } else {
      let words = BandwidthRule.allCases.map(\.rawValue).joined(separator: ", ")
      fields.problems.error(
        "'bandwidth' cannot be '\(text.text)', expected a number above 0 or \(words)",
        at: text.place)
    }
  }

  private mutating func readBounds(_ fields: FieldReader) {
    guard let nodes = fields.list("bounds") else { return }
    let ends = nodes.map { node -> Double? in
      guard let text = node.text("a bound", problems: fields.problems)?.text else { return .nan }
      return ["null", "~", ""].contains(text) ? nil : Double(text) ?? .nan
    }
    let (low, high) = (
      ends.first.flatMap { $0 } ?? -.infinity, ends.last.flatMap { $0 } ?? .infinity
    )
    guard ends.count == 2, low < high else {
      fields.problems.error(
        "'bounds' must be a lower and an upper end", at: fields.place(of: "bounds"),
        hints: ["bounds: [0, null] where values cannot be negative"])
      return
    }
    bounds = low...high
  }

  /// The bandwidth for the statistics.
  var bandwidth: KernelDensity.Bandwidth { rule?.bandwidth ?? .width(width) }

  /// How the density was made, for the note.
  func method(_ words: Words, _ column: ChannelColumn?, isLog: Bool) -> String {
    let rule =
      self.rule?.words
      ?? words.number(width) + (isLog ? " decades" : (column?.isTime == true ? " seconds" : ""))
    var parts = ["Density: Gaussian kernel, bandwidth \(rule)"]
    if isLog { parts.append("per tenfold, as the scale is logarithmic") }
    if let bounds {
      let ends = [bounds.lowerBound, bounds.upperBound].filter(\.isFinite)
      let named = ends.map { words.number($0, like: column) }.joined(separator: " and ")
      if !ends.isEmpty { parts.append("reflected at \(named)") }
    }
    return parts.joined(separator: "; ")
  }
}
