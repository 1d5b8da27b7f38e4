import Drawing

/// All text lies inside the drawing, its clip and its own panel.
enum WordsInside: FitnessRule {
  static let name = "words-inside"
  static let remedy = "shorten the words"

  static func findings(in reading: SceneReading) -> [Finding] {
    let whole = Rectangle(x: 0, y: 0, width: reading.size.width, height: reading.size.height)
    return reading.words.compactMap { words in
      let box = words.box.bounds
      if let fault = box.reach(over: whole) {
        return reading.finding(Self.self, words, "reaches \(fault) of the drawing")
      }
      guard words.drawing == nil else { return nil }
      if let clip = words.clip, let fault = box.reach(over: clip) {
        return reading.finding(Self.self, words, "is cut: it reaches \(fault) of its area")
      }
      return strangers(words, reading)
    }
  }

  /// Whether the text of one panel reaches over the shapes of another.
  private static func strangers(_ words: SceneReading.Words, _ reading: SceneReading) -> Finding? {
    guard let own = words.panel else { return nil }
    let box = words.box.bounds
    for panel in reading.panels where panel.role != own {
      let common = box.cut(to: panel.area)
      let depth = min(common.width, common.height)
      guard depth > FitnessLimits.reach else { continue }
      return reading.finding(Self.self, words, "reaches \(depth.short) pt into \(panel.role)")
    }
    return nil
  }
}

extension Rectangle {
  /// How far it reaches over the edges of an area, in words; nil where it is inside.
  func reach(over area: Rectangle) -> String? {
    let sides: [(name: String, reach: Points)] = [
      ("left", area.x - x), ("top", area.y - y), ("right", maxX - area.maxX),
      ("bottom", maxY - area.maxY),
    ]
    let over = sides.filter { $0.reach > FitnessLimits.reach }
    guard !over.isEmpty else { return nil }
    return over.map { "\($0.reach.short) pt out at the \($0.name)" }.joined(separator: " and ")
  }
}
