import Foundation
import Frame
import Testing

/// Tables and the models that mpmath, statsmodels and R fit to them: `Data/models.json`, written by
/// `Data/models.py`.
struct ModelReference {
  private let json: [String: Any]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Data/models.json").standardized
    json = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
  }

  /// The expected models of a kind.
  static func all(_ kind: String) -> [Expectation] {
    guard let reference = try? ModelReference() else { return [] }
    let models = reference.json[kind] as? [[String: Any]] ?? []
    return models.indices.map { Expectation(kind: kind, place: $0, about: models[$0]) }
  }

  func model(_ expectation: Expectation) throws -> ExpectedModel {
    let models = try #require(json[expectation.kind] as? [[String: Any]])
    return ExpectedModel(values: models[expectation.place])
  }

  /// A table of the reference.
  func table(_ name: String) throws -> DataFrame {
    let columns = try #require((json["tables"] as? [String: [String: [Any]]])?[name])
    return DataFrame(
      columns.sorted { $0.key < $1.key }.map { name, values in
        if values.contains(where: { $0 is String }) {
          return (name, Column(texts: values.map { $0 as? String }))
        }
        if name == "s" { return (name, Column(booleans: values.map { $0 as? Bool })) }
        return (name, Column(doubles: values.map { $0 as? Double }))
      })
  }
}

/// One expected model's place in the reference, so that each is a test of its own.
struct Expectation: CustomTestStringConvertible, Sendable {
  let kind: String
  let place: Int
  let testDescription: String

  init(kind: String, place: Int, about: [String: Any]) {
    (self.kind, self.place) = (kind, place)
    let words = ["table", "formula", "weights"].compactMap { about[$0] as? String }
    testDescription = words.joined(separator: ", ")
  }
}

/// The reference's figures of one model.
struct ExpectedModel {
  let values: [String: Any]

  func text(_ key: String) -> String { values[key] as? String ?? "" }

  func number(_ key: String) -> Double { values[key] as? Double ?? .nan }

  func numbers(_ key: String) -> [Double] { values[key] as? [Double] ?? [] }

  /// A part of the figures, such as those of one kind of errors; nil where it is not there.
  func part(_ key: String) -> ExpectedModel? {
    (values[key] as? [String: Any]).map(ExpectedModel.init)
  }

  /// Numbers in the order of other names.
  func numbers(_ key: String, of part: ExpectedModel? = nil, in order: [String]) -> [Double] {
    let names = values["names"] as? [String] ?? []
    let found = Dictionary(
      zip(names, (part ?? self).numbers(key)), uniquingKeysWith: { first, _ in first })
    return order.map { found[$0] ?? .nan }
  }
}
