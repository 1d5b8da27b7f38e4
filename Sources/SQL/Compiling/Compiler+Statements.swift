import Expressions

extension Compiler {
  mutating func visit(_ statement: Statement) -> String? {
    switch statement {
    case .select(let select): visit(select)
    case .union(let union): visit(union)
    case .with(let tables, let inner): visit(tables, inner)
    case .raw(let raw): visit(raw)
    }
  }

  private mutating func visit(_ tables: [CommonTable], _ inner: Statement) -> String? {
    var worded: [String] = []
    for table in tables {
      guard let sql = visit(table.statement) else { return nil }
      worded.append("\(dialect.quoted(table.name)) AS (\(sql))")
    }
    guard let sql = visit(inner) else { return nil }
    return "WITH \(worded.joined(separator: ",\n"))\n\(sql)"
  }

  private mutating func visit(_ raw: RawStatement) -> String {
    raw.parts.reduce(into: "") { sql, part in
      switch part {
      case .sql(let text): sql += text
      case .parameter(let name, _): sql += bind(.parameter(name, raw.types[name] ?? .null))
      }
    }
  }

  private mutating func visit(_ select: Select) -> String? {
    var lines: [String] = []
    guard let items = visit(select.items) else { return nil }
    lines.append("SELECT \(select.isDistinct ? "DISTINCT " : "")\(items)")
    if let source = select.source {
      guard let from = visit(source, select.joins) else { return nil }
      lines.append("FROM \(from)")
    }
    if let filter = select.filter {
      guard let condition = visit(filter) else { return nil }
      lines.append("WHERE \(condition)")
    }
    if !select.groups.isEmpty {
      guard let groups = list(select.groups) else { return nil }
      lines.append("GROUP BY \(groups)")
    }
    if let having = select.having {
      guard let condition = visit(having) else { return nil }
      lines.append("HAVING \(condition)")
    }
    guard let tail = tail(order: select.order, limit: select.limit, offset: select.offset) else {
      return nil
    }
    return (lines + tail).joined(separator: "\n")
  }

  private mutating func visit(_ items: [SelectItem]) -> String? {
    var worded: [String] = []
    for item in items {
      guard let value = visit(item.expression) else { continue }
      worded.append("\(dialect.wording(selecting: value)) AS \(dialect.quoted(item.name))")
    }
    return worded.count == items.count ? worded.joined(separator: ", ") : nil
  }

  private mutating func visit(_ source: TableSource, _ joins: [Join]) -> String? {
    guard var from = visit(source) else { return nil }
    for join in joins {
      if join.kind == .right || join.kind == .full,
        !dialect.capabilities.contains(.outerJoins)
      {
        refuse("do a \(join.kind.rawValue) join", at: join.condition?.place)
        return nil
      }
      guard let table = visit(join.source) else { return nil }
      from += "\n\(join.kind.rawValue.uppercased()) JOIN \(table)"
      guard let condition = join.condition else { continue }
      guard let worded = visit(condition) else { return nil }
      from += " ON \(worded)"
    }
    return from
  }

  private mutating func visit(_ source: TableSource) -> String? {
    switch source {
    case .table(let name, let alias):
      let whole = name.parts.map(dialect.quoted).joined(separator: ".")
      return name.parts == [alias] ? whole : "\(whole) AS \(dialect.quoted(alias))"
    case .common(let name, let alias):
      let whole = dialect.quoted(name)
      return name == alias ? whole : "\(whole) AS \(dialect.quoted(alias))"
    case .query(let statement, let alias):
      return visit(statement).map { "(\($0)) AS \(dialect.quoted(alias))" }
    }
  }

  private mutating func visit(_ union: Union) -> String? {
    var members: [String] = []
    for (place, member) in union.members.enumerated() {
      guard let sql = visit(member) else { return nil }
      // A member with its own order or limit would give it to the whole union.
      members.append(
        member.isBare ? sql : "SELECT * FROM (\(sql)) AS \(dialect.quoted("part_\(place + 1)"))")
    }
    guard let tail = tail(order: union.order, limit: union.limit, offset: union.offset) else {
      return nil
    }
    let whole = members.joined(separator: union.keepsAll ? "\nUNION ALL\n" : "\nUNION\n")
    return ([whole] + tail).joined(separator: "\n")
  }

  private mutating func tail(
    order: [OrderTerm], limit: CheckedExpression?, offset: CheckedExpression?
  ) -> [String]? {
    var lines: [String] = []
    var keys: [String] = []
    for term in order {
      guard let key = visit(term) else { return nil }
      keys.append(key)
    }
    if !keys.isEmpty { lines.append("ORDER BY \(keys.joined(separator: ", "))") }
    if limit != nil || offset != nil {
      let (most, skipped) = (limit.flatMap { visit($0)?.sql }, offset.flatMap { visit($0)?.sql })
      lines.append(dialect.wording(limit: most, offset: skipped))
    }
    return lines
  }

  private mutating func visit(_ term: OrderTerm) -> String? {
    let key: Worded?
    switch term.key {
    case .output(let name): key = Worded(dialect.quoted(name), type: .null)
    case .expression(let expression): key = visit(expression)
    }
    return key.map {
      dialect.wording(
        ordering: $0, isDescending: term.isDescending, nullsFirst: term.nullsFirst)
    }
  }
}

extension Statement {
  /// Whether the statement can stand in a union as it is.
  fileprivate var isBare: Bool {
    if case .select(let select) = self {
      return select.order.isEmpty && select.limit == nil && select.offset == nil
    }
    return false
  }
}
