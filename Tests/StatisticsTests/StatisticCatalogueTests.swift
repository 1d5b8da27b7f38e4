import Foundation
import Statistics
import Testing

@Suite struct StatisticCatalogueTests {
  @Test func namesAreUnique() {
    let names = StatisticCatalogue.all.map { $0.name }
    #expect(Set(names).count == names.count)
  }

  @Test func everyStatisticOfTheModuleIsListed() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Statistics").standardized
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
    let listed = Set(StatisticCatalogue.all.map { "\($0)" })
    var found: Set<String> = []
    for case let path as String in files where path.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      let conforming = text.matches(
        of: /struct (\w+): (?:Statistic|HypothesisTest|EffectSize|Correlation)\b/)
      found.formUnion(conforming.map { String($0.1) })
      #expect(conforming.count <= 1, "\(path) holds one statistic")
    }
    #expect(found == listed)
  }

  @Test func everyStatisticIsDocumented() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/statistics.md").standardized
    let text = try String(contentsOf: page, encoding: .utf8)
    for statistic in StatisticCatalogue.all {
      #expect(text.contains("`\(statistic.name)`"), "docs/statistics.md tells of \(statistic.name)")
    }
  }
}
