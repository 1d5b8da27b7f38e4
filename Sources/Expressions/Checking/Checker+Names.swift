import Diagnostics

extension Checker {
  /// Resolves a name: a column, in a report's own expressions also a query or a parameter.
  func name(_ parts: [String], at place: SourcePlace) -> CheckedExpression? {
    switch parts.count {
    case 1: bareName(parts[0], at: place)
    case 2: qualifiedName(parts[0], parts[1], at: place)
    default: parameterByName(parts, at: place) ?? unknownTable(parts, at: place)
    }
  }

  private func bareName(_ name: String, at place: SourcePlace) -> CheckedExpression? {
    let found = scope.tables.compactMap { table in
      table.columns.first { $0.name == name }.map { (table.alias, $0) }
    }
    if found.count > 1 {
      problems.error(
        "column '\(name)' is ambiguous", at: place,
        hints: ["write \(found.map { "\($0.0 ?? "").\(name)" }.joined(separator: " or "))"])
      return nil
    }
    if let (alias, column) = found.first { return self.column(column, of: alias, at: place) }
    return parameterByName([name], at: place) ?? unknownColumn(name, at: place)
  }

  private func qualifiedName(_ table: String, _ name: String, at place: SourcePlace)
    -> CheckedExpression?
  {
    let known = scope.tables.first { $0.alias == table }.map(\.columns)
    guard let columns = known ?? scope.queries.first(where: { $0.name == table })?.columns else {
      return parameterByName([table, name], at: place) ?? unknownTable([table, name], at: place)
    }
    if let column = columns.first(where: { $0.name == name }) {
      return self.column(column, of: table, at: place)
    }
    problems.error(
      "\(known == nil ? "query" : "table") '\(table)' has no column '\(name)'", at: place,
      hints: columnHints(name, columns.map(\.name), at: place))
    return nil
  }

  private func column(_ column: ScopeColumn, of table: String?, at place: SourcePlace)
    -> CheckedExpression
  {
    CheckedExpression(
      .column(ColumnReference(table: table, name: column.name)), type: column.type, at: place)
  }

  /// A parameter named without its colon, as a report's own expressions may.
  private func parameterByName(_ parts: [String], at place: SourcePlace) -> CheckedExpression? {
    let full = parts.joined(separator: ".")
    guard scope.isLocal, let type = scope.parameters[full] else { return nil }
    return CheckedExpression(.parameter(full), type: type, at: place)
  }

  private func unknownColumn(_ name: String, at place: SourcePlace) -> CheckedExpression? {
    let columns = scope.tables.flatMap { $0.columns.map(\.name) }
    if scope.queries.contains(where: { $0.name == name }) {
      problems.error(
        "query '\(name)' has many rows, not one value", at: place,
        hints: ["write count(\(name)), or a column of it: \(name).column"])
    } else if scope.parameters[name] != nil {
      problems.error(
        "there is no column '\(name)'", at: place, hints: ["the parameter is written :\(name)"])
    } else if scope.tables.count == 1, let alias = scope.tables[0].alias {
      problems.error(
        "table '\(alias)' has no column '\(name)'", at: place,
        hints: columnHints(name, columns, at: place))
    } else {
      let others = scope.queries.map(\.name) + (scope.isLocal ? scope.parameters.keys.sorted() : [])
      problems.error(
        "there is no column '\(name)'", at: place,
        hints: columnHints(name, columns + others, at: place))
    }
    return nil
  }

  private func columnHints(_ name: String, _ known: [String], at place: SourcePlace) -> [String] {
    if let near = nearestName(to: name, in: known) { return ["did you mean '\(near)'?"] }
    if place.lineText.dropFirst(place.column - 1).first == "\"" {
      return ["double quotes hold names; text stands in single ones: '\(name)'"]
    }
    let function = FunctionCatalogue.function(named: name.lowercased())
    if let signature = function.flatMap({ FunctionCatalogue.byFunction[$0] }),
      signature.kind == .aggregate
    {
      let example = signature.function == .count ? "count()" : "\(name)(\(known.first ?? "x"))"
      return ["'\(name)' is a function: \(example)"]
    }
    guard !known.isEmpty else { return [] }
    let shown = known.prefix(16).joined(separator: ", ")
    return ["it has: \(shown)" + (known.count > 16 ? ", and \(known.count - 16) more" : "")]
  }

  private func unknownTable(_ parts: [String], at place: SourcePlace) -> CheckedExpression? {
    let full = parts.joined(separator: ".")
    if scope.parameters[full] != nil {
      problems.error(
        "there is no table '\(parts[0])'", at: place, hints: ["the parameter is written :\(full)"])
      return nil
    }
    let known = scope.tables.compactMap(\.alias) + scope.queries.map(\.name)
    let table = parts.dropLast().joined(separator: ".")
    var hints = Diagnostics.hints(forUnknown: table, among: known)
    if parts.count > 2, known.contains(parts[parts.count - 2]) {
      hints = ["write \(parts.suffix(2).joined(separator: "."))"]
    }
    problems.error(
      "there is no \(scope.isLocal ? "query" : "table") '\(table)' here", at: place, hints: hints)
    return nil
  }
}
