import Statistics
import Testing

/// A data set of `Data/survival.json`, which `survival.R` and `survival.py` write.
struct SurvivalSet {
  let name: String
  private let sets: [String: [Reference.Cell]]

  // Read once: hundreds of cases take their numbers from it.
  private static let reference = Result { try Reference.read("survival") }

  static func expected(of set: Case) throws -> Expected {
    let found = try #require(reference.get().expected[set.statistic]?[set.name])
    return Expected(values: found.mapValues(\.value))
  }

  init(_ name: String) throws {
    self.name = name
    sets = try SurvivalSet.reference.get().sets
  }

  func list(_ field: String) throws -> [Double] {
    try #require(sets["\(name) \(field)"], "\(name) \(field)").map(\.value)
  }

  func rows() throws -> SurvivalRows {
    let events = try list("event").map { $0.isNaN ? nil : $0 == 1 }
    return try SurvivalRows(
      Measured(list("time")), events: events, weights: sets["\(name) weight"]?.map(\.value))
  }

  /// The life tables of the groups, in the order of their numbers, of the rows with a label.
  func groups(where isKept: (Int) throws -> Bool = { _ in true }) throws -> [SurvivalTimes] {
    let (rows, labels) = (try rows(), try list("group"))
    return try Set(labels).sorted().map { label in
      SurvivalTimes(
        rows.picking(try labels.indices.filter { try labels[$0] == label && isKept($0) }))
    }
  }

  /// The life table of a case such as `lung/2`: a data set and the number of a group.
  static func group(of set: Case) throws -> (times: SurvivalTimes, curve: SurvivalSet) {
    let parts = set.name.split(separator: "/").map(String.init)
    let data = try SurvivalSet(parts[0])
    let (rows, labels) = (try data.rows(), try data.list("group"))
    let mine = labels.indices.filter { labels[$0] == Double(parts[1]) }
    return (SurvivalTimes(rows.picking(mine)), try SurvivalSet(set.name))
  }
}
