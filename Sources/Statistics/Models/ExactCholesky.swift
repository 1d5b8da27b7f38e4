/// The Cholesky factor of a matrix of products in double-double, which passes over a column that the
/// columns before it make up.
///
/// - Source: G. H. Golub and C. F. Van Loan, *Matrix Computations* (2013), section 4.2.
struct ExactCholesky: Hashable, Sendable {
  /// A column that others make up.
  struct Dependence: Hashable, Sendable {
    /// Its place.
    let column: Int
    /// The columns that make it up with their factors.
    let parts: [(column: Int, factor: Double)]

    static func == (a: Dependence, b: Dependence) -> Bool { a.column == b.column }
    func hash(into hasher: inout Hasher) { hasher.combine(column) }
  }

  /// The places of the columns that stand on their own, ascending.
  let kept: [Int]
  /// The columns that others make up, ascending.
  let dependent: [Dependence]
  /// Whether every entry was a number; one that is none makes no column dependent in truth.
  let isFinite: Bool
  /// The rows of the factor, by the order of ``kept``; row i has i + 1 entries.
  let rows: [[DoubleDouble]]

  /// Factors the matrix with entries `entry(i, j)`; what is left of a column's square once the others
  /// are taken away counts as nothing below `noise`, given the factors of the others in it.
  init(
    count: Int, entry: (Int, Int) -> DoubleDouble,
    noise: (_ column: Int, _ parts: [(column: Int, factor: Double)]) -> Double
  ) {
    var (kept, dependent, rows): ([Int], [Dependence], [[DoubleDouble]]) = ([], [], [])
    var isFinite = true
    for column in 0..<count {
      var row: [DoubleDouble] = []
      var rest = entry(column, column)
      let whole = rest.value
      for (place, other) in kept.enumerated() {
        let known = zip(row, rows[place]).map { $0 * $1 }.reduce(DoubleDouble(0), +)
        row.append((entry(column, other) - known) / rows[place][place])
        rest = rest - row[place] * row[place]
      }
      isFinite = isFinite && rest.value.isFinite
      // Only a column that nearly vanishes is worth finding out what it is made of.
      if !(rest.value > whole * 1e-10) {
        let factors = ExactCholesky.backward(rows, row)
        let parts = zip(kept, factors).map { (column: $0, factor: $1.value) }
        guard rest.value > whole * 1e-28, rest.value > noise(column, parts) else {
          dependent.append(Dependence(column: column, parts: parts))
          continue
        }
      }
      kept.append(column)
      rows.append(row + [rest.squareRoot()])
    }
    (self.kept, self.dependent, self.rows) = (kept, dependent, rows)
    self.isFinite = isFinite
  }

  /// The y with L y = b.
  func forward(_ b: [DoubleDouble]) -> [DoubleDouble] {
    var y: [DoubleDouble] = []
    for (place, row) in rows.enumerated() {
      let known = zip(y, row).map { $0 * $1 }.reduce(DoubleDouble(0), +)
      y.append((b[place] - known) / row[place])
    }
    return y
  }

  /// The x with Lᵀ x = y.
  func backward(_ y: [DoubleDouble]) -> [DoubleDouble] { ExactCholesky.backward(rows, y) }

  private static func backward(_ rows: [[DoubleDouble]], _ y: [DoubleDouble]) -> [DoubleDouble] {
    var x = y
    for place in rows.indices.reversed() {
      x[place] = x[place] / rows[place][place]
      for earlier in 0..<place { x[earlier] = x[earlier] - rows[place][earlier] * x[place] }
    }
    return x
  }

  /// The inverse of the factor, row by row; row i has i + 1 entries.
  var inverse: [[DoubleDouble]] {
    var inverse: [[DoubleDouble]] = []
    for (place, row) in rows.enumerated() {
      let own = DoubleDouble(1) / row[place]
      var entries: [DoubleDouble] = []
      for column in 0..<place {
        var sum = DoubleDouble(0)
        for middle in column..<place { sum = sum + row[middle] * inverse[middle][column] }
        entries.append(-(sum * own))
      }
      inverse.append(entries + [own])
    }
    return inverse
  }
}
