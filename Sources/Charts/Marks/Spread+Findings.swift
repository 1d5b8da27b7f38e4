import Formatting
import Frame
import Statistics

/// What a reader who cannot see limits is told of them.
extension Spreads {
  /// The means as they stand in the chart, and whether the limits of the highest and the lowest
  /// overlap.
  func means(in words: Words) -> [String] {
    let spreads = inOrder.filter { $0.mean != nil }
    let told = spreads.prefix(Spreads.mostTold).map { spread in
      "\(name(spread, words)): \(estimate(spread, words)), n = \(words.count(spread.n ?? 1))"
    }
    let more = spreads.count - told.count
    let rest = more > 0 ? ["\(words.count(more)) more \(more == 1 ? "place" : "places")"] : []
    return told + rest + ends(spreads, words)
  }

  /// More means than these are not told one by one.
  private static let mostTold = 8

  private func ends(_ spreads: [Spread], _ words: Words) -> [String] {
    guard spreads.count > 1, let ends = Extremes(spreads.map { $0.mean ?? .nan }) else { return [] }
    guard !ends.areEqual else { return ["\(words.all(spreads.count, "means")) are the same"] }
    func told(_ indices: [Int]) -> String {
      let names = words.few(indices) { name(spreads[$0], words) }
      return indices.count == 1 && spreads.count > Spreads.mostTold
        ? "\(names), \(estimate(spreads[indices[0]], words))" : names
    }
    let (high, low) = (spreads[ends.highest[0]], spreads[ends.lowest[0]])
    let areKnown = [high.low, high.high, low.low, low.high].allSatisfy(\.isFinite)
    let overlap =
      !areKnown || ends.highest.count + ends.lowest.count > 2
      ? "" : high.low > low.high ? "; their intervals do not overlap" : "; their intervals overlap"
    return ["highest mean: \(told(ends.highest)); lowest: \(told(ends.lowest))\(overlap)"]
  }

  /// Where limits that rows give are farthest apart, and nearest; nothing on a scale that bends
  /// lengths.
  func widest(_ words: Words) -> [String] {
    let spreads = inOrder.filter { $0.low.isFinite && $0.high.isFinite }
    guard transform == .linear, spreads.count > 1,
      let ends = Extremes(spreads.map { $0.high - $0.low })
    else { return [] }
    func told(_ indices: [Int]) -> String {
      let first = spreads[indices[0]]
      let measure = layer.rows[base.other.channel]
      let limits = [first.low, first.high].map { words.number($0, like: measure) }
      return "\(limits[0]) to \(limits[1]) (\(words.few(indices) { name(spreads[$0], words) }))"
    }
    guard !ends.areEqual else { return ["limits equally far apart everywhere"] }
    return ["widest: \(told(ends.highest)), narrowest: \(told(ends.lowest))"]
  }

  /// The spreads as they stand in the chart: by panel, then along the axis, then by colour.
  private var inOrder: [Spread] {
    guard let places = layer.rows[base.channel] else { return all }
    let ranks = places.isCategorical ? layer.ranks(along: base) : [:]
    let numbers = places.isCategorical ? [] : layer.numbers(base.channel)
    func rank(_ spread: Spread) -> Double {
      numbers.isEmpty ? Double(ranks[places.column[spread.row]] ?? .max) : numbers[spread.row]
    }
    return all.map { ($0, rank($0)) }.sorted { a, b in
      (a.0.panel, a.1, a.0.group) < (b.0.panel, b.1, b.0.group)
    }
    .map(\.0)
  }

  /// A mean with its limits: `22.5 [21.8, 23.2]`.
  private func estimate(_ spread: Spread, _ words: Words) -> String {
    guard let mean = spread.mean else { return "" }
    let measure = layer.rows[base.other.channel]
    let digits = isWordedByItself(measure) ? self.digits(spread, mean) : nil
    func text(_ number: Double) -> String {
      digits.map { words.number(number, to: $0) } ?? words.number(number, like: measure)
    }
    let limits =
      spread.low.isFinite
      ? " " + words.formatter.interval(text(spread.low), text(spread.high)) : ""
    return text(mean) + limits
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
    return [layer.panelName(spread.panel, words), place, group].compactMap(\.self).unique
      .joined(separator: ", ")
  }
}
