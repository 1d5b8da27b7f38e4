import Frame
import Spec
import Statistics

/// Which pairs of groups a chart compares, and which of them it shows as brackets: `compare`.
struct BracketSettings: MarkSettings {
  static let keys: [String] = []
  /// Below this a pair differs.
  static let significance = 0.05

  /// Nil for the automatic choice.
  var tests: [GroupTest]?
  var postHoc = PostHoc.auto
  var adjustment = PAdjustment.holm
  var pairs = Pairs.significant
  var show = Show.p
  /// The brackets of a comparison that was made elsewhere; nil makes it from the layer's rows.
  var made: [Bracket]?

  /// Which pairs have a bracket.
  enum Pairs: String, Hashable, Sendable, CaseIterable {
    case significant, all
  }

  /// What stands over a bracket.
  enum Show: String, Hashable, Sendable, CaseIterable {
    case p, stars
  }

  init() {}
  // `compare` belongs to a layer of several kinds of marks, and is read by `read(_:)`.
  init(reading fields: FieldReader) {}

  /// Reads `compare` of a layer: true, or a mapping; nil where nothing is compared.
  static func read(_ fields: FieldReader) -> BracketSettings? {
    guard let node = fields.node("compare") else { return nil }
    guard case .mapping = node.content else {
      return fields.boolean("compare") == true ? BracketSettings() : nil
    }
    let reader = FieldReader(node, subject: "'compare'", problems: fields.problems)
    var settings = BracketSettings()
    settings.tests = reader.choice("test", of: Test.self).flatMap(\.tests)
    settings.postHoc = reader.choice("posthoc", of: GroupPostHoc.self)?.postHoc ?? .auto
    settings.adjustment = reader.choice("adjust", of: PAdjustment.self) ?? .holm
    settings.pairs = reader.choice("pairs", of: Pairs.self) ?? .significant
    settings.show = reader.choice("show", of: Show.self) ?? .p
    reader.finish()
    return settings
  }

  /// The tests of numbers in independent rows, as a spec names them.
  private enum Test: String, CaseIterable {
    case auto, welch_t, student_t, mann_whitney, welch_anova, anova, kruskal_wallis

    var tests: [GroupTest]? { GroupTest(rawValue: rawValue).map { [$0] } }
  }

  /// The comparisons of pairs, as a spec names them; a chart that compares compares pairs.
  private enum GroupPostHoc: String, CaseIterable {
    case auto, tukey, games_howell, dunn, welch

    var postHoc: PostHoc? { PostHoc(rawValue: rawValue) }
  }
}

/// Two groups and how surely they differ.
struct Bracket: Hashable, Sendable {
  let first: Value
  let second: Value
  /// The p-value, corrected over all pairs of the comparison.
  let p: Double
}

extension GroupComparison {
  /// The pairs that have a p-value: of two groups the first test's, of more each pair's corrected one.
  var brackets: [Bracket] {
    if let pairs {
      return pairs.pairs.compactMap { pair in
        pair.adjustedP.map { Bracket(first: pair.first, second: pair.second, p: $0) }
      }
    }
    let present = groups.filter { $0.sample.count > 0 }
    guard present.count == 2, let p = tests.first?.p else { return [] }
    return [Bracket(first: present[0].label, second: present[1].label, p: p)]
  }

  /// Why no pair has a p-value; nil where one has.
  var reasonForNoBrackets: StatisticsError? {
    guard brackets.isEmpty else { return nil }
    let count = groups.count { $0.sample.count > 0 }
    if count < 2 { return .tooFewGroups(needed: 2, got: count) }
    return pairs?.reason ?? pairs?.pairs.first?.reason ?? tests.first?.reason ?? .outOfRange
  }
}
