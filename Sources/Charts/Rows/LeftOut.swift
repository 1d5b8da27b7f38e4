/// Rows that a chart does not show, counted by the reason.
struct LeftOut: Hashable, Sendable {
  /// Why rows are not shown.
  enum Reason: Hashable, Sendable {
    case missing, infinite, notPositive, notShare, outsideDomain
    case noArea, negativeWeight
    /// Beyond the author's domain, but part of what the mark computes.
    case beyondAxis

    /// Whether the rows take no part in the chart at all.
    var isDropped: Bool { self != .beyondAxis }
  }

  /// One reason, what it is about, and how many rows.
  struct Entry: Hashable, Sendable {
    let reason: Reason
    let label: String
    var rows: Int
    /// Which rows of the layer's source they are; empty where nobody knows.
    var places: [Int] = []
    /// How many rows of the query stand behind each of them; nil for one each.
    var behind: [Int]?

    /// The entry with the rows of another that it does not hold yet.
    func joined(_ other: Entry) -> Entry {
      var entry = self
      guard !places.isEmpty, !other.places.isEmpty else {
        entry.rows = max(rows, other.rows)
        return entry
      }
      guard places != other.places else { return entry }
      let known = Set(places)
      for (index, place) in other.places.enumerated() where !known.contains(place) {
        let count = other.behind?[index] ?? 1
        entry.behind = entry.behind.map { $0 + [count] }
        entry.places.append(place)
        entry.rows += count
      }
      return entry
    }
  }

  /// One cut of a list that is too long to draw, such as 30 of 10,000 categories.
  struct Cut: Hashable, Sendable {
    let shown: Int
    let all: Int
    let what: String
    let rows: Int
  }

  private(set) var entries: [Entry] = []
  private(set) var cuts: [Cut] = []

  /// How many rows take no part in the chart.
  var rows: Int {
    entries.filter(\.reason.isDropped).reduce(0) { $0 + $1.rows }
      + cuts.reduce(0) { $0 + $1.rows }
  }

  /// How many rows are computed with but lie beyond the axis.
  var beyond: Int { entries.filter { !$0.reason.isDropped }.reduce(0) { $0 + $1.rows } }

  mutating func add(_ rows: Int, _ reason: Reason, _ label: String) {
    add(Entry(reason: reason, label: label, rows: rows))
  }

  /// Adds an entry; its rows are others than those of the entries before.
  mutating func add(_ entry: Entry) {
    guard entry.rows > 0 else { return }
    guard let index = index(like: entry) else {
      entries.append(entry)
      return
    }
    entries[index].rows += entry.rows
    let isKnown = !entries[index].places.isEmpty && !entry.places.isEmpty
    entries[index].places = isKnown ? entries[index].places + entry.places : []
    if let counts = entries[index].behind {
      entries[index].behind = entry.behind.map { counts + $0 }
    }
  }

  mutating func add(_ cut: Cut) {
    if !cuts.contains(cut) { cuts.append(cut) }
  }

  private func index(like entry: Entry) -> Int? {
    entries.firstIndex { $0.reason == entry.reason && $0.label == entry.label }
  }
}

extension LeftOut {
  /// What the layers of a chart leave out: a row that several layers of one source lack counts once,
  /// rows of different sources are others.
  init(of layers: [LayerRows]) {
    for source in layers.map(\.source).unique {
      let own = layers.filter { $0.source == source }.map(\.leftOut)
      var all = LeftOut()
      for leftOut in own { all.join(leftOut) }
      for entry in all.entries {
        add(Entry(reason: entry.reason, label: entry.label, rows: entry.rows))
      }
      for cut in all.cuts { add(cut) }
    }
  }

  /// How many rows some layer leaves out, each counted once however many layers lack it, and
  /// whatever for.
  static func rows(of layers: [LayerRows]) -> Int {
    layers.map(\.source).unique.reduce(0) { sum, source in
      let own = layers.filter { $0.source == source }.map(\.leftOut)
      return sum + (own.count == 1 ? own[0].rows : union(own))
    }
  }

  private static func union(_ all: [LeftOut]) -> Int {
    var known: Set<Int> = []
    var rows = Set(all.flatMap(\.cuts)).reduce(0) { $0 + $1.rows }
    var unplaced = LeftOut()
    for entry in all.flatMap(\.entries) where entry.reason.isDropped {
      if entry.places.isEmpty { unplaced.join(entry) }
      for (index, place) in entry.places.enumerated() where known.insert(place).inserted {
        rows += entry.behind?[index] ?? 1
      }
    }
    rows += unplaced.rows
    return rows
  }

  /// Adds what another layer of the same source leaves out.
  private mutating func join(_ other: LeftOut) {
    for entry in other.entries { join(entry) }
    for cut in other.cuts { add(cut) }
  }

  private mutating func join(_ entry: Entry) {
    if let index = index(like: entry) {
      entries[index] = entries[index].joined(entry)
    } else {
      add(entry)
    }
  }
}
