import Drawing
import TestSupport
import Testing

@Suite
struct FixedMeasuringTests {
  let paint = Paint(light: Color(0), dark: Color(0xffffff))

  /// The lines of a text at 10 points, so that a character is 5.5 points wide.
  private func wrapped(_ text: String, _ characters: Double) -> [String] {
    let run = TextRun(text, font: Font(families: [], size: 10), paint: paint)
    return FixedMeasuring().lines(of: [run], width: Points(5.5 * characters)).map { line in
      line.runs.map(\.run.text).joined()
    }
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("one two", 6, ["one", "two"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]), ("a\nb", 9, ["a", "b"]), ("", 5, [""]),
    ("ab cdefg h", 3, ["ab", "cde", "fg", "h"]),
  ])
  func breaksAtBlanksAndInsideLongWords(_ text: String, _ width: Double, _ lines: [String]) {
    #expect(wrapped(text, width) == lines)
  }

  @Test func runsKeepTheirPlaces() throws {
    let small = TextRun("ab ", font: Font(families: [], size: 10), paint: paint)
    let large = TextRun("cd", font: Font(families: [], size: 20), paint: paint)
    let lines = FixedMeasuring().lines(of: [small, large], width: 100)
    let line = try #require(lines.first)
    #expect(line.runs.map(\.x) == [0, Points(5.5) + 5.5 + 5.5])
    #expect(line.extent.ascent == 16)
  }
}
