extension Describe {
  /// Describes each of some columns' doubles, NaN being a missing value, on as many processors as
  /// are free.
  package static func all(_ columns: [[Double]]) -> [Describe] {
    sideBySide(columns.count) { Describe(columns[$0]) }
  }
}
