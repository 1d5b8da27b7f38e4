package import Frame

/// Collects the values of one column, row by row.
///
/// Its methods are public and inlinable, since only such are specialised in the modules that read
/// rows; else they took half of the time of a fetch.
public struct ColumnBuilder<Element> {
  @usableFromInline var values: [Element] = []
  // Empty until the first missing value: most columns have none.
  @usableFromInline var presence: [Bool] = []
  @usableFromInline let filler: Element

  /// An empty column; `filler` stands in the place of missing values.
  @inlinable
  public init(filler: Element) { self.filler = filler }

  /// How many rows there are.
  @inlinable
  public var count: Int { values.count }

  /// Adds a value.
  @inlinable
  public mutating func append(_ value: Element) {
    values.append(value)
    if !presence.isEmpty { presence.append(true) }
  }

  /// Adds values that lie one after another, of which none is missing.
  @inlinable
  public mutating func append(contentsOf more: UnsafeBufferPointer<Element>) {
    values.append(contentsOf: more)
    if !presence.isEmpty { presence.append(contentsOf: repeatElement(true, count: more.count)) }
  }

  /// Adds a missing value.
  @inlinable
  public mutating func appendMissing() {
    if presence.isEmpty { presence = Array(repeating: true, count: values.count) }
    values.append(filler)
    presence.append(false)
  }

  /// Adds values with their presence; nil where all are present.
  @inlinable
  package mutating func append(contentsOf more: [Element], presence isPresent: [Bool]?) {
    if isPresent != nil, presence.isEmpty { presence = Array(repeating: true, count: values.count) }
    values.append(contentsOf: more)
    if let isPresent {
      presence.append(contentsOf: isPresent)
    } else if !presence.isEmpty {
      presence.append(contentsOf: repeatElement(true, count: more.count))
    }
  }

  /// Changes every value, missing ones' places too.
  @inlinable
  public func mapping<Other>(
    filler: Other, _ change: (Element) -> Other
  ) -> ColumnBuilder<Other> {
    var other = ColumnBuilder<Other>(filler: filler)
    other.values = values.map(change)
    other.presence = presence
    return other
  }

  /// The column, its values worded by their type: `builder.column(ColumnValues.integer)`.
  package func column(_ values: ([Element]) -> ColumnValues) -> Column {
    Column(values(self.values), presence: presence.isEmpty ? nil : presence)
  }
}
