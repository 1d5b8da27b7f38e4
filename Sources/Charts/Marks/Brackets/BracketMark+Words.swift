import Formatting
import Frame
import JSON
import Statistics

extension BracketMark {
  func story(in words: Words) -> Story {
    var story = Story(kind: "Comparison", measure: "", unit: "", points: 0)
    // A comparison made elsewhere is told there.
    guard settings.made == nil else {
      story.methods = starKey(words)
      return story
    }
    for comparison in comparisons {
      let lead = comparisons.count > 1 ? "Panel \(comparison.panel + 1): " : ""
      story.findings.append(lead + finding(comparison, words))
    }
    story.methods = method(words) + outcomes(words) + starKey(words) + crowdedOut
    return story
  }

  private var measured: ChannelColumn? {
    layer.rows[base.other.channel]
  }

  private var grouped: ChannelColumn? {
    layer.rows[base.channel]
  }

  private func name(_ value: Value, _ words: Words) -> String {
    words.category(value, like: grouped)
  }

  /// Which pairs differ, by name.
  private func finding(_ comparison: Comparison, _ words: Words) -> String {
    let measure = measured.map { words.inSentence($0.label.oneLine) } ?? "the measure"
    if let reason = reason(comparison) { return "groups are not compared: \(reason)" }
    let different = comparison.all.filter { $0.p < BracketSettings.significance }
    guard !different.isEmpty else { return "no two groups are shown to differ in \(measure)" }
    let told = different.prefix(6).map {
      "\(name($0.first, words)) and \(name($0.second, words)), \(words.formatter.pValue($0.p))"
    }
    let rest = different.count > told.count ? "; and \(different.count - told.count) more" : ""
    return "\(measure) differs between \(told.joined(separator: "; "))\(rest)"
  }

  private func reason(_ comparison: Comparison) -> String? {
    switch comparison.made {
    case .failure(let error): error.reason
    case .success(let made): made.reasonForNoBrackets?.reason
    case nil: nil
    }
  }

  /// The test behind the brackets, told once.
  private func method(_ words: Words) -> [String] {
    let made = comparisons.compactMap { try? $0.made?.get() }
    guard let told = made.first(where: { !$0.brackets.isEmpty }) else { return [] }
    let inPanels = comparisons.count > 1 ? ", in each panel by itself" : ""
    guard let pairs = told.pairs else {
      return ["Brackets: \(told.tests.first?.title ?? "")\(inPanels)"]
    }
    let correction =
      switch pairs.adjustment {
      case nil: "p holds for all pairs together"
      case PAdjustment.none?: "p not corrected"
      case let adjustment?: "p corrected by \(adjustment.title)"
      }
    return ["Brackets: \(pairs.title), \(correction)\(inPanels)"]
  }

  /// How many pairs differ, how many are drawn, of how many values.
  private func outcomes(_ words: Words) -> [String] {
    comparisons.prefix(4).map { comparison in
      let lead = comparisons.count > 1 ? "panel \(comparison.panel + 1): " : ""
      if let reason = reason(comparison) {
        return "\(lead)no comparison: \(reason)".capitalizedFirst
      }
      let count = comparison.all.count { $0.p < BracketSettings.significance }
      let (all, shown) = (comparison.all.count, comparison.shown.count)
      let pairs = "\(words.count(count)) of \(words.count(all)) \(all == 1 ? "pair" : "pairs")"
      let verb = count == 1 ? "differs" : "differ"
      let drawn =
        shown == all || shown == 0
        ? "" : shown == count ? ", which are drawn" : ", the surest \(shown) are drawn"
      let n = (try? comparison.made?.get())?.groups.reduce(0) { $0 + $1.sample.count } ?? 0
      return
        "\(lead)\(pairs) \(verb) at p < \(words.formatter.number(0.05, decimals: 2))\(drawn), n = \(words.count(n))"
        .capitalizedFirst
    }
  }

  private func starKey(_ words: Words) -> [String] {
    guard showsStars, comparisons.contains(where: { !$0.shown.isEmpty }) else { return [] }
    let hasEqual = comparisons.flatMap(\.shown).contains { $0.p >= BracketSettings.significance }
    let key = [("*", 0.05, 2), ("**", 0.01, 2), ("***", 0.001, 3)].map { stars, p, decimals in
      "\(stars) p < \(words.formatter.number(p, decimals: decimals))"
    }
    return [words.formatter.list(key)]
      + (hasEqual ? ["n.s.: not shown to differ"] : [])
  }

  private var crowdedOut: [String] {
    isCrowdedOut ? ["No brackets: the axis leaves no room above the values"] : []
  }

  var results: [(key: String, value: JSONValue)] {
    guard settings.made == nil else { return [] }
    return [("comparison", .array(comparisons.map { .object(fields($0)) }))]
  }

  private func fields(_ comparison: Comparison) -> [(key: String, value: JSONValue)] {
    var fields: [(key: String, value: JSONValue)] =
      comparisons.count > 1 ? [("panel", .count(comparison.panel + 1))] : []
    if let made = try? comparison.made?.get() {
      fields.append(("n", .count(made.groups.reduce(0) { $0 + $1.sample.count })))
      fields.append(("test", .string(made.tests.first?.name)))
      fields.append(("p", .number(made.tests.first?.p)))
      if let pairs = made.pairs {
        fields += [
          ("posthoc", .string(pairs.postHoc.rawValue)),
          ("adjust", .string(pairs.adjustment?.rawValue)),
        ]
      }
      fields.append(("pairs", .array((made.pairs?.pairs ?? []).map(\.told))))
    } else {
      fields += [("n", .null), ("pairs", .array([]))]
    }
    if let reason = reason(comparison) { fields.append(("reason", .string(reason))) }
    return fields
  }
}

extension GroupPair {
  /// The pair in `results.json`.
  fileprivate var told: JSONValue {
    let undefined = reason ?? (p == nil ? .simultaneous : interval == nil ? .noInterval : nil)
    return .object(
      [
        ("first", .string(first.description)), ("second", .string(second.description)),
        ("difference", .number(difference)), ("statistic", .number(statistic)),
        ("df", .number(degreesOfFreedom)), ("p", .number(p)), ("p_adjusted", .number(adjustedP)),
        ("low", .number(interval?.low)), ("high", .number(interval?.high)),
      ] + (undefined.map { [("reason", .string($0.reason))] } ?? []))
  }
}
