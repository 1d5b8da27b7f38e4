import Cairo
import Testing

/// Where a line may end in the scripts of the world.
@Suite struct LineBreaksTests {
  private func stretches(_ text: String) -> [String] {
    PangoMeasuringTests.measuring.stretches(of: text)
  }

  // Expected by hand from Unicode Standard Annex 14, revision 53: the classes of the characters and
  // the rules LB18, LB21, LB13, LB14, LB30b, LB12 and LB23.
  @Test(arguments: [
    ("two words", ["two ", "words"]),
    ("well-known", ["well-", "known"]),
    ("Men/Women", ["Men/", "Women"]),
    ("東京都", ["東", "京", "都"]),
    // A full stop and a closing bracket stay with what they end.
    ("北京。（中国）", ["北", "京。", "（中", "国）"]),
    ("n\u{a0}=\u{a0}12", ["n\u{a0}=\u{a0}12"]),
    ("12,345.6%", ["12,345.6%"]),
    ("שלום עולם", ["שלום ", "עולם"]),
    ("مرحبا بالعالم", ["مرحبا ", "بالعالم"]),
    ("👩‍🔬👨‍👩‍👧‍👦", ["👩‍🔬", "👨‍👩‍👧‍👦"]),
    ("", []), ("x", ["x"]),
  ])
  func linesEndWhereUnicodeLetsThem(_ text: String, _ expected: [String]) {
    #expect(stretches(text) == expected)
  }

  @Test(arguments: [
    "สวัสดีชาวโลก", "日本語のテキスト", "a\u{301}e\u{301} i", "🇩🇪🇫🇷", "no\nnewline", "a  b",
  ])
  func nothingIsLostAndNoCharacterIsTorn(_ text: String) {
    let stretches = stretches(text)
    #expect(stretches.joined() == text)
    #expect(stretches.reduce(0) { $0 + $1.count } == text.count)
  }
}
