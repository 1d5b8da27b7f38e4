import Drawing
import Frame
import JSON
import Statistics

/// The share of rows at or below each value of x, one stair a panel and colour, with the band of
/// Dvoretzky, Kiefer, Wolfowitz and Massart.
struct EcdfMark: Mark {
  static let name = "ecdf"
  static let needs: [Channel] = [.x]
  static let takes: [Channel] = [.color]
  static let measures: [[Channel]] = [[.x]]
  static let sumsUp: [Channel] = [.x]
  static let sample = LegendSample.line
  static let traits: MarkTraits = [.seesBeyondDomain]

  private let settings: BandSettings
  private let series: ValueSeries
  private let curves: [(entry: ValueSeries.Entry, ecdf: Ecdf)]

  init(_ layer: Layer, _ settings: BandSettings) {
    self.settings = settings
    series = ValueSeries(layer, .x)
    curves = series.all.compactMap { entry in
      (try? Ecdf(entry.values, level: settings.level)).map { (entry, $0) }
    }
  }

  func demand(_ side: Side) -> AxisDemand {
    var demand =
      side == .x
      ? AxisDemand(series.layer.rows[.x]) : AxisDemand(range: curves.isEmpty ? nil : 0...1)
    demand.isTight = true
    return demand
  }

  func draw(in panel: Panel) -> [SceneElement] {
    // Beside a mark that puts categories along y, shares have no place.
    guard panel.y.numbers != nil else { return [] }
    let shown = curves.filter { $0.entry.panel == panel.index }.map { entry, ecdf in
      (entry.group, ecdf, Stair(ecdf, panel))
    }
    let bands =
      settings.band == .none
      ? []
      : shown.map { group, ecdf, stair -> SceneElement in
        let paint = series.layer.colors.paint(group).opacity(series.layer.wash(0.16))
        return .path(.polygon(stair.band(ecdf, panel)), fill: paint, stroke: nil)
      }
    return bands
      + shown.map { group, _, stair in
        let paint = series.layer.colors.paint(group).opacity(series.layer.rows.opacity ?? 1)
        return .path(
          .polyline(stair.line(panel)), fill: nil,
          stroke: Stroke(paint, width: 1.4, dashes: panel.dashes(group)))
      }
  }

  func lineGroups(in words: Words) -> Set<Int> {
    series.layer.colors.categories.isEmpty ? [] : Set(curves.map(\.entry.group))
  }

  func story(in words: Words) -> Story {
    let x = series.layer.rows[.x]
    let label = words.inSentence(x?.label.oneLine ?? "")
    var story = Story(
      kind: "Cumulative distribution", measure: "Share of rows at or below each \(label)",
      unit: series.unit(words), points: series.layer.rows.count)
    story.findings = curves.prefix(8).map { entry, ecdf in
      let quartiles = [0.25, 0.5, 0.75].map { words.number(ecdf.value(reaching: $0), like: x) }
      return "\(series.lead(entry, words))a quarter lies at or below \(quartiles[0]), "
        + "half at or below \(quartiles[1]), three quarters at or below \(quartiles[2]), "
        + "n = \(words.count(ecdf.n))"
    }
    if settings.band != .none {
      story.methods = [
        "Bands hold a whole curve with \(words.level(settings.level)) confidence "
          + "(Dvoretzky–Kiefer–Wolfowitz–Massart)"
      ]
    }
    return story
  }

  var results: [(key: String, value: JSONValue)] {
    let list = curves.map { entry, ecdf -> JSONValue in
      var fields = series.key(entry)
      fields += [
        ("q1", .number(ecdf.value(reaching: 0.25))),
        ("median", .number(ecdf.value(reaching: 0.5))),
        ("q3", .number(ecdf.value(reaching: 0.75))),
      ]
      if settings.band != .none {
        fields += [
          ("band_half_width", .number(ecdf.halfWidth)), ("level", .number(ecdf.level)),
        ]
      }
      return .object(fields)
    }
    return [("ecdf", .array(list))]
  }
}

extension Ecdf {
  /// The smallest value that a share of values lies at or below (the quantile R-1).
  fileprivate func value(reaching share: Double) -> Double {
    let wanted = share * Double(n)
    var (low, high) = (0, values.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if Double(counts[middle]) >= wanted { high = middle } else { low = middle + 1 }
    }
    return values[low]
  }
}

extension Words {
  /// A level such as `95%`.
  func level(_ level: Double) -> String { "\(number(level * 100))%" }
}

/// A stair as a panel can show it: of each quarter point of width the last step, so that no place of
/// it lies off by more.
private struct Stair {
  /// The place of each step and the share after it.
  private let steps: [(place: Double, share: Double)]

  init(_ ecdf: Ecdf, _ panel: Panel) {
    var steps: [(place: Double, share: Double)] = []
    var column = -Double.infinity
    for index in ecdf.values.indices {
      let place = panel.x.place(ecdf.values[index])
      guard place.isFinite else { continue }
      let quarter = (place * 4).rounded(.down)
      if quarter == column {
        steps[steps.count - 1].share = ecdf.share(index)
      } else {
        steps.append((place, ecdf.share(index)))
      }
      column = quarter
    }
    self.steps = steps
  }

  func line(_ panel: Panel) -> [Point] { points(panel, from: 0) { $0 } }

  func band(_ ecdf: Ecdf, _ panel: Panel) -> [Point] {
    let upper = points(panel, from: ecdf.band(around: 0).upperBound) {
      ecdf.band(around: $0).upperBound
    }
    let lower = points(panel, from: 0) { ecdf.band(around: $0).lowerBound }
    return upper + lower.reversed()
  }

  /// The corners of a stair of some level at each share.
  private func points(_ panel: Panel, from start: Double, _ level: (Double) -> Double) -> [Point] {
    var height = Points(panel.y.place(start))
    return steps.flatMap { step -> [Point] in
      let (x, next) = (Points(step.place), Points(panel.y.place(level(step.share))))
      defer { height = next }
      return [Point(x: x, y: height), Point(x: x, y: next)]
    }
    // Beside a mark that asks for a logarithmic scale, 0 has no place.
    .filter { $0.y.value.isFinite }
  }
}
