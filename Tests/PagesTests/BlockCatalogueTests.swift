import Foundation
import Testing

@testable import Pages

@Suite struct BlockCatalogueTests {
  @Test func everyBlockFileIsInTheCatalogue() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Pages/Blocks")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix("Block.swift") }.map { String($0.dropLast(".swift".count)) }
    let types = BlockCatalogue.all.map { "\($0)" }
    #expect(files.sorted() == types.sorted())
  }

  @Test func kindsAreUnique() {
    let kinds = BlockCatalogue.all.map { $0.kind }
    #expect(Set(kinds).count == kinds.count)
  }
}
