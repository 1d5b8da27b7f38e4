import Drawing
import Frame

/// How the counts under the names of several panels are worded: in all of them alike.
enum CountWording: Hashable, Sendable, CaseIterable {
  case named, bare

  func text(_ count: Int, _ words: Words) -> String {
    self == .named ? "n = \(words.count(count))" : words.count(count)
  }
}

extension TrainedChart {
  /// Whether how many values stand behind each name of x is told under it.
  var hasCounts: Bool { (0..<facets.count).contains { !counts(panel: $0).isEmpty } }

  /// The wording that has room under every name of several panels; nil where none has, or where
  /// there is one panel, which words each count by its own room.
  func countWording(under xs: [Axis], in context: DrawingContext) -> CountWording? {
    guard facets.count > 1, hasCounts else { return nil }
    let small = context.theme.label.size(7)
    return CountWording.allCases.first { wording in
      (0..<facets.count).allSatisfy { panel in
        let axis = xs[axes.x.indices[panel]]
        guard let bands = axis.scale.bands else { return false }
        let counts = counts(panel: panel)
        return axis.ticks.allSatisfy { tick in
          guard let count = counts[bands.values[Int(tick.value)]] else { return true }
          let text = wording.text(count, words)
          return context.measuring.extent(of: text, font: small).width.value
            <= abs(bands.step) - 3
        }
      }
    }
  }

  /// The counts of all panels in a sentence, for a chart without room for them.
  var countRange: String? {
    let all = (0..<facets.count).flatMap { counts(panel: $0).values }
    guard let least = all.min(), let most = all.max() else { return nil }
    return least == most
      ? "Each category of a panel has n = \(words.count(least))."
      : "The categories of the panels have n = \(words.count(least)) to \(words.count(most))."
  }
}

extension SceneDrawing {
  /// The axis with the count of values under each name.
  func counted(_ axis: Axis, panel: Int) -> Axis {
    guard chart.facets.count == 1 || layout.countWording != nil else { return axis }
    let counts = chart.counts(panel: panel)
    guard !counts.isEmpty, let bands = axis.scale.bands else { return axis }
    let room = Points(abs(bands.step) - 3)
    let small = context.theme.label.size(7)
    let wordings = layout.countWording.map { [$0] } ?? CountWording.allCases
    let ticks = axis.ticks.map { tick -> Tick in
      guard let count = counts[bands.values[Int(tick.value)]] else { return tick }
      let fitting = wordings.map { $0.text(count, chart.words) }.first {
        context.measuring.extent(of: $0, font: small).width <= room
      }
      // A day's month stays, under the day.
      let lines = tick.lines + [tick.context].compactMap { $0 }
      return Tick(tick.value, lines: lines, context: fitting, row: tick.row)
    }
    return axis.with(ticks)
  }

  /// The counts alone, under a panel whose names stand under the panels below it.
  func counts(_ placed: PanelLayout.Placed, _ axis: Axis) -> [SceneElement] {
    guard let wording = layout.countWording, let bands = axis.scale.bands else { return [] }
    let counts = chart.counts(panel: placed.index)
    let small = context.theme.label.size(7)
    let baseline =
      placed.frame.maxY + 3 + context.measuring.extent(of: "0", font: small).ascent
    let texts = axis.ticks.compactMap { tick -> SceneElement? in
      guard let count = counts[bands.values[Int(tick.value)]] else { return nil }
      let run = TextRun(
        wording.text(count, chart.words), font: small, paint: context.theme.quiet)
      let place = Point(x: Points(axis.place(tick)), y: baseline)
      return .text(run, at: place, anchor: .middle, rotation: 0)
    }
    return texts.isEmpty ? [] : [.group(SceneGroup(texts, role: "axis-x"))]
  }
}
