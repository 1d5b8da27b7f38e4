package import Frame

/// Collects the values of one column, row by row.
///
/// Its methods are inlinable: across modules they would not be specialised otherwise, which took
/// half of the time of a fetch.
package struct ColumnBuilder<Element> {
  @usableFromInline var values: [Element] = []
  // Empty until the first missing value: most columns have none.
  @usableFromInline var presence: [Bool] = []
  @usableFromInline let filler: Element

  /// An empty column; `filler` stands in the place of missing values.
  @inlinable
  package init(filler: Element) { self.filler = filler }

  /// How many rows there are.
  @inlinable
  package var count: Int { values.count }

  /// Adds a value.
  @inlinable
  package mutating func append(_ value: Element) {
    values.append(value)
    if !presence.isEmpty { presence.append(true) }
  }

  /// Adds a missing value.
  @inlinable
  package mutating func appendMissing() {
    if presence.isEmpty { presence = Array(repeating: true, count: values.count) }
    values.append(filler)
    presence.append(false)
  }

  /// Changes every value, missing ones' places too.
  @inlinable
  package func mapping<Other>(
    filler: Other, _ change: (Element) -> Other
  ) -> ColumnBuilder<Other> {
    var other = ColumnBuilder<Other>(filler: filler)
    other.values = values.map(change)
    other.presence = presence
    return other
  }

  /// The column, its values worded by their type: `builder.column(ColumnValues.integer)`.
  @inlinable
  package func column(_ values: ([Element]) -> ColumnValues) -> Column {
    Column(values(self.values), presence: presence.isEmpty ? nil : presence)
  }
}
