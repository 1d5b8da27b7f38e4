extension Value {
  /// Orders two values ascending with nulls last and NaN before them: numbers by size, texts by
  /// Unicode scalars, booleans false first; texts after all else.
  package static func isOrdered(_ a: Value, before b: Value) -> Bool {
    switch (a, b) {
    case (.null, _): false
    case (_, .null): true
    case (.integer(let x), .integer(let y)): x < y
    case (.text(let x), .text(let y)): x.unicodeScalars.lexicographicallyPrecedes(y.unicodeScalars)
    case (.text, _): false
    case (_, .text): true
    case (.decimal(let x, let scale), .decimal(let y, let other)) where scale == other: x < y
    case (.double(let x), _) where x.isNaN: false
    case (_, .double(let y)) where y.isNaN: true
    default: (a.number ?? 0) < (b.number ?? 0)
    }
  }
}

extension Column {
  /// The row numbers in the order of the values: nulls last either way, equal values in row order.
  package func sortedRows(descending: Bool = false) -> [Int] {
    DataFrame.sortedRows(count: count, by: [(self, descending)])
  }

  /// The distinct present values in order of first appearance.
  package var distinctValues: [Value] { ColumnCodes.values(of: self).filter { !$0.isNull } }
}

extension DataFrame {
  /// The row numbers in the order of several columns: nulls last, ties in row order.
  package static func sortedRows(
    count: Int, by keys: [(column: Column, descending: Bool)]
  ) -> [Int] {
    let values = keys.map { key in (0..<count).map { key.column[$0] } }
    return (0..<count).sorted { a, b in
      for (index, key) in keys.enumerated() {
        let (x, y) = (values[index][a], values[index][b])
        if x == y { continue }
        if x.isNull || y.isNull { return y.isNull }
        if Value.isOrdered(x, before: y) { return !key.descending }
        if Value.isOrdered(y, before: x) { return key.descending }
      }
      return a < b
    }
  }

  /// The rows by distinct values of some columns, groups in order of first appearance.
  ///
  /// A null is a key of its own.
  package static func groups(count: Int, by keys: [Column]) -> [(key: [Value], rows: [Int])] {
    var order: [[Value]: Int] = [:]
    var groups: [(key: [Value], rows: [Int])] = []
    for row in 0..<count {
      let key = keys.map { $0[row] }
      if let index = order[key] {
        groups[index].rows.append(row)
      } else {
        order[key] = groups.count
        groups.append((key, [row]))
      }
    }
    return groups
  }
}
