import Drawing
import Frame
import JSON

/// The finite values of a channel by panel and colour, with the words for each.
struct ValueSeries: Sendable {
  let layer: Layer
  let channel: Channel
  let all: [Entry]

  /// The values of one panel and colour.
  struct Entry: Hashable, Sendable {
    let panel: Int
    let group: Int
    let values: [Double]
  }

  init(_ layer: Layer, _ channel: Channel) {
    self.layer = layer
    self.channel = channel
    let numbers = layer.numbers(channel)
    all = layer.series.map { series in
      Entry(
        panel: series.panel, group: series.group,
        values: series.rows.map { numbers[$0] }.filter(\.isFinite))
    }
  }

  /// The name of a series, nil where it is the only kind.
  func name(_ entry: Entry, _ words: Words) -> String? {
    layer.name(panel: entry.panel, group: entry.group, words)
  }

  /// The name before a finding.
  func lead(_ entry: Entry, _ words: Words) -> String {
    layer.lead(entry.panel, entry.group, words)
  }

  /// How many values there are: of each series where they are few.
  func unit(_ words: Words) -> String {
    guard layer.panelCount == 1, (2...4).contains(all.count) else {
      return "n = \(words.count(layer.rows.count))"
    }
    return all.map { "\(name($0, words) ?? "") n = \(words.count($0.values.count))" }
      .joined(separator: ", ")
  }

  /// What names a series in `results.json`.
  func key(_ entry: Entry) -> [(key: String, value: JSONValue)] {
    var fields: [(key: String, value: JSONValue)] = []
    if layer.panelCount > 1 { fields.append(("panel", .count(entry.panel + 1))) }
    let categories = layer.colors.categories
    if !categories.isEmpty { fields.append(("group", categories[entry.group].value.named)) }
    return fields + [("n", .count(entry.values.count))]
  }

  /// The series for which something could not be made, by the reason: `a, b and 3 more: constant`.
  func failures(_ failed: [(entry: Entry, reason: String)], _ words: Words) -> [String] {
    failed.map(\.reason).unique.map { reason in
      let names = failed.filter { $0.reason == reason }.compactMap { name($0.entry, words) }
      let told = names.prefix(4).joined(separator: ", ")
      let more = names.count > 4 ? " and \(words.count(names.count - 4)) more" : ""
      return told.isEmpty ? ": \(reason)" : " for \(told)\(more): \(reason)"
    }
  }
}
