/// Makes the pairs of an association matrix.
struct AssociationFinder {
  private typealias Pair = AssociationMatrix.Pair
  private let variables: [AssociationMatrix.Variable]
  private let options: AssociationMatrix.Options
  /// Rows that were left out of all pairs.
  private let left: (missing: Int, infinite: Int)

  init(_ variables: [AssociationMatrix.Variable], _ options: AssociationMatrix.Options)
    throws(StatisticsError)
  {
    let lengths =
      variables.map(\.count) + options.given.map(\.count)
      + (options.weights.map { [$0.count] } ?? [])
    for length in lengths where length != lengths[0] { throw .lengthsDiffer(lengths[0], length) }
    guard options.rows == .listwise else {
      (self.variables, self.options, left) = (variables, options, (0, 0))
      return
    }
    let given = options.given.map(\.distances) + (options.weights.map { [$0] } ?? [])
    let rows = CompleteRows.rows(of: variables.map(\.marks) + given)
    var picked = options
    picked.given = options.given.map { $0.picking(rows.complete) }
    picked.weights = options.weights.map { weights in rows.complete.map { weights[$0] } }
    self.variables = variables.map { $0.picking(rows.complete) }
    (self.options, left) = (picked, (rows.missing, rows.infinite))
  }

  func pairs() throws(StatisticsError) -> [AssociationMatrix.Pair] {
    let plain = try plainPairs()
    var pairs: [AssociationMatrix.Pair] = []
    for first in variables.indices {
      for second in variables.indices.dropFirst(first + 1) {
        if let pair = plain[[first, second]] {
          pairs.append(pair)
        } else {
          pairs.append(try pair(first, second))
        }
      }
    }
    return pairs
  }

  /// The pairs of numbers without more ado, which one pass over all columns makes.
  private func plainPairs() throws(StatisticsError) -> [[Int]: AssociationMatrix.Pair] {
    guard options.given.isEmpty, options.weights == nil else { return [:] }
    let places = variables.indices.filter { variables[$0].numbers != nil }
    let columns = places.compactMap { place in
      variables[place].numbers.map { CorrelationMatrix.Variable("", $0) }
    }
    let matrix = try CorrelationMatrix(
      columns, .init(method: options.numbers, adjustment: .none, level: options.level))
    var pairs: [[Int]: AssociationMatrix.Pair] = [:]
    for pair in matrix.pairs {
      let key = [places[pair.first], places[pair.second]]
      pairs[key] = Pair(
        first: key[0], second: key[1], measure: options.numbers.measure, n: pair.n,
        missing: pair.missing + left.missing, infinite: pair.infinite + left.infinite, r: pair.r,
        p: pair.p, interval: pair.interval, hasSmallCounts: false, reason: pair.reason)
    }
    return pairs
  }

  /// One pair; an invalid weight is no reason of a pair but a wrong parameter.
  private func pair(_ first: Int, _ second: Int) throws(StatisticsError) -> AssociationMatrix.Pair {
    let (x, y) = (variables[first], variables[second])
    let measure = measure(x, y)
    do throws(StatisticsError) {
      let made = try correlation(x, y)
      let chiSquare = (made as? CorrectedCramersV)?.chiSquare
      return Pair(
        first: first, second: second, measure: measure, n: made.n,
        missing: made.missing + left.missing, infinite: made.infinite + left.infinite, r: made.r,
        p: made.p, interval: made.interval, hasSmallCounts: chiSquare?.isApproximationPoor ?? false,
        reason: made.interval == nil ? reason(made) : nil)
    } catch {
      if case .invalidWeight = error { throw error }
      let rows = CompleteRows.rows(of: [x.marks, y.marks] + options.given.map(\.distances))
      return Pair(
        first: first, second: second, measure: measure, n: rows.complete.count,
        missing: rows.missing + left.missing, infinite: rows.infinite + left.infinite, r: nil,
        p: nil, interval: nil, hasSmallCounts: false, reason: error)
    }
  }

  /// Why a coefficient has no interval.
  private func reason(_ made: any Correlation) -> StatisticsError {
    switch made {
    case let partial as PartialCorrelation: .tooFew(needed: partial.given + 4, got: partial.n)
    case is KendallCorrelation: .tooFew(needed: 5, got: made.n)
    case is PointBiserial where made.n > 2: abs(made.r) < 1 ? .outOfRange : .constantGroups
    case is PointBiserial: .tooFew(needed: 3, got: made.n)
    case is CorrelationRatio, is CorrectedCramersV: .outOfRange
    default: .tooFew(needed: 4, got: made.n)
    }
  }

  private func measure(
    _ x: AssociationMatrix.Variable, _ y: AssociationMatrix.Variable
  ) -> AssociationMatrix.Measure {
    switch (x.values, y.values) {
    case (.numbers, .numbers): options.numbers.measure
    case (.numbers, .categories(let categories)), (.categories(let categories), .numbers):
      categories.levels.count > 2 ? .correlationRatio : .pointBiserial
    case (.categories, .categories): .cramersV
    }
  }

  private func correlation(
    _ x: AssociationMatrix.Variable, _ y: AssociationMatrix.Variable
  ) throws(StatisticsError) -> any Correlation {
    switch (x.values, y.values) {
    case (.numbers(let x), .numbers(let y)): return try numbers(x, y)
    case (.numbers(let numbers), .categories(let categories)),
      (.categories(let categories), .numbers(let numbers)):
      return categories.levels.count > 2
        ? try CorrelationRatio(numbers, categories, level: options.level)
        : try PointBiserial(numbers, categories, level: options.level)
    case (.categories(let x), .categories(let y)):
      return try CorrectedCramersV(x, y, level: options.level)
    }
  }

  private func numbers(_ x: Measured, _ y: Measured) throws(StatisticsError) -> any Correlation {
    let (x, y, level) = (x.distances, y.distances, options.level)
    guard options.given.isEmpty else {
      guard options.weights == nil, options.numbers != .kendall else {
        throw .invalidParameter("given columns go with Pearson's or Spearman's r and no weights")
      }
      var partial = PartialCorrelation.Options()
      partial.isRanked = options.numbers == .spearman
      partial.level = level
      return try PartialCorrelation(x, y, given: options.given.map(\.distances), partial)
    }
    switch options.numbers {
    case .pearson: return try PearsonCorrelation(x, y, weights: options.weights, level: level)
    case .spearman: return try SpearmanCorrelation(x, y, weights: options.weights, level: level)
    case .kendall:
      guard options.weights == nil else {
        throw .invalidParameter("weights go with Pearson's or Spearman's coefficient")
      }
      return try KendallCorrelation(x, y, level: level)
    }
  }
}

extension CorrelationMethod {
  fileprivate var measure: AssociationMatrix.Measure {
    switch self {
    case .pearson: .pearson
    case .spearman: .spearman
    case .kendall: .kendall
    }
  }
}

extension ChiSquare {
  /// Cochran's rule: expected counts below 5 in more than a fifth of the cells, or in any of four.
  fileprivate var isApproximationPoor: Bool {
    let cells = expected.joined().count { $0 > 0 }
    return cells == 4 ? smallExpected > 0 : 5 * smallExpected > cells
  }
}

extension AssociationMatrix.Variable {
  fileprivate var count: Int {
    switch values {
    case .numbers(let numbers): numbers.count
    case .categories(let categories): categories.count
    }
  }

  /// The numbers of a column that has some.
  fileprivate var numbers: Measured? {
    if case .numbers(let numbers) = values { numbers } else { nil }
  }

  /// A number for each row, NaN where the row lacks a value.
  fileprivate var marks: [Double] {
    switch values {
    case .numbers(let numbers): numbers.distances
    case .categories(let categories): categories.codes.map { $0 < 0 ? .nan : Double($0) }
    }
  }

  fileprivate func picking(_ rows: [Int]) -> Self {
    let picked: Values =
      switch values {
      case .numbers(let numbers): .numbers(numbers.picking(rows))
      case .categories(let categories): .categories(categories.picking(rows))
      }
    return Self(name: name, values: picked)
  }

  private init(name: String, values: Values) { (self.name, self.values) = (name, values) }
}
