import Formatting
import Frame
import Statistics

/// What a reader is told of limits.
extension Spreads {
  /// What the limits are, in words: `95% interval of the mean`.
  private func limits(_ words: Words) -> String {
    guard areMade else {
      let ends = [base.other.channel, base.other.endChannel].compactMap {
        layer.rows[$0].map { words.inSentence($0.label.oneLine) }
      }
      return ends.joined(separator: " to ")
    }
    return switch settings.kind ?? .ci {
    case .sd: "mean with one standard deviation"
    case .se: "mean with one standard error"
    case .ci:
      "mean with Student's \(words.formatter.percentage(settings.level, decimals: settings.level * 100 == (settings.level * 100).rounded() ? 0 : 1)) interval"
    }
  }

  /// What a reader is told, under the name that a kind of drawing gives it.
  func story(_ kind: String, shape: String, _ words: Words) -> Story {
    var story = Story(
      kind: kind, measure: areMade ? self.measure(words) : "",
      unit: "\(shape): \(limits(words))", points: shownRows)
    if areMade {
      story.findings = means(in: words)
      story.methods += lonely(words).map { [$0] } ?? []
    } else {
      story.findings = words.ranges(layer) + widest(words)
    }
    story.methods += cut(words).map { [$0] } ?? []
    return story
  }

  /// How many rows have all that is read of them.
  private var shownRows: Int {
    let ends = [base.other.channel, base.other.endChannel].filter { layer.rows[$0] != nil }
    let numbers = ends.map { layer.numbers($0) }
    return (0..<layer.rows.count).count { row in numbers.allSatisfy { $0[row].isFinite } }
  }

  /// That places of one row have no limits; nil where all have.
  private func lonely(_ words: Words) -> String? {
    let lonely = all.count { $0.n == 1 }
    guard lonely > 0 else { return nil }
    return
      "\(words.count(lonely)) of \(words.count(all.count)) places hold one row and have no limits"
  }

  /// That limits go on beyond the scale; nil where it holds all.
  private func cut(_ words: Words) -> String? {
    let cut = cutLimits
    guard cut > 0 else { return nil }
    let (verb, reach) = cut == 1 ? ("is", "reaches") : ("are", "reach")
    let (level, scale) =
      transform == .log ? ("0 or less", "log") : ("not between 0 and 1", "logit")
    return
      "\(words.count(cut)) of \(words.count(all.count * 2)) limits \(verb) \(level), which a \(scale) scale cannot show, and \(reach) to the edge"
  }

  /// Why there is no place with both limits; nil where there is one.
  func hindrance(_ words: Words) -> String? {
    guard !all.contains(where: { $0.low.isFinite && $0.high.isFinite }) else { return nil }
    return lonely(words) ?? "no place has both limits"
  }

  /// `Mean risk by cholesterol`; an author's own label stands as it is.
  private func measure(_ words: Words) -> String {
    let place = layer.rows[base.channel].map { " by \(words.inSentence($0.label.oneLine))" } ?? ""
    guard let column = layer.rows[base.other.channel] else { return "" }
    let label = column.label.oneLine
    return (column.settings.label == nil ? "Mean \(words.inSentence(label))" : label) + place
  }
}
