import Cairo
import Drawing
import Testing

/// What text measures, in the theme's own fonts.
@Suite struct PangoMeasuringTests {
  static let measuring = PangoMeasuring()
  static let theme = Theme.standard
  static let body = theme.body
  static let paint = theme.ink

  @Test func emptyTextHasHeightButNoWidth() {
    let extent = Self.measuring.extent(of: "", font: Self.body)
    #expect(extent.width == 0)
    #expect(extent.ascent > 5 && extent.descent > 1 && extent.height < 14)
  }

  /// Source: the tables `hhea` and `hmtx` of Inter-Regular.otf in Debian's fonts-inter 4.0~beta7.
  @Test func pointsArePointsOfTheFontsOwnMetrics() {
    let extent = Self.measuring.extent(of: "HHHH", font: Self.body.size(20))
    #expect(abs(extent.ascent.value - 20 * InterMetrics.ascent) < 0.01)
    #expect(abs(extent.descent.value - 20 * InterMetrics.descent) < 0.01)
    #expect(abs(extent.width.value - 4 * 20 * InterMetrics.capitalH) < 0.02)
  }

  @Test func widthGrowsWithSizeWithoutHinting() {
    let small = Self.measuring.extent(of: "Risk score, 2026", font: Self.body.size(7)).width
    let large = Self.measuring.extent(of: "Risk score, 2026", font: Self.body.size(70)).width
    #expect(abs(large / small - 10) < 0.01)
  }

  @Test func tabularDigitsHaveOneWidth() {
    let font = Self.theme.cell
    let widths = Set("0123456789".map { Self.measuring.extent(of: "\($0)", font: font).width })
    #expect(widths.count == 1)
    let plain = Set("0123456789".map { Self.measuring.extent(of: "\($0)", font: Self.body).width })
    #expect(plain.count > 1)
  }

  @Test func heavierIsWiderAndItalicDiffers() {
    let text = "Weight and smoking move risk"
    let regular = Self.measuring.extent(of: text, font: Self.body).width
    #expect(Self.measuring.extent(of: text, font: Self.body.weight(600)).width > regular)
    var italic = Self.body
    italic.isItalic = true
    #expect(Self.measuring.extent(of: text, font: italic).width != regular)
  }

  @Test func serifAndSansAreDifferentFonts() {
    let sans = Self.measuring.extent(of: "Cohort risk: women", font: Self.body.size(22)).width
    let serif = Self.measuring.extent(of: "Cohort risk: women", font: Self.theme.title.weight(400))
    #expect(abs(sans.value - serif.width.value) > 5)
  }

  @Test(arguments: [
    "a\u{0}b", "a\nb", "a\r\nb", "a\u{1b}[31mb", "a\u{85}b", "a\u{2028}b", "a\u{202e}b",
  ])
  func controlCharactersStayOnTheLineAndTakeRoom(_ text: String) {
    let extent = Self.measuring.extent(of: text, font: Self.body)
    let bare = Self.measuring.extent(of: "ab", font: Self.body)
    #expect(extent.width > bare.width + 2)
    #expect(extent.height == bare.height)
    #expect(Self.measuring.missingGlyphs(in: text, font: Self.body).isEmpty)
  }

  @Test func otherScriptsFallBackWithoutChangingTheLineHeight() {
    let latin = Self.measuring.extent(of: "abc", font: Self.body)
    for text in ["שלום עולם", "مرحبا بالعالم", "Ελληνικά", "Здравствуйте", "ไทย", "नमस्ते"] {
      let extent = Self.measuring.extent(of: text, font: Self.body)
      #expect(extent.width > 10)
      #expect(extent.height == latin.height)
      #expect(Self.measuring.missingGlyphs(in: text, font: Self.body).isEmpty, "\(text)")
    }
  }

  /// Private-use and unassigned characters, which no text font has.
  @Test func missingGlyphsAreToldOnceInOrder() {
    let text = "ok \u{f8000} \u{10fffd}\u{f8000} é"
    #expect(
      Self.measuring.missingGlyphs(in: text, font: Self.body) == ["\u{f8000}", "\u{10fffd}"])
    #expect(Self.measuring.extent(of: text, font: Self.body).width.value.isFinite)
  }

  @Test func familiesThatAreNotInstalledAreTold() {
    let font = Font(families: ["Inter", "No Such Family", "DejaVu Sans"], size: 9)
    #expect(Self.measuring.missingFamilies(of: font) == ["No Such Family"])
  }

  @Test func aLongTextMeasuresAsManyTimesItsPart() {
    let one = Self.measuring.extent(of: "m", font: Self.body).width
    let many = Self.measuring.extent(
      of: String(repeating: "m", count: 10_000), font: Self.body
    ).width
    #expect(abs(many / one - 10_000) < 10)
  }

  @Test func threadsAgree() async {
    let texts = (0..<200).map { "label \($0)" }
    let measuring = PangoMeasuring()
    let expected = texts.map { Self.measuring.extent(of: $0, font: Self.body) }
    await withTaskGroup(of: [TextExtent].self) { group in
      for _ in 0..<8 {
        group.addTask { texts.map { measuring.extent(of: $0, font: Self.body) } }
      }
      for await extents in group { #expect(extents == expected) }
    }
  }
}

/// Inter 4.0 regular, as shares of the em of 2816 units.
enum InterMetrics {
  static let ascent = 2728.0 / 2816
  static let descent = 680.0 / 2816
  static let capitalH = 2084.0 / 2816
}
