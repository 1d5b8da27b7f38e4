import Foundation
import Testing

/// The data sets of these tests and the values that SciPy, numpy, pandas, statsmodels and mpmath
/// compute of them: `Data/reference.json`, written by `Data/reference.py`, which names each call.
struct Reference: Decodable {
  var sets: [String: [Cell]]
  var pairs: [String: [String: [Cell]]]
  var groups: [String: [[Cell]]]
  var tables: [String: [[Int]]]
  var p: [String: [Double]]
  var expected: [String: [String: [String: Cell]]]

  /// A number that JSON may not hold as such: null stands for NaN, text for an infinity.
  struct Cell: Decodable {
    var value: Double

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        value = .nan
      } else if let number = try? container.decode(Double.self) {
        value = number
      } else {
        value = try container.decode(String.self) == "inf" ? .infinity : -.infinity
      }
    }
  }

  /// Reads `Data/NAME.json`.
  static func read(_ name: String = "reference") throws -> Reference {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Data/\(name).json")
    return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
  }
}

/// The reference of one statistic on one data set.
struct Expected {
  var values: [String: Double]

  /// A value that must be there; NaN, which no result equals, where the reference has none.
  subscript(_ field: String) -> Double { values[field] ?? .nan }

  /// The values of the fields named by a prefix and 0, 1, 2 and so on.
  func list(_ prefix: String) -> [Double] {
    (0...).lazy.map { values["\(prefix) \($0)"] }.prefix { $0 != nil }.compactMap { $0 }
  }
}

/// One data set's place in the reference, so that each is a test of its own.
struct Case: CustomTestStringConvertible, Sendable {
  let statistic: String
  let name: String
  /// The reference's file.
  var file = "reference"
  var testDescription: String { name }

  /// The data sets that a statistic has expected values for, by name.
  static func all(_ statistic: String, in file: String = "reference") -> [Case] {
    let reference = try? Reference.read(file)
    return (reference?.expected[statistic]?.keys.sorted() ?? []).map {
      Case(statistic: statistic, name: $0, file: file)
    }
  }

  func expected() throws -> Expected {
    let found = try #require(Reference.read(file).expected[statistic]?[name])
    return Expected(values: found.mapValues(\.value))
  }

  func values() throws -> [Double] { try #require(Reference.read(file).sets[name]).map(\.value) }

  func pair() throws -> (x: [Double], y: [Double]) {
    let pair = try #require(Reference.read(file).pairs[name])
    return (try #require(pair["x"]).map(\.value), try #require(pair["y"]).map(\.value))
  }

  func groups() throws -> [[Double]] {
    try #require(Reference.read(file).groups[name]).map { $0.map(\.value) }
  }
}
