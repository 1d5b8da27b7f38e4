import Cairo
import Drawing
import TestSupport
import Testing

@testable import Pages

@Suite struct LongTextTests {
  private static let font = Theme.standard.body
  private static let texts: [String] = [
    String(repeating: "abcdefghij", count: 500),
    (0..<900).map { "word\($0)" }.joined(separator: " "),
    (0..<60).map { String(repeating: "x", count: $0 * 3) }.joined(separator: "  "),
    (0..<300).map { "line \($0)" }.joined(separator: "\n"),
    String(repeating: "漢字かな", count: 700),
  ]

  private func words(_ lines: [TextLine]) -> [String] {
    lines.map { $0.runs.map(\.run.text).joined() }
  }

  /// Set in pieces, a text has the lines that it has as a whole.
  @Test(arguments: texts, [60.0, 200])
  func aLongTextHasItsOwnLines(_ text: String, _ width: Double) {
    let run = TextRun(text, font: Self.font, paint: Theme.standard.ink)
    for measuring in [FixedMeasuring(), PangoMeasuring()] as [any TextMeasuring] {
      let whole = measuring.lines(of: [run], width: Points(width))
      #expect(
        words(measuring.lines(ofLong: run, width: Points(width))) == words(whole))
    }
  }

  @Test func aWordOfAHundredThousandLettersTakesNoTime() {
    let text = String(repeating: "abcdefghij", count: 10_000)
    let run = TextRun(text, font: Self.font, paint: Theme.standard.ink)
    let clock = ContinuousClock()
    var lines: [TextLine] = []
    let time = clock.measure { lines = PangoMeasuring().lines(ofLong: run, width: 200) }
    #expect(words(lines).joined() == text)
    #expect(time < .seconds(10))
  }
}
