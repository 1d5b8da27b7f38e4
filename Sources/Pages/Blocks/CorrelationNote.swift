import Charts
import Formatting
import Statistics

/// The footnote of a correlation matrix: method, n, missing rule, correction, and what looks broken.
struct CorrelationNote {
  let printer: CorrelationPrinter

  private var pairs: [AssociationMatrix.Pair] { printer.matrix.pairs }
  private var block: CorrelationBlock { printer.block }
  private var formatter: ValueFormatter { printer.drawing.formatter }
  private var words: Words { Words(formatter: formatter) }

  /// Fewer rows than this leave a coefficient almost open.
  private static let fewRows = 10

  var text: String {
    ([method, sign, missing, correction].compactMap(\.self) + broken).joined(separator: " ")
  }

  private var method: String {
    let of = "\(words.count(pairs.count, "pair", "pairs"))\(counts)"
    guard block.method == .auto else {
      return "\(printer.title)\(block.given.isEmpty ? "" : ",") of \(of)."
    }
    let measures = AssociationMatrix.Measure.allCases.compactMap { measure -> String? in
      let count = pairs.count { $0.measure == measure }
      return count > 0 ? "\(measure.title) (\(formatter.count(count)))" : nil
    }
    return "\(Words.list(measures)) of \(of)."
  }

  /// What a point-biserial correlation above 0 means, such as `more where smoker is true`.
  private var sign: String? {
    let used = Set(
      pairs.filter { $0.measure == .pointBiserial }.flatMap { [$0.first, $0.second] })
    let seconds = zip(printer.matrix.names, printer.matrix.secondCategories).enumerated()
      .compactMap { place, column in
        used.contains(place) ? column.1.map { "\(column.0) is \(formatter.text($0))" } : nil
      }
    guard !seconds.isEmpty, seconds.count <= 6 else { return nil }
    return "Point-biserial r is above 0 where numbers are larger as \(Words.list(seconds))."
  }

  private var counts: String {
    let n = pairs.map(\.n)
    guard let low = n.min(), let high = n.max() else { return "" }
    return low == high
      ? ", n = \(formatter.count(low))"
      : ", n = \(formatter.count(low)) to \(formatter.count(high))"
  }

  private var missing: String {
    let left = pairs.map { $0.missing + $0.infinite }.max() ?? 0
    let weighted =
      block.weights.map { "Each row counts as often as \($0.name) says. " } ?? ""
    guard left > 0 else { return weighted + "No value is missing." }
    let infinite = pairs.contains { $0.infinite > 0 } ? ", or with an infinite one," : ""
    switch block.rows {
    case .listwise:
      return weighted + "Rows without one of the values\(infinite) are left out of all pairs "
        + "(\(words.count(left, "row", "rows")))."
    case .pairwise:
      let values =
        block.given.isEmpty ? "one of the two values" : "a value of the pair or the given"
      return weighted + "Rows without \(values)\(infinite) are left out of a pair."
    }
  }

  private var correction: String? { printer.corrected.sentence(with: formatter, noun: "pair") }

  /// What a reader should not trust: few rows, thin tables, pairs without a coefficient.
  private var broken: [String] {
    let few = pairs.filter { $0.r != nil && $0.n < CorrelationNote.fewRows }
    let thin = pairs.filter(\.hasSmallCounts)
    let inflated = pairs.filter {
      $0.measure == .correlationRatio && ($0.r ?? 0) > ($0.interval?.high ?? 1)
    }
    return [
      few.isEmpty ? nil : "Fewer than \(CorrelationNote.fewRows) rows: \(named(few)).",
      thin.isEmpty ? nil : "Small expected counts, so that p is rough: \(named(thin)).",
      inflated.isEmpty
        ? nil : "Many categories alone make η large, here above its interval: \(named(inflated)).",
      undefined,
    ].compactMap(\.self)
  }

  private func named(_ pairs: [AssociationMatrix.Pair]) -> String {
    guard pairs.count < self.pairs.count || pairs.count == 1 else { return "every pair" }
    let rest = pairs.count > 4 ? "; and \(pairs.count - 4) more" : ""
    return pairs.prefix(4).map(printer.name).joined(separator: "; ") + rest
  }

  private var undefined: String? {
    let without = pairs.filter { $0.r == nil }
    guard !without.isEmpty else { return nil }
    let told = reasons(of: without).flatMap { subjects(of: $0.pairs, reason: $0.reason) }
    let rest = told.count > 6 ? "; and \(told.count - 6) more" : ""
    return "No coefficient for \(told.prefix(6).joined(separator: "; "))\(rest)."
  }

  /// The pairs of each reason, in the order in which reasons come.
  private func reasons(of pairs: [AssociationMatrix.Pair])
    -> [(reason: String, pairs: [AssociationMatrix.Pair])]
  {
    var reasons: [(reason: String, pairs: [AssociationMatrix.Pair])] = []
    for pair in pairs {
      let reason = pair.reason?.reason ?? "not defined"
      if let known = reasons.firstIndex(where: { $0.reason == reason }) {
        reasons[known].pairs.append(pair)
      } else {
        reasons.append((reason, [pair]))
      }
    }
    return reasons
  }

  /// One column that all pairs have in common says it once; else each pair is named.
  private func subjects(of pairs: [AssociationMatrix.Pair], reason: String) -> [String] {
    let common = pairs.reduce(Set([pairs[0].first, pairs[0].second])) { common, pair in
      common.intersection([pair.first, pair.second])
    }
    guard pairs.count > 2, let column = common.first else {
      return pairs.map { "\(printer.name($0)): \(reason)" }
    }
    return ["\(printer.matrix.names[column]) with \(pairs.count) others: \(reason)"]
  }
}
