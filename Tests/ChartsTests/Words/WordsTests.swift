import Drawing
import Formatting
import Frame
import TestSupport
import Testing

@testable import Charts

@Suite struct WordsTests {
  private static let words = Words(formatter: ValueFormatter())

  @Test(arguments: [
    (0.0, "0"), (28.4858310, "28.5"), (1152.6, "1,153"), (-0.5, "−0.5"), (120, "120"),
    (3.10, "3.1"),
    (0.0123, "0.0123"),
  ])
  func numberHasAsManyDigitsAsAReaderCanUse(_ number: Double, _ text: String) {
    #expect(WordsTests.words.number(number) == text)
  }

  @Test(arguments: [("Risk score", "risk score"), ("BMI", "BMI"), ("x", "x"), ("", "")])
  func labelIsSmallInsideASentence(_ label: String, _ text: String) {
    #expect(WordsTests.words.inSentence(label) == text)
  }

  @Test func wordsAreCutToTheirRoom() {
    let font = Theme.standard.label
    let measuring = FixedMeasuring()
    #expect(measuring.fitted("short", font, width: 100) == "short")
    let cut = measuring.fitted(String(repeating: "word ", count: 200), font, width: 60)
    #expect(cut.hasSuffix("…") && measuring.extent(of: cut, font: font).width <= 60)
    #expect(measuring.fitted("abc", font, width: 1) == "…")
  }

  @Test func namesInSentencesAreCutAndSetApart() {
    let long = String(repeating: "very long ", count: 20)
    let names = NamesInSentences([long, "עברית 45%", "short"])
    #expect(
      names("\(long) rises most, from 1 to 3; עברית 45% 43; short 2")
        == String(long.prefix(59))
        + "… rises most, from 1 to 3; \u{2068}עברית 45%\u{2069} 43; short 2")
  }

  @Test func codeThatMakesWordsIsNotToldToReaders() throws {
    let chart = try ChartSpecimen(
      name: "",
      yaml: "{ data: people, mark: bar, x: \"concat('Smoker ', smoker)\", y: count() }"
    ).draw()
    #expect(chart.subtitle == "Rows by category")
  }

  @Test func oneRowIsNoRows() {
    let rows = ChannelColumn(column: Column(integers: [1]), field: "count()", label: "Rows")
    #expect(WordsTests.words.unit(rows, of: 1) == "row")
    #expect(WordsTests.words.unit(rows, of: 2) == "rows")
  }

  @Test func controlCharactersBecomeBlanks() {
    #expect("a\nb\tc\u{7}d".oneLine == "a b c d")
    #expect("שלום 👩‍🔬".oneLine == "שלום 👩‍🔬")
  }
}
