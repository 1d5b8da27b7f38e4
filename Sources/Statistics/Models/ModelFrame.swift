package import Frame

#if canImport(Glibc)
  import Glibc
#endif

/// The rows of a model: response and design columns made from a formula and a table.
///
/// Text and boolean columns are labels: each label but the base, the first in order unless
/// `category(x, base = …)` says otherwise, has a column of 0 and 1. Where the terms that a factor
/// adds to are not in the formula (`a:b` without `a`), every label has one; so has every label of the
/// first factor of a formula without intercept.
///
/// - Missing: a row that lacks any value of the formula, its weight or its cluster is left out and
///   counted; so are infinite values, and rows where a logarithm or a root is undefined.
/// - Errors: a power or a product beyond the range of doubles is refused by its name.
/// - Source: J. M. Chambers and T. J. Hastie, *Statistical Models in S* (1992), chapter 2.
package struct ModelFrame: Hashable, Sendable {
  /// Columns beside the formula's that say how rows count.
  package struct Roles: Hashable, Sendable {
    /// How many rows each row stands for, in whole numbers; nil for one.
    package var weights: Column?
    /// Which rows belong together; nil where rows are independent.
    package var clusters: Column?

    /// No weights and no clusters unless given.
    package init(weights: Column? = nil, clusters: Column? = nil) {
      (self.weights, self.clusters) = (weights, clusters)
    }
  }

  /// A column of labels with the label that its others are compared with.
  package struct Factor: Hashable, Sendable {
    /// The column's name.
    package let column: String
    /// The labels in the model's rows, ascending.
    package let levels: [String]
    /// The label that has no column of its own.
    package let base: String
  }

  /// One design column.
  package struct Regressor: Hashable, Sendable {
    /// The name that tables print, such as `smoker[Y]:age`.
    package let name: String
    /// The place of the formula's term that it belongs to.
    package let term: Int
    /// Its values, one a row.
    package let values: DesignColumn
  }

  /// What the frame was made from.
  package let formula: Formula
  /// The rows of the table that take part.
  package let rows: [Int]
  /// The response; places of labels where it has ``responseLevels``.
  package let response: DesignColumn
  /// The response's labels in order, a stated base first; nil where it is of numbers.
  package let responseLevels: [String]?
  /// The design columns beside the intercept, in the order of the formula.
  package let regressors: [Regressor]
  /// The columns of labels that leave a base out, in the order of the formula.
  package let factors: [Factor]
  /// How many rows each row stands for; nil for one.
  package let weights: [Double]?
  /// Each row's cluster as a number from 0; nil without clusters.
  package let clusters: [Int]?
  /// How many rows lack a value.
  package let missing: Int
  /// How many further rows hold an infinite value.
  package let infinite: Int
  /// How many further rows have no logarithm or root.
  package let undefined: Int

  /// How many rows, each as often as its weight says.
  package var count: Int { weights.map { Int($0.reduce(0, +)) } ?? rows.count }

  // More columns than this are no model that a reader can follow, and n·k² steps.
  static let mostColumns = 200

  /// Makes the rows of a formula from a table.
  package init(_ formula: Formula, _ table: DataFrame, _ roles: Roles = Roles())
    throws(StatisticsError)
  {
    let binding = try FormulaBinding(formula, table)
    let chosen = try ChosenRows(binding, roles, count: table.rowCount)
    let bound = binding.picking(chosen.rows)
    let coding = try TermCoding(formula, bound)
    self.formula = formula
    rows = chosen.rows
    (missing, infinite, undefined) = (chosen.missing, chosen.infinite, chosen.undefined)
    (weights, clusters) = (chosen.weights, chosen.clusters)
    (response, responseLevels) = try bound.response()
    regressors = coding.regressors
    factors = coding.factors
    try checkRange()
  }

  /// Throws where a power or a product is no number any more: nothing true can be told of its column.
  private func checkRange() throws(StatisticsError) {
    let columns = [(formula.response.label, response)] + regressors.map { ($0.name, $0.values) }
    for (name, values) in columns where !values.isFinite {
      throw .invalidParameter("'\(name)' goes beyond the range of numbers")
    }
  }

  /// How many different clusters.
  package var clusterCount: Int { (clusters?.max() ?? -1) + 1 }
}

/// The columns of a formula by their factors.
private struct FormulaBinding {
  let formula: Formula
  var variables: [FormulaFactor: ModelVariable] = [:]

  init(_ formula: Formula, _ table: DataFrame) throws(StatisticsError) {
    self.formula = formula
    for factor in [formula.response] + formula.terms.flatMap(\.factors) {
      guard let column = table[factor.column] else {
        throw .invalidParameter("there is no column '\(factor.column)'")
      }
      variables[factor] = try FormulaBinding.bind(factor, column)
    }
  }

  private static func bind(_ factor: FormulaFactor, _ column: Column) throws(StatisticsError)
    -> ModelVariable
  {
    if factor.function == .category { return ModelVariable(labels: column) }
    let variable = ModelVariable(column)
    guard case .labels = variable else { return variable }
    guard factor.function == nil, factor.power == 1 else {
      throw .invalidParameter("'\(factor.label)' needs numbers, '\(factor.column)' holds labels")
    }
    return variable
  }

  /// Whether a factor is one of labels.
  func hasLabels(_ factor: FormulaFactor) -> Bool {
    if case .labels = variables[factor] { true } else { false }
  }

  func picking(_ rows: [Int]) -> FormulaBinding {
    var picked = self
    picked.variables = variables.mapValues { $0.picking(rows) }
    return picked
  }

  /// The response's numbers, or the places of its labels; a base comes first.
  func response() throws(StatisticsError) -> (DesignColumn, [String]?) {
    let factor = formula.response
    switch variables[factor] {
    case .numbers(let numbers): return (factor.column(of: numbers), nil)
    case .labels(let places, let levels):
      try factor.checkBase(levels)
      let first = levels.indices.filter { levels[$0] == factor.base }
      let order = first + levels.indices.filter { levels[$0] != factor.base }
      let numbers = Dictionary(
        uniqueKeysWithValues: order.enumerated().map { ($1, Double($0)) })
      let values = places.map { $0.flatMap { numbers[$0] } ?? 0 }
      return (DesignColumn(values, precision: DesignColumn.exact), order.map { levels[$0] })
    case nil: throw .invalidParameter("there is no column '\(factor.column)'")
    }
  }
}

extension FormulaFactor {
  /// Throws where the base that the formula states is none of the labels.
  fileprivate func checkBase(_ levels: [String]) throws(StatisticsError) {
    guard let base, !levels.contains(base) else { return }
    throw .invalidParameter("'\(column)' has no label '\(base)' to compare with")
  }

  /// The factor's numbers.
  func column(of numbers: Measured) -> DesignColumn {
    let column = DesignColumn(numbers)
    return (function.map { column.mapped($0.value) } ?? column).power(power)
  }
}

extension FormulaFactor.Function {
  /// The function of a number; NaN or an infinity where it has none.
  func value(_ x: Double) -> Double {
    switch self {
    case .log: naturalLogarithm(x)
    case .sqrt: x.squareRoot()
    case .exp: exponential(x)
    case .category: x
    }
  }
}

// Inside the enum its own cases hide the functions of the C library.
private func naturalLogarithm(_ x: Double) -> Double { log(x) }
private func exponential(_ x: Double) -> Double { exp(x) }

/// Which rows of a table a model takes, and why not the others.
private struct ChosenRows {
  private(set) var rows: [Int] = []
  private(set) var missing = 0
  private(set) var infinite = 0
  private(set) var undefined = 0
  private(set) var weights: [Double]?
  private(set) var clusters: [Int]?

  init(_ binding: FormulaBinding, _ roles: ModelFrame.Roles, count: Int) throws(StatisticsError) {
    let given = try ChosenRows.weights(roles, count: count)
    let together = try ChosenRows.clusters(roles, count: count)
    var states = Array(repeating: RowState.complete, count: count)
    for (factor, variable) in binding.variables { RowState.mark(&states, factor, variable) }
    for row in 0..<count {
      if let given, given[row] == 0 { continue }
      if given?[row].isNaN == true || (together.map { $0[row] == nil } ?? false) {
        missing += 1
        continue
      }
      switch states[row] {
      case .complete: rows.append(row)
      case .undefined: undefined += 1
      case .infinite: infinite += 1
      case .missing: missing += 1
      }
    }
    weights = given.map { given in rows.map { given[$0] } }
    guard let together else { return }
    let picked = rows.compactMap { together[$0] }
    let numbers = Dictionary(
      uniqueKeysWithValues: Set(picked).sorted().enumerated().map { ($1, $0) })
    clusters = picked.compactMap { numbers[$0] }
  }

  private static func weights(_ roles: ModelFrame.Roles, count: Int) throws(StatisticsError)
    -> [Double]?
  {
    guard let weights = roles.weights?.doubles else { return nil }
    guard weights.count == count else { throw .lengthsDiffer(count, weights.count) }
    for (row, weight) in weights.enumerated()
    where weight < 0 || weight.isInfinite || (!weight.isNaN && weight != weight.rounded()) {
      throw .invalidWeight(row: row)
    }
    // Beyond this sum doubles skip whole numbers, and rows are no longer counted one by one.
    guard weights.reduce(0, { $1 > 0 ? $0 + $1 : $0 }) <= 0x1p53 else { throw .outOfRange }
    return weights
  }

  private static func clusters(_ roles: ModelFrame.Roles, count: Int) throws(StatisticsError)
    -> [Int?]?
  {
    guard let column = roles.clusters else { return nil }
    guard column.count == count else { throw .lengthsDiffer(count, column.count) }
    guard case .labels(let places, _) = ModelVariable(labels: column) else { return nil }
    return places
  }
}

/// Whether a row can be used; what is missing counts before what is undefined.
private enum RowState: Int {
  case complete, undefined, infinite, missing

  static func mark(
    _ states: inout [RowState], _ factor: FormulaFactor, _ variable: ModelVariable
  ) {
    switch variable {
    case .labels(let places, _):
      for (row, place) in places.enumerated() where place == nil { states[row] = .missing }
    case .numbers(let numbers):
      for row in states.indices {
        let found = state(numbers, row, factor)
        if found.rawValue > states[row].rawValue { states[row] = found }
      }
    }
  }

  private static func state(_ numbers: Measured, _ row: Int, _ factor: FormulaFactor) -> RowState {
    let distance = numbers.distances[row]
    if distance.isNaN { return .missing }
    if distance.isInfinite { return .infinite }
    guard let function = factor.function else { return .complete }
    return function.value(numbers.gauge.value(at: distance)).isFinite ? .complete : .undefined
  }
}

/// The design columns of a formula's terms.
private struct TermCoding {
  private(set) var regressors: [ModelFrame.Regressor] = []
  private(set) var factors: [ModelFrame.Factor] = []
  private let binding: FormulaBinding

  init(_ formula: Formula, _ binding: FormulaBinding) throws(StatisticsError) {
    self.binding = binding
    var present = formula.terms
    if formula.hasIntercept { present.append(FormulaTerm([])) }
    for (place, term) in formula.terms.enumerated() {
      var columns: [(name: String, values: DesignColumn?)] = [("", nil)]
      for factor in term.factors {
        // Labels are told apart from their base only where the base is in the model already.
        let without = FormulaTerm(term.factors.filter { $0 != factor })
        let withBase = !present.contains(without)
        let parts = try parts(of: factor, withBase: withBase)
        // All labels of a factor add up to the intercept, so that the next one adds to them.
        if withBase, without.factors.isEmpty, binding.hasLabels(factor) { present.append(without) }
        guard columns.count * parts.count + regressors.count <= ModelFrame.mostColumns else {
          throw .invalidParameter(
            "'\(term.label)' makes more than \(ModelFrame.mostColumns) columns")
        }
        columns = parts.flatMap { part in columns.map { TermCoding.product($0, part) } }
      }
      regressors += columns.compactMap { name, values in
        values.map { ModelFrame.Regressor(name: name, term: place, values: $0) }
      }
    }
  }

  private static func product(
    _ a: (name: String, values: DesignColumn?), _ b: (name: String, values: DesignColumn)
  ) -> (name: String, values: DesignColumn?) {
    guard let values = a.values else { return (b.name, b.values) }
    return ("\(a.name):\(b.name)", values.times(b.values))
  }

  private mutating func parts(of factor: FormulaFactor, withBase: Bool) throws(StatisticsError)
    -> [(name: String, values: DesignColumn)]
  {
    switch binding.variables[factor] {
    case nil: return []
    case .numbers(let numbers): return [(factor.label, factor.column(of: numbers))]
    case .labels(let places, let levels):
      let base = try base(of: factor, levels)
      if !withBase { note(ModelFrame.Factor(column: factor.column, levels: levels, base: base)) }
      guard levels.count <= ModelFrame.mostColumns else {
        throw .invalidParameter(
          "'\(factor.column)' has \(levels.count) labels; at most \(ModelFrame.mostColumns) take part"
        )
      }
      return levels.indices.filter { withBase || levels[$0] != base }.map { level in
        let isLevel = places.map { $0 == level ? 1.0 : 0 }
        return (
          "\(factor.column)[\(levels[level])]", DesignColumn(isLevel, precision: DesignColumn.exact)
        )
      }
    }
  }

  private mutating func note(_ factor: ModelFrame.Factor) {
    if !factors.contains(factor) { factors.append(factor) }
  }

  private func base(of factor: FormulaFactor, _ levels: [String]) throws(StatisticsError)
    -> String
  {
    try factor.checkBase(levels)
    return factor.base ?? levels.first ?? ""
  }
}
