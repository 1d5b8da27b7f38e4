import Diagnostics
import Frame
import Testing

/// Blocks that compute with a column which holds words.
@Suite struct WordsForNumbersTests {
  private let fixture = ReportFixture([
    "d": DataFrame([
      ("x", Column(doubles: [1, 2, 3, 4])), ("y", Column(doubles: [2, 1, 4, 3])),
      ("word", Column(texts: ["a", "b", "a", "b"])),
      ("empty", Column(texts: [nil, nil, nil, nil])),
    ])
  ])

  @Test(
    arguments: [
      "- correlation: {data: d, columns: [x, word]}",
      "- correlation: {data: d, columns: [x, y], given: [word]}",
      "- describe: {data: d, columns: [x], weights: word}",
      "- regression: {data: d, formula: y ~ log(word)}",
      "- regression: {data: d, formula: word ~ x}",
      "- survival: {data: d, time: x, event: y > 2, weights: word}",
    ])
  func areToldAtTheirPlace(_ block: String) throws {
    let told = #expect(throws: Diagnostic.self) { try fixture.compose(block) }
    #expect(told?.message.contains("'word'") == true)
    #expect(told?.place != nil)
  }

  @Test func aColumnWithoutAnyValueIsNoWord() throws {
    let whole = try fixture.compose("- correlation: {data: d, columns: [x, y, empty]}")
    #expect(whole.notes.joined().contains("no values"))
  }
}
