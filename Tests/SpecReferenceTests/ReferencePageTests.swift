import Expressions
import Formatting
import Foundation
import SpecReference
import TestSupport
import Testing

/// Parts of `docs/report-spec.md` stand between `<!-- generated: NAME -->` and `<!-- /generated -->`
/// and are written from the code; `UPDATE_GOLDEN=1` renews them.
@Suite
struct ReferencePageTests {
  static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../docs/report-spec.md").standardizedFileURL

  static let generated = [
    "functions": functions, "locales": locales, "reference": SpecTables.markdown,
  ]

  @Test func thePageSaysWhatTheCodeSays() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    var renewed = text
    for (name, content) in Self.generated.sorted(by: { $0.key < $1.key }) {
      let begin = try #require(renewed.range(of: "<!-- generated: \(name) -->\n"))
      let rest = begin.upperBound..<renewed.endIndex
      let end = try #require(renewed.range(of: "<!-- /generated -->", range: rest))
      renewed.replaceSubrange(begin.upperBound..<end.lowerBound, with: "\n\(content)\n")
    }
    if Golden.isRenewing {
      try Data(renewed.utf8).write(to: Self.page)
    } else {
      #expect(text == renewed, "UPDATE_GOLDEN=1 renews the page")
    }
  }

  @Test func noGeneratedPartIsForgotten() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    #expect(text.split(separator: "<!-- generated: ").count - 1 == Self.generated.count)
  }

  private static var functions: String {
    let kinds: [(FunctionSignature.Kind, String)] = [
      (.row, "Functions of a row"), (.aggregate, "Aggregates"), (.window, "Windows"),
    ]
    let rows = kinds.map { kind, head in
      let calls = FunctionCatalogue.all.filter { $0.kind == kind }.map { signature in
        let names = signature.parameters.map(\.name).joined(separator: ", ")
        let more = signature.isVariadic ? ", …" : ""
        return "`\(signature.function.rawValue)(\(names)\(more))`" + (signature.isLocal ? "*" : "")
      }
      return "| \(head) | \(calls.joined(separator: " · ")) |"
    }
    return (["| kind | functions |", "|---|---|"] + rows).joined(separator: "\n") + "\n"
  }

  private static var locales: String {
    ReportLocale.knownTags.map { "`\($0)`" }.joined(separator: ", ") + "\n"
  }
}
