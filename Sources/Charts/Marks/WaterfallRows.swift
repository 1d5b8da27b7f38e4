import Frame

extension LayerRows {
  /// The rows of a waterfall: in their own order, with a level for every total, and with a last one
  /// for each panel where it is asked for.
  ///
  /// Of many changes the smallest make one bar, so that the
  /// picture adds up.
  func withTotals(_ settings: WaterfallSettings, base: Channel, measure: Channel) -> LayerRows {
    guard let names = self[base], let numbers = self[measure], numbers.column.type != .text else {
      return self
    }
    var rows = WaterfallPool(self, settings, base: base, measure: measure).rows
    let known = Set(names.column.distinctValues.map(\.description))
    for name in settings.totals.unique where !known.contains(name) {
      rows.remarks.append(
        "No \(names.label.oneLine.insideSentence) is '\(name)', which 'totals' names")
    }
    if settings.total.map(known.contains) == false {
      rows = rows.closed(by: settings.total ?? "", base: base, measure: measure)
    }
    rows.fillLevels(settings, base: base, measure: measure)
    rows.leaveOutLabels(differingIn: base)
    if names.settings.sort == nil {
      rows.channels[base]?.settings.sort = CategoryOrder(.appearance)
    }
    return rows
  }

  /// The rows with one more at the end of each panel that has a change, of a name of its own and
  /// without a number or a label.
  private func closed(by name: String, base: Channel, measure: Channel) -> LayerRows {
    guard let names = self[base]?.column, let numbers = self[measure]?.column else { return self }
    var last: [[Value]: Int] = [:]
    var moving: Set<[Value]> = []
    for row in 0..<count {
      last[panel(ofRow: row)] = row
      if numbers[row].number?.isFinite == true { moving.insert(panel(ofRow: row)) }
    }
    let closing = last.filter { moving.contains($0.key) }.values.sorted()
    guard !closing.isEmpty else { return self }
    var rows = picking(Array(0..<count) + closing)
    let added = Set(count..<rows.count)
    let words = (0..<count).map { names[$0].isNull ? nil : names[$0].description }
    rows.channels[base]?.column = Column(texts: words + closing.map { _ in name })
    for channel in [measure, .label] {
      guard let column = rows[channel]?.column else { continue }
      rows.channels[channel]?.column = column.without(added)
    }
    return rows
  }

  /// Gives every total without a number the level to which the changes before it lead.
  private mutating func fillLevels(
    _ settings: WaterfallSettings, base: Channel, measure: Channel
  ) {
    guard let names = self[base]?.column, let numbers = self[measure]?.column else { return }
    var values = numbers.doubles.map { $0.isNaN ? nil : $0 }
    var levels: [[Value]: Double] = [:]
    for row in values.indices {
      let panel = panel(ofRow: row)
      if settings.isTotal(names[row].description) {
        values[row] = values[row] ?? levels[panel] ?? 0
        levels[panel] = values[row]
      } else if let value = values[row], value.isFinite {
        levels[panel, default: 0] += value
      }
    }
    channels[measure]?.column = Column(doubles: values)
  }

  /// Takes the labels of bars whose rows are labelled differently: no one of them is the bar's.
  private mutating func leaveOutLabels(differingIn base: Channel) {
    guard let label = self[.label]?.column else { return }
    let keys = ([base] + Channel.panels).compactMap { self[$0]?.column }
    let differing = GroupCodes(keys, rows: count).rows.filter { label.differs(in: $0) }
    channels[.label]?.column = label.without(Set(differing.flatMap(\.self)))
  }

  /// What tells a row's panel from the others.
  fileprivate func panel(ofRow row: Int) -> [Value] {
    Channel.panels.compactMap { self[$0]?.column[row] }
  }
}

/// The changes of a waterfall with those that are too many to be named made one bar, each before the
/// total that follows it.
private struct WaterfallPool {
  let rows: LayerRows

  /// More bars cannot be named.
  private static let most = 30

  init(_ all: LayerRows, _ settings: WaterfallSettings, base: Channel, measure: Channel) {
    guard let names = all[base]?.column, names.type == .text, let numbers = all[measure]?.column,
      names.distinctValues.count > WaterfallPool.most
    else {
      rows = all
      return
    }
    let words = (0..<all.count).map { names[$0].description }
    let changes = words.indices.filter { !settings.isTotal(words[$0]) }
    let sizes = Dictionary(
      changes.map { (words[$0], numbers[$0].number ?? 0) }, uniquingKeysWith: +
    ).mapValues(\.magnitude)
    // Between totals there is one bar of others each, and perhaps a last total is added.
    let totals = Set(words).count - sizes.count
    let taken = totals + (totals + 1) + (settings.total == nil ? 0 : 1)
    let ranked = sizes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let kept = Set(ranked.prefix(max(1, WaterfallPool.most - taken)))
    let parts = WaterfallPool.parts(all, words, settings)
    let others = changes.filter { !kept.contains(words[$0]) }
    let pooled = WaterfallPool.names(ofOthers: others, words, parts) { all.panel(ofRow: $0) }
    func rank(_ row: Int) -> Int {
      settings.isTotal(words[row]) ? 2 : kept.contains(words[row]) ? 0 : 1
    }
    let order = words.indices.sorted {
      (parts[$0].number, rank($0), $0) < (parts[$1].number, rank($1), $1)
    }
    var rows = all.picking(order)
    rows.channels[base]?.column = Column(
      texts: order.map { names[$0].isNull ? nil : pooled[$0] ?? words[$0] })
    self.rows = rows
  }

  /// Between which totals of its panel each row stands: a number, and the total that follows.
  private static func parts(_ rows: LayerRows, _ words: [String], _ settings: WaterfallSettings)
    -> [(number: Int, before: String?)]
  {
    var passed: [[Value]: [String]] = [:]
    let numbers = words.indices.map { row -> Int in
      let panel = rows.panel(ofRow: row)
      let number = passed[panel, default: []].count
      if settings.isTotal(words[row]) { passed[panel, default: []].append(words[row]) }
      return number
    }
    return words.indices.map { row in
      let totals = passed[rows.panel(ofRow: row)] ?? []
      return (numbers[row], totals.indices.contains(numbers[row]) ? totals[numbers[row]] : nil)
    }
  }

  /// `12 others`, or `others` in panels, which share the axis; where they stand before several totals,
  /// before which.
  private static func names(
    ofOthers others: [Int], _ words: [String], _ parts: [(number: Int, before: String?)],
    panel: (Int) -> [Value]
  ) -> [Int: String] {
    let places = Dictionary(grouping: others) { parts[$0].number }
    let isAlone = Set(others.map(panel)).count < 2
    var names: [Int: String] = [:]
    for rows in places.values {
      let count = Set(rows.map { words[$0] }).count
      let name = count == 1 && isAlone ? "1 other" : isAlone ? "\(count) others" : "others"
      for row in rows {
        let before = places.count > 1 ? parts[row].before : nil
        names[row] = before.map { "\(name) before \($0)" } ?? name
      }
    }
    return names
  }
}
