import Diagnostics
import Testing

@Suite
struct DiagnosticTests {
  @Test func showsTheLineACaretAndTheHints() {
    let line = "  select: [id, prize]"
    let place = SourcePlace(file: "sales.yaml", line: 14, column: 16, length: 5, lineText: line)
    let diagnostic = Diagnostic(
      "table 'orders' has no column 'prize'", at: place,
      hints: ["did you mean 'price'?", "it has: id, price"])
    #expect(
      diagnostic.description == """
        sales.yaml:14:16: error: table 'orders' has no column 'prize'
          14 |   select: [id, prize]
             |                ^~~~~
          hint: did you mean 'price'?
          hint: it has: id, price
        """)
  }

  @Test func withoutAPlaceItIsOneLine() {
    #expect(Diagnostic("no spec", severity: .warning).description == "warning: no spec")
    let place = SourcePlace(file: "a.yaml", line: 1, column: 1)
    #expect(Diagnostic("is empty", at: place).description == "a.yaml:1:1: error: is empty")
  }

  @Test func theCaretStandsRightBehindTabsAndEmoji() {
    let place = SourcePlace(file: "a.yaml", line: 2, column: 4, lineText: "\t👩‍👩‍👧é: x")
    let lines = Diagnostic("m", at: place).description.split(separator: "\n")
    #expect(lines[1] == "  2 |  👩‍👩‍👧é: x")
    #expect(lines[2] == "    |    ^")
  }

  @Test func noTextCommandsTheTerminal() {
    let place = SourcePlace(
      file: "a\u{1b}[2J.yaml", line: 1, column: 1, lineText: "\u{1b}[31m\u{202e}x\u{9b}")
    let text = Diagnostic("no '\u{7}\u{202e}'", at: place, hints: ["\u{1b}"]).description
    #expect(
      text == """
        a�[2J.yaml:1:1: error: no '��'
          1 |  [31m x\u{20}
            | ^
          hint: �
        """)
  }

  @Test func aCaretIsNeverShorterThanOne() {
    let place = SourcePlace(file: "a", line: 1, column: 0, length: -3, lineText: "x")
    #expect(Diagnostic("m", at: place).description.hasSuffix("| ^"))
  }
}
