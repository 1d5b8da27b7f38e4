import Foundation
import Testing

@testable import Certify

/// The figures that `make certify` prints keep to what `docs/statistics.md` promises.
@Suite struct CertifiedTableTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../StatisticsTests/Data/nist").standardized

  @Test(arguments: CertifiedSet.Kind.allCases)
  func everyCertifiedValueIsReachedFromDecimals(_ kind: CertifiedSet.Kind) throws {
    for set in try CertifiedSet.all(kind, in: Self.folder) {
      for score in try Score.all(of: set, read: .decimals) {
        let promised = set.name == "Filip" ? 12.0 : 13
        #expect(score.digits >= promised, "\(set.name) \(score.label)")
      }
    }
  }

  @Test(arguments: [CertifiedSet.Kind.univariate, .anova])
  func doublesAreNoWorseThanThePeers(_ kind: CertifiedSet.Kind) throws {
    for row in try CertifiedTable(kind, in: Self.folder).rows {
      for score in row.doubles {
        // From 13 digits on, the last rounding of a result decides.
        let peer = min(13, row.peers[score.label] ?? 0)
        #expect(score.digits >= peer - 0.3, "\(row.name) \(score.label)")
      }
    }
  }

  @Test func aMissingResultHasNoDigits() {
    #expect(Score("F", nil, certified: "1.5")?.digits == 0)
    #expect(Score("F", 1, certified: "Infinity") == nil)
    #expect(Score("sd", 1e-9, certified: "0.0")?.digits == 9)
    #expect(Score("sd", 0.1, certified: "0.1")?.digits == 15)
  }

  @Test func aTableHasARowForEverySet() throws {
    let table = try CertifiedTable(.anova, in: Self.folder)
    let lines = table.markdown.split(separator: "\n")
    #expect(lines.count == table.rows.count + 3)
    #expect(lines[3].hasPrefix("| SiRstv | "))
  }
}
