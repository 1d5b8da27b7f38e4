import Foundation
import Statistics
import TestSupport
import Testing

/// What SciPy and R compute of robust trends: `Data/trends.json`, written by `Data/trends.py`.
struct TrendReference: Decodable {
  struct Band: Decodable {
    let pair: String
    let span: Double
    let degree: Int
    let fit: [Double]
    let se: [Double]
    let scale: Double
    let df: Double
  }

  let pairs: [String: [[Double?]]]
  let series: [String: [Double?]]
  let theil_sen: [String: [String: Double]]
  let mann_kendall: [String: [String: Figure]]
  let loess_band: [Band]

  enum Figure: Decodable {
    case number(Double)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    var number: Double { if case .number(let number) = self { number } else { .nan } }
    var text: String { if case .text(let text) = self { text } else { "" } }
  }

  static func read() throws -> TrendReference {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Data/trends.json").standardized
    return try JSONDecoder().decode(TrendReference.self, from: Data(contentsOf: file))
  }

  func pair(_ name: String) throws -> ([Double], [Double]) {
    let columns = try #require(pairs[name]).map { $0.map { $0 ?? .nan } }
    return (columns[0], columns[1])
  }
}
