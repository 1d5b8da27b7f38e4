import Foundation
import Testing

/// A data set of NIST's StRD as it is published, its numbers read as doubles, and its certified
/// values.
struct NIST {
  let rows: [[Double]]
  private let certified: [String: Any]

  init(_ kind: String, _ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Data/nist")
    let text = try String(contentsOf: folder.appending(path: "\(name).dat"), encoding: .utf8)
    rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).dropFirst(60)
      .map { line in line.split(whereSeparator: \.isWhitespace).compactMap { Double($0) } }
      .filter { !$0.isEmpty }
    let json = try JSONSerialization.jsonObject(
      with: Data(contentsOf: folder.appending(path: "certified.json")))
    let all = try #require(json as? [String: [String: [String: Any]]])
    certified = try #require(all[kind]?[name])
    #expect(rows.count == certified["n"] as? Int, "\(name): all rows are read")
  }

  /// How many digits of a certified value a result has right; 16 where all that a double holds are.
  func digits(_ result: Double?, _ field: String) throws -> Double {
    let result = try #require(result)
    let text = try #require(certified[field] as? String)
    let expected = try #require(Double(text))
    guard result != expected else { return 16 }
    return -log10(abs(result - expected) / (expected == 0 ? 1 : abs(expected)))
  }
}
