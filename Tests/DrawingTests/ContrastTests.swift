import Drawing
import Testing

@Suite struct ContrastTests {
  /// Expected values: W3C, Understanding SC 1.4.3: #767676 on white is 4.54, #777777 is 4.48.
  @Test(arguments: [(0x767676 as UInt32, 4.54), (0x777777, 4.48), (0x000000, 21), (0xffffff, 1)])
  func contrastIsThatOfTheGuidelines(_ hex: UInt32, _ ratio: Double) {
    #expect(abs(Color(hex).contrast(with: Color(0xffffff)) - ratio) < 0.005)
  }

  @Test(arguments: 0..<64 as Range<UInt32>)
  func wordsOnAnyFillReach4Point5(_ step: UInt32) {
    let theme = Theme.standard
    for other in 0..<64 as Range<UInt32> {
      let color = Color(step << 18 | other << 10 | (step ^ other) << 2)
      let fill = Paint(light: color, dark: color, opacity: Double(other + 1) / 64)
      let words = theme.words(on: fill)
      let light = theme.paper.light.mixed(with: color, share: fill.opacity)
      let dark = theme.paper.dark.mixed(with: color, share: fill.opacity)
      #expect(words.light.contrast(with: light) >= 4.5)
      #expect(words.dark.contrast(with: dark) >= 4.5)
    }
  }
}
