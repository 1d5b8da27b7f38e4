import Frame

/// Collects the values of one column, row by row.
///
/// It lies in the module that reads rows: across modules its methods would not be specialised,
/// which took half of the time of a fetch.
struct ColumnBuilder<Element> {
  private var values: [Element] = []
  // Empty until the first missing value: most columns have none.
  private var presence: [Bool] = []
  private let filler: Element

  /// An empty column; `filler` stands in the place of missing values.
  init(filler: Element) { self.filler = filler }

  /// How many rows there are.
  var count: Int { values.count }

  /// Adds a value.
  mutating func append(_ value: Element) {
    values.append(value)
    if !presence.isEmpty { presence.append(true) }
  }

  /// Adds a missing value.
  mutating func appendMissing() {
    if presence.isEmpty { presence = Array(repeating: true, count: values.count) }
    values.append(filler)
    presence.append(false)
  }

  /// Changes every value, missing ones' places too.
  func mapping<Other>(
    filler: Other, _ change: (Element) -> Other
  ) -> ColumnBuilder<Other> {
    var other = ColumnBuilder<Other>(filler: filler)
    other.values = values.map(change)
    other.presence = presence
    return other
  }

  /// The column, its values worded by their type: `builder.column(ColumnValues.integer)`.
  func column(_ values: ([Element]) -> ColumnValues) -> Column {
    Column(values(self.values), presence: presence.isEmpty ? nil : presence)
  }
}
