import Evaluation
import Testing

@testable import Pages

@Suite struct MarkdownTests {
  private func content(_ pieces: TextTemplate.Piece...) -> [Content] {
    Markdown.content(of: pieces, anchor: "text-1")
  }

  @Test func emphasisCodeAndLinksAreInlines() {
    let found = content(.literal("a **b** *c* `d` [e](https://example.org)"))
    #expect(
      found == [
        .paragraph([
          Inline("a "), Inline("b", isStrong: true), Inline(" "), Inline("c", isEmphasized: true),
          Inline(" "), Inline("d", isCode: true), Inline(" "),
          Inline("e", link: "https://example.org"),
        ])
      ])
  }

  static let hostile = [
    "**F**", "<script>alert(1)</script>", "[x](javascript:alert(1))", "# not a heading", "a|b",
    "\u{E000}0\u{E001}", "&amp;", "`", "\\", "- item", "שלום", "",
  ]

  @Test(arguments: hostile)
  func valueIsPrintedAsItself(_ value: String) {
    let found = content(.literal("v: "), .value(value), .literal("."))
    #expect(found == [.paragraph([Inline("v: \(value).")])])
  }

  @Test(arguments: hostile.filter { !$0.isEmpty })
  func valueInsideSyntaxKeepsTheSyntax(_ value: String) {
    let found = content(.literal("**"), .value(value), .literal("** users"))
    #expect(found == [.paragraph([Inline(value, isStrong: true), Inline(" users")])])
  }

  @Test func rawHTMLIsPrintedAsText() {
    #expect(content(.literal("a <b>c</b>")) == [.paragraph([Inline("a <b>c</b>")])])
    #expect(content(.literal("<div>\nx\n</div>")) == [.paragraph([Inline("<div>\nx\n</div>")])])
  }

  @Test(arguments: [
    "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "x",
  ])
  func linkElsewhereIsPlainText(_ target: String) {
    #expect(content(.literal("[e](\(target))")) == [.paragraph([Inline("e")])])
  }

  @Test func valueInALinkIsEscaped() {
    let found = content(.literal("[e](https://e.org/?q="), .value("a b&c"), .literal(")"))
    #expect(found == [.paragraph([Inline("e", link: "https://e.org/?q=a%20b%26c")])])
  }

  @Test func valueThatIsALinkMustBeOneThatIsAllowed() {
    let good = content(.literal("[e]("), .value("https://e.org/a?b=c"), .literal(")"))
    #expect(good == [.paragraph([Inline("e", link: "https://e.org/a?b=c")])])
    let bad = content(.literal("[e]("), .value("javascript:alert(1)"), .literal(")"))
    #expect(bad == [.paragraph([Inline("e")])])
  }

  @Test func tablesListsAndHeadingsAreContent() throws {
    let found = content(
      .literal("## H\n\n3. a\n4. b\n\n| A | B |\n|---|--:|\n| "), .value("1|2"),
      .literal(" | y |\n"))
    #expect(found.count == 3)
    #expect(found[0] == .heading(level: 2, text: "H", anchor: "text-1-1"))
    #expect(
      found[1]
        == .list(
          [[.paragraph([Inline("a")])], [.paragraph([Inline("b")])]], isOrdered: true, start: 3))
    guard case .table(let table) = found[2] else {
      Issue.record("no table")
      return
    }
    #expect(table.columns.map(\.alignment) == [.left, .right])
    #expect(table.lines == ["1|2 | y"])
  }

  @Test func depthWithoutEndIsFlattened() {
    let deep = String(repeating: "> ", count: 5_000) + "x"
    let found = content(.literal(deep))
    #expect(String(describing: found).contains("x"))
  }
}
