import Frame

/// The bars of one panel of a waterfall: each begins where the one before it ended.
struct WaterfallSteps: Hashable, Sendable {
  /// One bar.
  struct Step: Hashable, Sendable {
    /// The first of its rows: where its name and its label are read.
    let row: Int
    let from: Double
    var to: Double
    let isTotal: Bool

    var change: Double { to - from }
  }

  /// The bars in the order in which they were named first.
  private(set) var steps: [Step] = []
  /// Totals whose own number is not where the changes lead, with where they lead.
  private(set) var disagreements: [(step: Step, reached: Double)] = []
  /// Whether several rows make one bar.
  private(set) var hasAdded = false

  /// Lines up changes, and levels among them; a level without a number is where the changes lead.
  init(_ rows: [(row: Int, name: Value, number: Double?, isTotal: Bool)]) {
    var changes: [Value: Double] = [:]
    for row in rows where !row.isTotal { changes[row.name, default: 0] += row.number ?? 0 }
    var seen: Set<Value> = []
    var level = 0.0
    for row in rows {
      guard seen.insert(row.name).inserted else {
        hasAdded = true
        continue
      }
      if row.isTotal {
        let step = Step(row: row.row, from: 0, to: row.number ?? level, isTotal: true)
        if !steps.isEmpty, !WaterfallSteps.agree(step.to, level, steps) {
          disagreements.append((step, level))
        }
        steps.append(step)
        level = step.to
      } else {
        let end = level + (changes[row.name] ?? 0)
        steps.append(Step(row: row.row, from: level, to: end, isTotal: false))
        level = end
      }
    }
  }

  /// Whether a level is a sum but for its rounding.
  private static func agree(_ level: Double, _ sum: Double, _ steps: [Step]) -> Bool {
    let largest = steps.map { max($0.from.magnitude, $0.to.magnitude) }.max() ?? 0
    return (level - sum).magnitude <= max(largest, level.magnitude) * 1e-9
  }

  static func == (a: WaterfallSteps, b: WaterfallSteps) -> Bool {
    a.steps == b.steps && a.hasAdded == b.hasAdded
  }

  func hash(into hasher: inout Hasher) { hasher.combine(steps) }
}
