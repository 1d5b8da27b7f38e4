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
  let settings: SpreadSettings

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
  var areMade: Bool { layer.rows[base.other.endChannel] == nil }

  /// How the measured side bends numbers.
  var transform: Transform { layer.rows[base.other.channel]?.transform ?? .linear }

  /// What the scale of a side must hold.
  func demand(_ side: Side) -> AxisDemand {
    guard side == base else {
      let levels = all.flatMap { [$0.low, $0.high] + [$0.mean].compactMap(\.self) }
      let transform = transform
      let range = AxisDemand.range(levels.filter { !transform.refuses($0) })
      return AxisDemand(range: cutLimits == 0 ? range : range.map(reachingFurther))
    }
    return AxisDemand(layer.rows[side.channel])
  }

  /// How many limits the scale has no place for.
  var cutLimits: Int {
    let transform = transform
    return all.reduce(0) { count, spread in
      count + [spread.low, spread.high].count { $0.isFinite && transform.refuses($0) }
    }
  }

  /// The range with room for limits that go on to the panel's edge.
  private func reachingFurther(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let low = range.lowerBound / 2
    return transform == .log
      ? low...range.upperBound : low...max(low, 1 - (1 - range.upperBound) / 2)
  }

  /// Where a limit lies: at the panel's edge where the scale has no place for it; NaN where there is
  /// none.
  func place(_ limit: Double, on scale: PositionScale) -> Double {
    let place = scale.place(limit)
    guard place.isNaN, limit.isFinite else { return place }
    return limit <= 0 ? scale.ends.start : scale.ends.end
  }

  /// Whether a spread has two limits of which the scale has a place for one at least.
  func isShown(_ spread: Spread, on scale: PositionScale) -> Bool {
    let limits = [spread.low, spread.high]
    return limits.allSatisfy(\.isFinite) && limits.contains { scale.place($0).isFinite }
  }

  /// The limits made from rows, for `results.json`.
  var results: [(key: String, value: JSONValue)] {
    guard areMade, let places = layer.rows[base.channel]?.atStarts else { return [] }
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
