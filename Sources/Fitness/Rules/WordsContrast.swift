import Drawing

/// All text can be read on what lies under it, on light paper and on dark.
enum WordsContrast: FitnessRule {
  static let name = "words-contrast"
  static let remedy = "choose colours that stand further apart ('theme')"

  static func findings(in reading: SceneReading) -> [Finding] {
    reading.ownWords.compactMap { words in
      let inks = reading.inks(near: words.box.bounds)
      let faults = reading.papers.compactMap { fault(of: words, among: inks, on: $0, in: reading) }
      guard !faults.isEmpty else { return nil }
      return reading.finding(
        Self.self, words,
        "has \(faults.joined(separator: " and ")), needs \(needed(words.run.font).short):1")
    }
  }

  /// What stands out too little: `4.47:1 on #ffffff (light)`.
  private static func fault(
    of words: SceneReading.Words, among inks: [Ink], on paper: Paper, in reading: SceneReading
  ) -> String? {
    let needed = self.needed(words.run.font)
    let samples = places(in: words).map { place in
      let ground = inks.ground(at: place, below: words.order, on: paper, of: reading.theme)
      let paint = words.run.paint
      let front = ground.mixed(with: paper.color(paint), share: paint.opacity)
      return Sample(
        front: inks.covering(front, at: place, above: words.order, on: paper),
        ground: inks.covering(ground, at: place, above: words.order, on: paper))
    }
    let poor = samples.filter { $0.contrast < needed }
    guard Double(poor.count) > FitnessLimits.crossed * Double(samples.count),
      let worst = poor.min(by: { $0.contrast < $1.contrast })
    else { return nil }
    return "\(worst.contrast.ratio) on \(worst.ground.hex) (\(paper.rawValue))"
  }

  /// What the letters and their ground look like at a place.
  private struct Sample {
    let front: Color
    let ground: Color

    var contrast: Double { front.contrast(with: ground) }
  }

  /// Places all over the small letters, two points apart.
  private static func places(in words: SceneReading.Words) -> [Point] {
    let (right, origin) = (words.box.corners[1], words.box.corners[0])
    let (x, y) = ((right.x - origin.x).value, (right.y - origin.y).value)
    let columns = max(3, min(120, Int((x * x + y * y).squareRoot() / 2)))
    return (0..<columns).flatMap { column in
      [0.35, 0.55, 0.75].map { down in
        words.box.place(along: (Double(column) + 0.5) / Double(columns), down: down)
      }
    }
  }

  private static func needed(_ font: Font) -> Double {
    let isLarge = font.size >= 18 || (font.size >= 14 && font.weight >= 700)
    return isLarge ? FitnessLimits.marks : FitnessLimits.words
  }
}
