import Formatting
import Frame
import JSON
import Spec
import Statistics

/// What limits around means show, as the author asks.
struct SpreadSettings: MarkSettings {
  static let keys = ["error", "level"]

  /// nil where the author says nothing: the interval of the mean, or the limits of the rows.
  var kind: MeanSpread.Kind?
  var level = 0.95

  init() {}

  init(reading fields: FieldReader) {
    kind = fields.choice("error", of: MeanSpread.Kind.self)
    level = fields.number("level", in: 0.5...0.999) ?? 0.95
  }
}

/// Two limits at one place, perhaps with a mean between them.
struct Spread: Hashable, Sendable {
  let panel: Int
  let group: Int
  /// The first of its rows: its place is read there.
  let row: Int
  let mean: Double?
  /// NaN where there is none.
  let low: Double
  let high: Double
  /// How many values the mean is of; nil where a row gives its own limits.
  let n: Int?
}

/// A layer's limits: given by a row's two ends, or made from the rows that share a place.
struct Spreads: Sendable {
  let layer: Layer
  /// The side along which the places are lined up.
  let base: Side
  let all: [Spread]
  private let settings: SpreadSettings

  init(_ layer: Layer, _ settings: SpreadSettings) {
    self.layer = layer
    self.settings = settings
    let base: Side = layer.rows[.x2] == nil ? BarMark.base(layer.rows) : .y
    self.base = base
    let lows = layer.numbers(base.other.channel)
    if layer.rows[base.other.endChannel] != nil {
      let highs = layer.numbers(base.other.endChannel)
      all = (0..<layer.rows.count).map { row in
        Spread(
          panel: layer.panels[row], group: layer.groups[row], row: row, mean: nil,
          low: min(lows[row], highs[row]), high: max(lows[row], highs[row]), n: nil)
      }
    } else {
      all = Spreads.made(layer, base, lows, settings)
    }
  }

  private static func made(
    _ layer: Layer, _ base: Side, _ values: [Double], _ settings: SpreadSettings
  ) -> [Spread] {
    guard let places = layer.rows[base.channel]?.column else { return [] }
    let keys = [
      Column(integers: layer.panels.map { Int64($0) }),
      Column(integers: layer.groups.map { Int64($0) }), places,
    ]
    return GroupCodes(keys, rows: layer.rows.count).rows.compactMap { rows in
      let kind = settings.kind ?? .ci
      guard
        let found = try? MeanSpread(rows.map { values[$0] }, kind: kind, level: settings.level)
      else { return nil }
      return Spread(
        panel: layer.panels[rows[0]], group: layer.groups[rows[0]], row: rows[0],
        mean: found.mean, low: found.low ?? .nan, high: found.high ?? .nan, n: found.n)
    }
  }

  /// Whether the limits surround means of rows.
  private var areMade: Bool { layer.rows[base.other.endChannel] == nil }

  /// What the scale of a side must hold.
  func demand(_ side: Side) -> AxisDemand {
    guard side == base else {
      let levels = all.flatMap { [$0.low, $0.high] + [$0.mean].compactMap(\.self) }
      return AxisDemand(range: AxisDemand.range(levels))
    }
    return AxisDemand(layer.rows[side.channel])
  }

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
    let measure = layer.rows[base.other.channel]
    var story = Story(
      kind: kind, measure: areMade ? self.measure(words) : "",
      unit: "\(shape): \(limits(words))", points: layer.rows.count)
    if areMade {
      story.findings = all.prefix(8).compactMap { finding($0, measure, words) }
      let lonely = all.count { $0.n == 1 }
      if lonely > 0 {
        story.methods.append(
          "\(words.count(lonely)) of \(words.count(all.count)) places hold one row and have no limits"
        )
      }
    } else {
      story.findings = words.ranges(layer)
    }
    return story
  }

  /// `Mean risk by cholesterol`; an author's own label stands as it is.
  private func measure(_ words: Words) -> String {
    let place = layer.rows[base.channel].map { " by \(words.inSentence($0.label.oneLine))" } ?? ""
    guard let column = layer.rows[base.other.channel] else { return "" }
    let label = column.label.oneLine
    return (column.settings.label == nil ? "Mean \(words.inSentence(label))" : label) + place
  }

  private func finding(_ spread: Spread, _ measure: ChannelColumn?, _ words: Words) -> String? {
    guard let mean = spread.mean else { return nil }
    let name = name(spread, words)
    let digits = isWordedByItself(measure) ? self.digits(spread, mean) : nil
    func text(_ number: Double) -> String {
      digits.map { words.number(number, to: $0) } ?? words.number(number, like: measure)
    }
    let limits =
      spread.low.isFinite
      ? " " + words.formatter.interval(text(spread.low), text(spread.high)) : ""
    return "\(name): \(text(mean))\(limits), n = \(words.count(spread.n ?? 1))"
  }

  private func isWordedByItself(_ measure: ChannelColumn?) -> Bool {
    measure?.settings.format == nil && measure?.isTime != true
  }

  /// The digits that an error of the mean leaves it; a standard deviation says nothing of that.
  private func digits(_ spread: Spread, _ mean: Double) -> EstimateDigits? {
    guard settings.kind != .sd, spread.low.isFinite, spread.high.isFinite else { return nil }
    return EstimateDigits(mean, low: spread.low, high: spread.high)
  }

  /// The place of a spread with its colour category where that says more.
  func name(_ spread: Spread, _ words: Words) -> String {
    let place = layer.rows[base.channel].map { column in
      column.isCategorical
        ? words.category(column.column[spread.row], like: column)
        : column.column[spread.row].number.map { words.number($0, like: column) } ?? ""
    }
    let categories = layer.colors.categories
    let group = categories.isEmpty ? nil : categories[spread.group].label
    return [place, group].compactMap(\.self).unique.joined(separator: ", ")
  }

  /// The limits made from rows, for `results.json`.
  var results: [(key: String, value: JSONValue)] {
    guard areMade, let places = layer.rows[base.channel]?.column else { return [] }
    let kind = settings.kind ?? .ci
    let categories = layer.colors.categories
    let found = all.map { spread -> JSONValue in
      var fields: [(key: String, value: JSONValue)] = []
      if layer.panelCount > 1 { fields.append(("panel", .count(spread.panel + 1))) }
      fields += [
        ("place", .string(places[spread.row].description)),
        (
          "group",
          .string(categories.isEmpty ? nil : categories[spread.group].value.description)
        ),
        ("n", .count(spread.n ?? 1)), ("mean", .number(spread.mean)),
        ("low", .number(spread.low.isFinite ? spread.low : nil)),
        ("high", .number(spread.high.isFinite ? spread.high : nil)),
      ]
      if !spread.low.isFinite { fields.append(("reason", .string("one row has no spread"))) }
      return .object(fields)
    }
    return [
      ("error", .string(kind.rawValue)), ("level", kind == .ci ? .number(settings.level) : .null),
      ("means", .array(found)),
    ]
  }
}
