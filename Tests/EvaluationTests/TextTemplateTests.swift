import Dates
import Diagnostics
import Evaluation
import Formatting
import Frame
import Testing

@Suite struct TextTemplateTests {
  private let evaluator = Evaluator(
    ReportData(
      frames: ["people": DataFrame([("age", Column(integers: [1, 2]))])],
      parameters: ["who": .text("**<b>**")], now: Timestamp(microseconds: 0)))

  private func read(_ text: String) -> (TextTemplate?, [String]) {
    let problems = Problems()
    let place = SourcePlace(file: "t.yaml", line: 3, column: 7, lineText: "text: " + text)
    let template = TextTemplate(parsing: SourceText(text, at: place), problems: problems)
    return (template, problems.sorted.map(\.description))
  }

  @Test func aValueStaysApartFromTheWords() throws {
    let template = try #require(read("Hi {{ who }}, {{count(people)}}!").0)
    let pieces = try template.render(evaluator, ValueFormatter())
    #expect(
      pieces == [
        .literal("Hi "), .value("**<b>**"), .literal(", "), .value("2"), .literal("!"),
      ])
  }

  @Test(arguments: [
    ("{{ 'a | b }}' || '}}' }}", "a | b }}}}"),
    ("{{{{ as it is }}", "{{ as it is }}"),
    ("{{ 1 + 1 | .1f }}", "2.0"),
    ("no braces", "no braces"),
    ("{ one }", "{ one }"),
  ])
  func quotesAndBracesAreKept(_ text: String, _ expected: String) throws {
    let (template, problems) = read(text)
    let found = try #require(template, "\(problems)")
    #expect(try found.text(with: evaluator, formatter: ValueFormatter()) == expected)
  }

  @Test(arguments: [
    ("a {{ count(people)", "t.yaml:3:9: error: '{{' is not closed"),
    ("a {{  }}", "t.yaml:3:9: error: expected an expression between '{{' and '}}'"),
    ("{{ 1 | q9 }}", "t.yaml:3:14: error: 'q9' is no format"),
    ("{{ 1 + }}", "t.yaml:3:"),
  ])
  func aBrokenTemplateIsToldAtItsPlace(_ text: String, _ message: String) {
    let (template, problems) = read(text)
    #expect(template == nil)
    #expect(problems.first?.hasPrefix(message) == true, "\(problems)")
  }
}
