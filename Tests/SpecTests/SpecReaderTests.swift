import Diagnostics
import Spec
import Testing

@Suite struct SpecReaderTests {
  private func read(_ yaml: String) -> (node: SpecNode?, problems: [String]) {
    let problems = Problems()
    let node = SpecReader.read(yaml, file: "a.yaml", problems: problems)
    return (node, problems.sorted.map(\.description))
  }

  private func scalar(_ yaml: String, key: String = "k") throws -> SourceText {
    let problems = Problems()
    let node = try #require(SpecReader.read(yaml, file: "a.yaml", problems: problems))
    return try #require(FieldReader(node, subject: "x", problems: problems).text(key))
  }

  /// The text in the file at the place of a word inside a scalar must be that word.
  @Test(arguments: [
    "k: age >= NEEDLE and x",
    "k: 'it''s a NEEDLE here'",
    "k: \"a \\\"quoted\\\" NEEDLE \\u0041\"",
    "k: \"esc \\x41 \\u00e9 NEEDLE\"",
    "k: |\n  first line\n\n  second NEEDLE line\n",
    "k: >\n  folded text\n  goes to NEEDLE here\n",
    "k: plain over\n   two lines NEEDLE here",
    "k: 'quoted over\n   two lines NEEDLE here'",
    "é: 1\nk: ünïcode NEEDLE",
    "k: |\n    deeper indent\n      still NEEDLE\n",
  ])
  func aWordInsideAScalarIsFoundInTheFile(_ yaml: String) throws {
    let text = try scalar(yaml)
    let bytes = Array(text.text.utf8)
    let needle = Array("NEEDLE".utf8)
    let offset = try #require(
      (0...bytes.count - needle.count).first {
        Array(bytes[$0..<$0 + needle.count]) == needle
      })
    let place = text.place(of: offset..<offset + needle.count)
    let found = Array(place.lineText)[place.column - 1..<place.column - 1 + place.length]
    #expect(String(found) == "NEEDLE")
    #expect(
      yaml.split(separator: "\n", omittingEmptySubsequences: false)[place.line - 1].contains(
        "NEEDLE"))
  }

  @Test func brokenYAMLIsToldAtItsPlace() {
    let (node, problems) = read("title: x\nqueries: [a, b\nreport: 1\n")
    #expect(node == nil)
    #expect(problems.count == 1)
    #expect(
      problems.first?.hasPrefix("a.yaml:3:7: error: the YAML is broken:") == true, "\(problems)")
  }

  @Test func aKeyGivenTwiceIsAnError() {
    let (_, problems) = read("a: 1\nb: 2\na: 3\n")
    #expect(problems.first?.contains("key 'a' is given twice") == true)
  }

  @Test(arguments: ["", "# only a comment\n", "---\n"])
  func anEmptyFileIsAnErrorOrNothing(_ yaml: String) {
    let (node, problems) = read(yaml)
    #expect(node == nil && problems.count == 1 || node?.isEmpty == true)
  }

  @Test func anAliasBombIsRefused() {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let alias = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(alias)]\n"
    }
    let (node, problems) = read(yaml)
    #expect(node == nil)
    #expect(problems.count == 1)
    #expect(problems.first?.contains("more than 50000 nodes") == true)
  }

  @Test func deepNestingIsRefusedNotCrashed() {
    let (node, problems) = read(String(repeating: "[", count: 100_000))
    #expect(node == nil)
    #expect(problems.count == 1)
  }

  @Test func mergeKeysBringWhatIsNotGiven() throws {
    let problems = Problems()
    let yaml = "base: &b { a: 1, b: 2 }\nk: { <<: *b, b: 3 }\n"
    let root = try #require(SpecReader.read(yaml, file: "a.yaml", problems: problems))
    let reader = FieldReader(root, subject: "x", problems: problems)
    let fields = try #require(reader.fields("k", subject: "k"))
    #expect(fields.integer("a") == 1)
    #expect(fields.integer("b") == 3)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func mutilatedSpecsNeverTrap(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    let alphabet = Array("abc:-[]{}'\"|>&*!%#,?\n \t\\é😀\u{0}\u{feff}".unicodeScalars)
    var view = String.UnicodeScalarView()
    for _ in 0..<next(300) { view.append(alphabet[next(alphabet.count)]) }
    let (node, problems) = read(String(view))
    #expect(node != nil || !problems.isEmpty)
  }
}
