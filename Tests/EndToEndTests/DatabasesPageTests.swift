import Foundation
import SQL
import TestSupport
import Testing

@testable import BroadsheetCommand

/// The table of `docs/databases.md` against the capabilities in code.
@Suite struct DatabasesPageTests {
  private static let page = Product.root.appending(path: "docs/databases.md")
  private static let start = "<!-- capabilities:"
  private static let end = "<!-- end of capabilities -->"

  /// The table as the code says it.
  private var table: String {
    let dialects = Databases.dialects
    let head = (["can"] + dialects.map(\.name)).joined(separator: " | ")
    let rule = (["---"] + dialects.map { _ in ":-:" }).joined(separator: "|")
    let rows = Capabilities.catalogue.map { row in
      let marks = dialects.map { $0.capabilities.contains(row.capability) ? "yes" : "–" }
      return "| \(([row.title] + marks).joined(separator: " | ")) |"
    }
    return (["| \(head) |", "|\(rule)|"] + rows).joined(separator: "\n")
  }

  @Test func theTableIsMadeFromTheCode() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let opening = try #require(text.firstRange(of: Self.start))
    let first = try #require(text[opening.lowerBound...].firstIndex(of: "\n"))
    let last = try #require(text.firstRange(of: Self.end)).lowerBound
    let expected = "\n\n\(table)\n\n"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      let renewed = text[..<first] + expected + text[last...]
      try Data(renewed.utf8).write(to: Self.page)
      return
    }
    #expect(text[first..<last] == expected, "UPDATE_GOLDEN=1 writes the table anew")
  }

  @Test func everyEngineHasItsOwnNameAndItsSection() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let names = Databases.dialects.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names { #expect(text.contains("`\(name)://"), "\(name)") }
  }
}
