import Frame
import Statistics
import Testing

extension Case {
  /// A cross table of the reference.
  func table() throws -> Crosstab {
    let counts = try #require(Reference.read(file).tables[name])
    return Crosstab(
      rows: counts.indices.map { .integer(Int64($0)) },
      columns: counts[0].indices.map { .integer(Int64($0)) }, counts: counts)
  }
}
