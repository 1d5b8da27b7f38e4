import Formatting
import Frame

/// The names of categories as a sentence can bear them: cut where they are long, and set apart where
/// they read from right to left, so that the numbers beside them keep their places.
struct NamesInSentences: Sendable {
  /// The names that change, the longest first, since one may be a part of another.
  private let names: [(name: String, told: String)]

  /// The most characters of a name that a sentence takes.
  private static let most = 60

  init(_ names: [String]) {
    self.names = names.unique.map { ($0, NamesInSentences.told($0)) }.filter { $0.0 != $0.1 }
      .sorted { ($1.0.utf8.count, $0.0) < ($0.0.utf8.count, $1.0) }
  }

  /// The names in a chart: of its colours, forms, bands and panels.
  init(in chart: TrainedChart) {
    let colors = chart.layers.flatMap { $0.colors.categories.map(\.label) }
    let bands = [chart.x, chart.y].flatMap { plan in
      plan.bands.map { chart.words.category($0, like: plan.channel) }
    }
    let heads =
      chart.facets.heads
      + (chart.facets.grid.map { $0.columnHeads + $0.rowHeads } ?? [])
    self.init(colors + bands + heads.compactMap { $0 })
  }

  /// A name alone.
  static func told(_ name: String) -> String {
    guard name.utf8.count > most, name.count > most else { return name.isolated }
    var head = String(name.prefix(most))
    while head.last == " " { head.removeLast() }
    return (head + "…").isolated
  }

  /// The sentence with its names cut and set apart.
  func callAsFunction(_ sentence: String) -> String {
    names.reduce(sentence) { text, name in
      text.utf8.count < name.name.utf8.count ? text : text.replacing(name.name, with: name.told)
    }
  }
}
