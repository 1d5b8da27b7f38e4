import Foundation
import JSON
import TestSupport
import Testing

@Suite
struct JSONWriterTests {
  static let written: [(JSONValue, String)] = [
    (JSONValue.null, "null"), (true, "true"), (-7, "-7"), (.integer(.min), "-9223372036854775808"),
    (0.1, "0.1"), (3.0, "3"), (.number(-0.0), "0"), (.number(1e16), "1e+16"),
    (.number(1e15), "1000000000000000"),
    (.number(5e-7), "5e-07"), (.number(.nan), "null"), (.number(-.infinity), "null"),
    ([], "[]"), ([:], "{}"), ([1, "a", nil], "[1, \"a\", null]"),
    (["b": 1, "a": [2]], "{\"b\": 1, \"a\": [2]}"),
    ("say \"no\"\\\n\t\r", "\"say \\\"no\\\"\\\\\\n\\t\\r\""),
    (
      "\u{0}\u{1f}\u{7f}\u{85}\u{2028}\u{2029}é😀",
      "\"\\u0000\\u001f\\u007f\\u0085\\u2028\\u2029é😀\""
    ),
  ]

  @Test(arguments: written)
  func writesOneLine(_ value: JSONValue, _ text: String) {
    #expect(value.line() == text)
    #expect(value.text() == text)
  }

  @Test func longContainersAreIndented() {
    let long = JSONValue.string(String(repeating: "x", count: 80))
    let value: JSONValue = ["a": [1, 2], "b": [long, ["c": long]], "d": []]
    let x = String(repeating: "x", count: 80)
    #expect(
      value.text() == """
        {
          "a": [1, 2],
          "b": [
            "\(x)",
            {"c": "\(x)"}
          ],
          "d": []
        }
        """)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func doublesComeBackToTheBit(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let number = Double(bitPattern: random.next())
      guard number.isFinite else { continue }
      #expect(Double(JSONValue.number(number).line()) == number)
    }
  }

  @Test func othersReadWhatIsWritten() throws {
    let hostile = String(String.UnicodeScalarView((0..<0x500).compactMap(Unicode.Scalar.init)))
    let value: JSONValue = [
      "text": .string(hostile), "numbers": [1, 0.1, 1e-300, 9_007_199_254_740_993],
      "nested": ["": [[], [:], nil, true]],
    ]
    for text in [value.text(), value.line()] {
      let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      #expect(read?["text"] as? String == hostile)
      let numbers = (read?["numbers"] as? [NSNumber])?.map(\.doubleValue)
      #expect(numbers == [1, 0.1, 1e-300, 9_007_199_254_740_992])
      #expect((read?["nested"] as? [String: [Any]])?[""]?.count == 4)
    }
  }
}
