import Frame
import Testing

extension DialectSuite {
  /// Each sample of the language has its value on this database.
  func expressions() async throws {
    try await engine.make("one", of: LanguageSamples.row)
    let samples = LanguageSamples.all
    for (sample, outcome) in zip(samples, try await values(of: samples.map(\.text), on: "one")) {
      switch outcome {
      case .success(let value):
        #expect(
          isWritten(value, sample.expected),
          "\(sample.text) gives '\(value)', expected '\(sample.expected)'")
      case .failure(let error): Issue.record("\(sample.text): \(error)")
      }
    }
  }

  /// What has no value is an error, not a wrong number.
  func refusals() async throws {
    try await engine.make("one", of: LanguageSamples.row)
    for text in LanguageSamples.refused {
      await #expect(throws: (any Error).self, "\(text) gives a value") {
        let values = try await row(of: [text], on: "one")
        Issue.record("\(text) gives \(values)")
      }
    }
  }

  /// The values of expressions on a table's first row, computed together; where the query fails, in
  /// halves, down to the one that does.
  private func values(of texts: [String], on table: String) async throws
    -> [Result<Value, any Error>]
  {
    do {
      return try await row(of: texts, on: table).map { .success($0) }
    } catch {
      if texts.count < 2 { return texts.map { _ in .failure(error) } }
      let half = texts.count / 2
      return try await values(of: Array(texts[..<half]), on: table)
        + values(of: Array(texts[half...]), on: table)
    }
  }

  private func row(of texts: [String], on table: String) async throws -> [Value] {
    let frame = try await rows(query(of: texts, on: table))
    try #require(frame.rowCount == 1)
    return frame.columns.map { $0[0] }
  }

  private func query(of texts: [String], on table: String) -> String {
    let items = texts.enumerated().map { "e\($0): \($1.inYAML)" }
    return "q: { from: run.\(table), select: [\(items.joined(separator: ", "))] }"
  }
}
