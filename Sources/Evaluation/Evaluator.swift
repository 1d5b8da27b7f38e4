package import Diagnostics
package import Expressions
package import Frame

/// Computes a report's own expressions on fetched rows, with the meaning they have in a query.
package struct Evaluator: Sendable {
  /// What expressions may read.
  package let data: ReportData

  /// Makes an evaluator over a report's data.
  package init(_ data: ReportData) { self.data = data }

  /// The one value of an expression over the whole report, such as `mean(people.risk)`.
  ///
  /// A query's column outside an aggregate needs a query of one row; no row gives null.
  package func value(of expression: Expression) throws(Diagnostic) -> Value {
    let checked = try check(expression, over: nil)
    let computation = Computation(data: data, frame: nil, groups: nil, series: nil)
    return try computation.values(of: checked)[0]
  }

  /// An expression's value for each row of a frame.
  ///
  /// An aggregate is the same on every row. A window without `over` sees the rows in their order,
  /// each of the `series` (row numbers) by itself.
  package func column(of expression: Expression, over frame: DataFrame, series: [[Int]]? = nil)
    throws(Diagnostic) -> Column
  {
    let checked = try check(expression, over: frame)
    return try Computation(data: data, frame: frame, groups: nil, series: series).column(
      of: checked)
  }

  /// One value a group of rows for an expression that holds aggregates, such as `mean(risk)`.
  ///
  /// Outside an aggregate a column has its value on the group's first row.
  package func column(of expression: Expression, over frame: DataFrame, groups: [[Int]])
    throws(Diagnostic) -> Column
  {
    let checked = try check(expression, over: frame)
    return try Computation(data: data, frame: frame, groups: groups, series: nil)
      .column(of: checked)
  }

  /// What an expression may name: a frame's columns, the report's queries and parameters.
  private func check(_ expression: Expression, over frame: DataFrame?) throws(Diagnostic)
    -> CheckedExpression
  {
    let problems = Problems()
    if let checked = expression.check(in: data.scope(over: frame), problems: problems) {
      return checked
    }
    throw problems.all.first
      ?? Diagnostic("the expression cannot be computed", at: expression.place)
  }
}

extension ReportData {
  /// What an expression over a frame's rows, or over the whole report, may name.
  package func scope(over frame: DataFrame?) -> Scope {
    Scope(
      tables: frame.map { [(alias: nil, columns: $0.scopeColumns)] } ?? [],
      queries: frames.keys.sorted().map { ($0, frames[$0]?.scopeColumns ?? []) },
      parameters: parameters.mapValues { $0.type?.valueType ?? .null }, isLocal: true)
  }
}

extension DataFrame {
  /// The columns as an expression's scope sees them.
  var scopeColumns: [ScopeColumn] {
    zip(names, columns).map { ScopeColumn(name: $0, type: $1.type.valueType) }
  }
}

extension ColumnType {
  /// The type in the words of the expression language.
  package var valueType: ValueType {
    switch self {
    case .boolean: .boolean
    case .integer: .integer
    case .decimal: .decimal
    case .double: .double
    case .text: .text
    case .date: .date
    case .timestamp: .timestamp
    }
  }
}

extension ValueType {
  /// The type of a column that holds such values; text where nothing better is known.
  var columnType: ColumnType {
    switch self {
    case .boolean: .boolean
    case .integer: .integer
    case .decimal: .decimal
    case .double, .null, .interval: .double
    case .text, .unsupported: .text
    case .date: .date
    case .timestamp: .timestamp
    }
  }
}
