import Statistics
import Testing

/// A series of `Data/series.json`, which `series.py` writes.
struct SeriesSet {
  let name: String

  // Read once: many cases take their numbers from it.
  private static let reference = Result { try Reference.read("series") }

  init(_ set: Case) { name = set.name }

  init(_ name: String) { self.name = name }

  func list(_ field: String) throws -> [Double] {
    let lists = try SeriesSet.reference.get().sets
    return try #require(lists["\(name) \(field)"], "\(name) \(field)").map(\.value)
  }

  func values() throws -> [Double] { try list("values") }
}
