import Expressions
import Testing

@Suite struct StringQuotingTests {
  @Test(arguments: [
    ("", "\"\""), ("a", "\"a\""), ("a\"b", "\"a\"\"b\""), ("\"", "\"\"\"\""),
    // A quote and a combining acute are one character to Swift.
    ("a\"\u{301}; drop", "\"a\"\"\u{301}; drop\""),
  ])
  func quotesInsideAreDoubled(_ name: String, _ expected: String) {
    #expect(Array(name.quoted(with: "\"").unicodeScalars) == Array(expected.unicodeScalars))
  }
}
