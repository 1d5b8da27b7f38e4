import CSQLite
import Frame

/// Reads a column of no known type as what its values are: whole numbers, doubles, or texts.
///
/// Numbers and texts in one column become texts.
struct InferringReader: ColumnReading {
  private var known: (any ColumnReading)?
  private var missing = 0

  mutating func read(_ cell: Cell) -> Trouble? {
    let kind = cell.kind
    if known == nil {
      guard kind != SQLITE_NULL else {
        missing += 1
        return nil
      }
      known = start(kind)
    }
    if kind == SQLITE_TEXT, let numbers = known as? NumberReader {
      known = TextReader(numbers.column)
    }
    return known?.read(cell)
  }

  var column: Column {
    known?.column ?? Column(texts: Array(repeating: nil, count: missing))
  }

  private func start(_ kind: Int32) -> any ColumnReading {
    let none = Column(integers: Array(repeating: nil, count: missing))
    switch kind {
    case SQLITE_INTEGER, SQLITE_FLOAT:
      return NumberReader(isInteger: kind == SQLITE_INTEGER, missing: missing)
    default: return TextReader(none)
    }
  }
}

extension NumberReader {
  /// Begins with rows that have no value.
  fileprivate init(isInteger: Bool, missing: Int) {
    self.init(isInteger: isInteger)
    for _ in 0..<missing { appendMissing() }
  }
}

extension TextReader {
  /// Goes on after other values, as texts.
  fileprivate init(_ column: Column) {
    self.init()
    for row in 0..<column.count {
      if column.isPresent(row) { append(column[row].description) } else { appendMissing() }
    }
  }
}
