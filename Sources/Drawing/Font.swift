/// A font: family with fallbacks, size, weight and slant.
package struct Font: Hashable, Sendable {
  /// The families by name, first choice first.
  package var families: [String]
  /// The size of the letters in points.
  package var size: Points
  /// 400 is regular, 500 medium, 600 semibold, 700 bold.
  package var weight: Int
  /// Whether the letters lean.
  package var isItalic: Bool
  /// Whether all digits have one width (OpenType `tnum`).
  package var hasTabularDigits: Bool

  /// Makes a font; its families are tried in order.
  package init(
    families: [String], size: Points, weight: Int = 400, isItalic: Bool = false,
    hasTabularDigits: Bool = false
  ) {
    self.families = families
    self.size = size
    self.weight = weight
    self.isItalic = isItalic
    self.hasTabularDigits = hasTabularDigits
  }

  /// The font in another size.
  package func size(_ size: Points) -> Font {
    var font = self
    font.size = size
    return font
  }

  /// The font in another weight.
  package func weight(_ weight: Int) -> Font {
    var font = self
    font.weight = weight
    return font
  }
}

/// How much room a line of text takes.
package struct TextExtent: Hashable, Sendable {
  /// The advance width.
  package let width: Points
  /// The height above the baseline that the font claims.
  package let ascent: Points
  /// The depth below the baseline that the font claims.
  package let descent: Points

  /// Makes an extent of its three lengths.
  package init(width: Points, ascent: Points, descent: Points) {
    self.width = width
    self.ascent = ascent
    self.descent = descent
  }

  /// Ascent and descent together.
  package var height: Points { ascent + descent }
}

/// A stretch of text in one font and paint, perhaps a link.
package struct TextRun: Hashable, Sendable {
  /// The words.
  package var text: String
  /// What they are set in.
  package var font: Font
  /// Their colour.
  package var paint: Paint
  /// Where a click leads: a URL, or `#anchor` inside the document.
  package var link: String?

  /// Makes a run; a link is where it leads, nil where nowhere.
  package init(_ text: String, font: Font, paint: Paint, link: String? = nil) {
    self.text = text
    self.font = font
    self.paint = paint
    self.link = link
  }
}

/// A run placed on a line of a wrapped paragraph.
package struct PlacedRun: Hashable, Sendable {
  /// The words with their font and colour.
  package let run: TextRun
  /// The run's left edge, from the paragraph's left edge.
  package let x: Points
  /// How far they reach.
  package let width: Points

  /// Places a run from a distance to the line's start.
  package init(run: TextRun, x: Points, width: Points) {
    self.run = run
    self.x = x
    self.width = width
  }
}

/// A line of a wrapped paragraph: its runs in visual order.
package struct TextLine: Hashable, Sendable {
  /// The runs from left to right.
  package let runs: [PlacedRun]
  /// What the whole line takes.
  package let extent: TextExtent

  /// Makes a line of placed runs.
  package init(runs: [PlacedRun], extent: TextExtent) {
    self.runs = runs
    self.extent = extent
  }
}

/// Something that can tell how much room text takes, in the fonts that will print it.
package protocol TextMeasuring: Sendable {
  /// The room of one line of text.
  func extent(of text: String, font: Font) -> TextExtent

  /// The lines of a paragraph wrapped to a width; a line end in the text begins a new line, and a
  /// word wider than the width is broken.
  func lines(of runs: [TextRun], width: Points) -> [TextLine]

  /// The stretches of one line of text between which a line may end, in their order; together they
  /// are the text.
  func stretches(of text: String) -> [String]

  /// The characters of a text that no installed font can draw, in order of appearance.
  func missingGlyphs(in text: String, font: Font) -> [Character]

  /// The families of a font that are not installed.
  func missingFamilies(of font: Font) -> [String]
}

extension TextMeasuring {
  /// None: who measures without fonts misses none.
  package func missingFamilies(of font: Font) -> [String] { [] }
}
