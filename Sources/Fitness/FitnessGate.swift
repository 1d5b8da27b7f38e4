package import Drawing

/// Walks a finished drawing and tells what a reader would stumble over.
package struct FitnessGate: Sendable {
  package let theme: Theme
  let measuring: any TextMeasuring

  /// Measuring must be what the drawing was made with: widths are compared to half a point.
  package init(theme: Theme, measuring: any TextMeasuring) {
    self.theme = theme
    self.measuring = measuring
  }

  /// The findings of every rule, in the order of the rules and of the drawing; of very many of one
  /// rule the first, and how many more there are.
  package func findings(in scene: Scene) -> [Finding] {
    let reading = SceneReading(scene, theme: theme, measuring: measuring)
    return FitnessRules.all.flatMap { shortened($0.findings(in: reading), $0) }
  }

  private func shortened(_ findings: [Finding], _ rule: any FitnessRule.Type) -> [Finding] {
    guard findings.count > FitnessLimits.told + 1 else { return findings }
    let more = findings.count - FitnessLimits.told
    return findings.prefix(FitnessLimits.told) + [
      Finding(
        rule: rule, role: "", element: "\(more) more", place: nil,
        fault: "are like these (\(rule.name))")
    ]
  }

  /// What a reader of a printed page would stumble over: its words where they overlap, are cut, do
  /// not stand out from light paper, or have no glyph.
  ///
  /// The drawings of the page are held against all rules before they are placed; here they count
  /// only as what other words must keep clear of.
  package func findings(onPage page: Scene) -> [Finding] {
    let reading = SceneReading(page, theme: theme, measuring: measuring, isPage: true)
    return FitnessRules.ofWords.flatMap { shortened($0.findings(in: reading), $0) }
  }

  /// The finding about a text beside a drawing that some character has no glyph for.
  package func finding(in text: String, font: Font, role: String) -> Finding? {
    MissingGlyphs.fault(of: text, font: font, measuring: measuring).map { fault in
      Finding(
        rule: MissingGlyphs.self, role: role, element: text.quoted, place: nil, fault: fault)
    }
  }
}

/// One rule that drawings must keep.
protocol FitnessRule: Sendable {
  /// Its name in findings.
  static var name: String { get }
  /// What an author can do about a finding.
  static var remedy: String { get }

  static func findings(in reading: SceneReading) -> [Finding]
}

/// Every rule of the gate.
enum FitnessRules {
  static let all: [any FitnessRule.Type] =
    ofWords + [MarksInside.self, MarksContrast.self, CategoryDistance.self]
  static let ofWords: [any FitnessRule.Type] = [
    WordsOverlap.self, WordsInside.self, WordsContrast.self, MissingGlyphs.self,
  ]
}

/// What the rules demand.
package enum FitnessLimits {
  /// The contrast of words with what they stand on (WCAG 2.2 AA, 1.4.3).
  package static let words = 4.5
  /// The contrast of words of 18 points, or of 14 in bold (WCAG 2.2 AA, 1.4.3), and of marks with
  /// paper (1.4.11).
  package static let marks = 3.0
  /// The least distance (CIEDE2000) between two categories that colour alone tells apart, for full
  /// sight and without one kind of cones.
  package static let categories = 8.0
  /// How deep boxes of letters may reach into each other, over the drawing's edge, or over a clip.
  static let reach: Points = 0.5
  /// How far marks may reach over the drawing's edge.
  static let edge: Points = 3
  /// The share of a word's area that may fall below the contrast, where a line crosses it.
  static let crossed = 0.1
  /// How many findings of one rule are told of one drawing.
  static let told = 20
  /// The opacity below which an area is a wash, which lines show through.
  static let wash = 0.35
  /// The contrast of lines and dots with the washes that they lie on.
  static let washed = 2.0
}
