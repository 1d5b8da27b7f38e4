import Drawing

/// No text lies on another.
enum WordsOverlap: FitnessRule {
  static let name = "words-overlap"
  static let remedy =
    "shorten the words, show fewer of them, or give the chart more room ('height')"

  static func findings(in reading: SceneReading) -> [Finding] {
    // From left to right, so that each text is held only against those that it may meet.
    let ordered = reading.words.sorted {
      ($0.box.bounds.x, $0.order) < ($1.box.bounds.x, $1.order)
    }
    var found: [(words: SceneReading.Words, finding: Finding)] = []
    for (index, first) in ordered.enumerated() {
      let end = first.box.bounds.maxX
      for second in ordered[(index + 1)...].prefix(while: { $0.box.bounds.x < end }) {
        if let drawing = first.drawing, drawing == second.drawing { continue }
        let depth = first.box.depth(with: second.box)
        guard depth > FitnessLimits.reach else { continue }
        let (own, other) = first.order < second.order ? (first, second) : (second, first)
        let fault = "overlaps \(other.name) (\(other.role)) by \(depth.short) pt"
        found.append((own, reading.finding(Self.self, own, fault)))
      }
    }
    return found.sorted { $0.words.order < $1.words.order }.map(\.finding)
  }
}
