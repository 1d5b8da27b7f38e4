import Diagnostics
import Expressions
import TestSupport
import Testing

/// Random input: the parser never traps, never hangs, and what it reads it prints back.
@Suite struct ParserFuzzTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func randomBytesAreReadOrRefused(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let length = Int.random(in: 0...60, using: &random)
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      expectSound(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func randomTokensAreReadOrRefused(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let count = Int.random(in: 1...14, using: &random)
      let words = (0..<count).compactMap { _ in Self.words.randomElement(using: &random) }
      expectSound(words.joined(separator: " "))
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func mutatedExpressionIsReadOrRefused(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var bytes = Array((ParserTests.readings.randomElement(using: &random)?.written ?? "").utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8.random(in: 32...126, using: &random)
        default: bytes.insert(contentsOf: bytes[place...].prefix(5), at: place)
        }
      }
      expectSound(String(decoding: bytes, as: UTF8.self))
    }
  }

  private static let words = [
    "a", "b", "u.a", "\"x y\"", "1", "2.5", "1e3", "'t'", ":p", ":cohort.g", "(", ")", ",", "+",
    "-", "*", "/", "%", "||", "=", "!=", "<", ">=", "and", "or", "not", "in", "between", "like",
    "is", "null", "case", "when", "then", "else", "end", "cast(", "as", "double", "date",
    "'2026-01-01'", "interval", "'1 day'", "avg(", "count(", "distinct", "filter", "(where", "over",
    "(partition by", "order by", "desc", "rows", "2 preceding", "current row", "true",
  ]

  /// Reading gives a tree that prints to the same tree, or one problem.
  private func expectSound(_ text: String) {
    let (expression, told) = parsed(text)
    guard let expression else {
      #expect(told.count == 1, "\(text)")
      return
    }
    #expect(told.isEmpty)
    let again = parsed(expression.description)
    #expect(again.told.isEmpty, "\(text) printed as \(expression)")
    #expect(again.expression?.withoutPlaces == expression.withoutPlaces, "\(text)")
    let problems = Problems()
    let checked = expression.check(in: .sample, problems: problems)
    #expect((checked == nil) == problems.hasErrors, "\(text)")
    _ = expression.check(in: .local, problems: Problems())
  }
}
