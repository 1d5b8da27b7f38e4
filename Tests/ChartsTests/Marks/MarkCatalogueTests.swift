import Foundation
import Testing

@testable import Charts

@Suite struct MarkCatalogueTests {
  @Test func everyMarkOfTheFolderIsListed() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let files = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Sources/Charts/Marks").path)
    let marks = files.filter {
      $0.hasSuffix("Mark.swift") && $0 != "Mark.swift" && $0 != "TrendMark.swift"
    }
    .map { String($0.dropLast("Mark.swift".count)).lowercased() }
    #expect(Set(marks) == Set(MarkCatalogue.all.map { $0.name }))
  }

  @Test func namesAreUnique() {
    #expect(Set(MarkCatalogue.all.map { $0.name }).count == MarkCatalogue.all.count)
  }
}
