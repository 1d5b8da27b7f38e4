/// Named columns of equal length: the rows of a query, or what a stage makes of them.
package struct DataFrame: Hashable, Sendable {
  /// The columns' names, in order; unique.
  package let names: [String]
  /// The columns, one a name.
  package let columns: [Column]
  /// How many rows.
  package let rowCount: Int

  /// Makes a frame from columns of equal length under unique names.
  package init(_ columns: [(name: String, column: Column)]) {
    names = columns.map(\.name)
    self.columns = columns.map(\.column)
    rowCount = columns.first?.column.count ?? 0
    precondition(columns.allSatisfy { $0.column.count == rowCount }, "columns differ in length")
    precondition(Set(names).count == names.count, "column names repeat")
  }

  /// The column of a name, nil where there is none.
  package subscript(name: String) -> Column? {
    names.firstIndex(of: name).map { columns[$0] }
  }

  /// The rows at the given indices, in their order.
  package func picking(_ rows: [Int]) -> DataFrame {
    DataFrame(zip(names, columns).map { ($0, $1.picking(rows)) })
  }

  /// The frame with one more column at the end, or with the column of that name replaced.
  package func setting(_ name: String, to column: Column) -> DataFrame {
    var pairs = Array(zip(names, columns)).map { (name: $0, column: $1) }
    if let index = names.firstIndex(of: name) {
      pairs[index].column = column
    } else {
      pairs.append((name, column))
    }
    return DataFrame(pairs)
  }
}
