import Drawing
import Frame

/// The sentences around a chart, from its own numbers.
struct ChartWords: Sendable {
  private let chart: TrainedChart
  private let stories: [Story]
  private let leftOut: LeftOut
  private let words: Words
  private let names: NamesInSentences

  init(_ chart: TrainedChart, _ stories: [Story], leftOut: LeftOut) {
    self.chart = chart
    self.stories = stories
    self.leftOut = leftOut
    words = chart.words
    names = NamesInSentences(in: chart)
  }

  /// Measure, what a mark is, n: the author's words where there are any.
  var subtitle: String? {
    if let given = chart.wishes.subtitle { return given }
    let measures = ChartWords.shortened(stories.map(\.measure).filter { !$0.isEmpty }.unique)
    var head = measures.first ?? ""
    if measures.count > 1 {
      head += "; " + measures.dropFirst().map(words.inSentence).joined(separator: "; ")
    }
    let units = stories.map(\.unit).filter { !$0.isEmpty }.unique
    let panels = chart.facets.label.map { "one panel per \(words.inSentence($0.oneLine))" }
    let parts = ([head] + units + [panels].compactMap { $0 }).filter { !$0.isEmpty }
    return parts.isEmpty ? nil : names(parts.joined(separator: " · "))
  }

  /// Measures of which only the last says `by x`, where all say it of the same x.
  private static func shortened(_ measures: [String]) -> [String] {
    let tails = measures.map { $0.firstRange(of: " by ")?.lowerBound }
    guard let last = measures.last, let tail = tails.last ?? nil,
      zip(measures, tails).allSatisfy({ measure, start in
        start.map { measure[$0...] == last[tail...] } ?? false
      })
    else { return measures }
    return zip(measures, tails).enumerated().map { index, pair in
      index == measures.count - 1 ? pair.0 : pair.1.map { String(pair.0[..<$0]) } ?? pair.0
    }
  }

  /// Method, and what was left out and why.
  var note: String? {
    let sentences = stories.flatMap(\.methods).unique + widened + freeScales + leftOutSentences
    return sentences.isEmpty ? nil : names(sentences.map { $0 + "." }.joined(separator: " "))
  }

  /// That an axis holds more than the author asked for.
  private var widened: [String] {
    [chart.x, chart.y].filter(\.wasWidened).map { plan in
      let label = words.inSentence(plan.channel?.label.oneLine ?? "")
      return "The axis of \(label) holds 0, from which lengths are read"
    }
  }

  /// What must be known to compare panels whose scales differ.
  private var freeScales: [String] {
    let (x, y) = (chart.axes.x.isFree, chart.axes.y.isFree)
    guard x || y else { return [] }
    func scale(_ axes: PanelAxes, _ direction: String) -> String {
      axes.first.channel.map { "scale of \(words.inSentence($0.label.oneLine))" }
        ?? "\(direction) scale"
    }
    let scales =
      (x ? [scale(chart.axes.x, "horizontal")] : []) + (y ? [scale(chart.axes.y, "vertical")] : [])
    guard chart.facets.grid != nil else {
      if x, y { return ["Each panel has its own scales"] }
      return ["Each panel has its own \(scales.joined(separator: " and "))"]
    }
    let holders = (x ? ["column"] : []) + (y ? ["row"] : [])
    return zip(holders, scales).map { "Each \($0) of panels has its own \($1)" }
  }

  private var leftOutSentences: [String] {
    let rows = leftOut.entries.map { entry -> String in
      let label = words.inSentence(entry.label.oneLine)
      let count = words.rows(entry.rows)
      let verb = entry.rows == 1 ? "is" : "are"
      return switch entry.reason {
      case .missing: "\(count) without \(label) \(verb) left out"
      case .infinite: "\(count) with infinite \(label) \(verb) left out"
      case .notPositive:
        "\(count) with \(label) of 0 or less \(verb) left out, which a log scale cannot show"
      case .notShare:
        "\(count) with \(label) not between 0 and 1 \(verb) left out, which a logit scale cannot show"
      case .noArea:
        "\(count) whose \(label) is not above 0 \(verb) left out: no dot has such an area"
      case .negativeWeight: "\(count) with \(label) below 0 \(verb) left out"
      case .outsideDomain: "\(count) with \(label) beyond the axis \(verb) left out"
      case .beyondAxis:
        "\(count) with \(label) beyond the axis \(verb) counted, but cut at its ends"
      }
    }
    let cuts = leftOut.cuts.map {
      "\(words.count($0.shown)) of \(words.count($0.all)) \($0.what) are shown, the largest"
    }
    return rows + cuts
  }

  /// What the chart shows, for a reader who cannot see it.
  var altText: String {
    let main = stories.first { !$0.measure.isEmpty } ?? stories.first
    guard let main else { return "An empty chart." }
    let panels =
      chart.facets.label.map {
        ", in \(words.count(chart.facets.count)) panels by \(words.inSentence($0.oneLine))"
      } ?? ""
    let measure = main.measure.isEmpty ? "" : " of \(words.inSentence(main.measure))"
    let unit = main.unit.isEmpty ? "" : " (\(main.unit))"
    let head = "\(main.kind)\(measure)\(unit)\(panels)."
    let findings = stories.flatMap(\.findings).unique.map { $0.capitalizedFirst + "." }
    return names(([head] + findings).joined(separator: " "))
  }

  /// How many rows the marks of a layer show.
  func points(ofLayer index: Int) -> Int { stories[index].points }
}

extension Array where Element: Hashable {
  /// The elements in order, each once.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
