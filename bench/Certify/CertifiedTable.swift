import Foundation
import JSON

/// The digits that this project and its peers reach on the sets of one kind, as a Markdown table.
struct CertifiedTable {
  /// One set's digits, by label.
  struct Row {
    let name: String
    let decimals: [Score]
    let doubles: [Score]
    let peers: [String: Double]
  }

  let kind: CertifiedSet.Kind
  let rows: [Row]

  init(_ kind: CertifiedSet.Kind, in folder: URL) throws {
    self.kind = kind
    // Other sets than those of this repository come without the peers' digits.
    let peers = try? JSONValue(in: "peers.json", of: folder)[kind.rawValue]
    rows = try CertifiedSet.all(kind, in: folder).map { set in
      Row(
        name: set.name, decimals: try Score.all(of: set, read: .decimals),
        doubles: try Score.all(of: set, read: .doubles),
        peers: CertifiedTable.peers(peers?[set.name], kind))
    }
  }

  /// The labels of a kind and their keys in `peers.json`; those without one no peer gives.
  private static func labels(of kind: CertifiedSet.Kind) -> [(label: String, peer: String?)] {
    switch kind {
    case .univariate: [("mean", "mean"), ("SD", "sd"), ("lag-1 r", "lag1Autocorrelation")]
    case .anova:
      [("F", "F"), ("squares", nil), ("mean squares", nil), ("R²", nil), ("residual SD", nil)]
    case .linear:
      [
        ("coefficients", "estimates"), ("standard errors", "errors"),
        ("residual SD", "residualSD"), ("squares", nil), ("R²", "rSquared"), ("F", "F"),
      ]
    }
  }

  private static func peers(_ peers: JSONValue?, _ kind: CertifiedSet.Kind) -> [String: Double] {
    var digits: [String: Double] = [:]
    for (label, key) in labels(of: kind) { digits[label] = key.flatMap { peers?[$0]?.number } }
    return digits
  }

  /// What the sets are of, and whose the third figure of a cell is.
  private var caption: String {
    switch kind {
    case .univariate: "One column: from decimals / from doubles / numpy, lag 1 by statsmodels."
    case .anova: "Analysis of variance: from decimals / from doubles / SciPy."
    case .linear: "Regression: from decimals / from doubles / statsmodels."
    }
  }

  /// A sentence and the table; a cell holds the digits from decimals, from doubles, and the peer's.
  var markdown: String {
    let labels = CertifiedTable.labels(of: kind).map(\.label)
    let head = ["set"] + labels
    let body = rows.map { row in
      [row.name]
        + labels.map { label in
          [
            CertifiedTable.worst(label, row.decimals), CertifiedTable.worst(label, row.doubles),
            row.peers[label],
          ].map(CertifiedTable.text).joined(separator: " / ")
        }
    }
    let lines = ([head, head.map { _ in "---" }] + body)
      .map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    return "\(caption)\n\n\(lines)"
  }

  private static func worst(_ label: String, _ scores: [Score]) -> Double? {
    scores.filter { $0.label == label }.map(\.digits).min()
  }

  /// One decimal, cut off and not rounded up to digits that are not there.
  private static func text(_ digits: Double?) -> String {
    guard let digits else { return "–" }
    let tenths = Int((digits * 10).rounded(.down))
    return "\(tenths / 10).\(tenths % 10)"
  }
}
