import Diagnostics
import Expressions
import SQL
import Spec

extension QueryReader {
  /// A table: its name in one to three parts, or `{table:, as:}`.
  func table(_ node: SpecNode, _ what: String) -> TableReference? {
    guard case .mapping = node.content else {
      return node.text(what, problems: problems).flatMap { table(named: $0, as: nil) }
    }
    let fields = FieldReader(node, subject: what, problems: problems)
    defer { fields.finish() }
    guard fields.required("table") != nil, let name = fields.text("table") else { return nil }
    return table(named: name, as: fields.string("as"))
  }

  private func table(named name: SourceText, as alias: String?) -> TableReference? {
    guard let parts = tableParts(name) else { return nil }
    return TableReference(TableName(parts), as: alias, at: name.place)
  }

  private func tableParts(_ name: SourceText) -> [String]? {
    var parts = name.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if name.text.contains("\"") {
      guard let parsed = Expression(parsing: name, problems: problems) else { return nil }
      guard case .name(let quoted) = parsed.node else {
        problems.error("expected a table's name", at: name.place)
        return nil
      }
      parts = quoted
    }
    if (1...3).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.first != " " }) {
      let words = parts.last?.split(separator: " ").map { $0.lowercased() } ?? []
      guard words.count == 3, words[1] == "as", !name.text.contains("\"") else { return parts }
      problems.error(
        "'\(name.text)' is no table's name", at: name.place,
        hints: ["write {table: …, as: \(words[2])}"])
      return nil
    }
    problems.error(
      "'\(name.text)' is no table's name", at: name.place,
      hints: ["write one to three parts: table, schema.table or catalog.schema.table"])
    return nil
  }

  /// One entry of `join`.
  func join(_ node: SpecNode) -> JoinPlan? {
    let fields = FieldReader(node, subject: "a join", problems: problems)
    defer { fields.finish() }
    let name = fields.required("table") == nil ? nil : fields.text("table")
    let alias = fields.string("as")
    let kind = fields.choice("kind", of: Join.Kind.self) ?? .inner
    let condition = fields.text("on").flatMap { Expression(parsing: $0, problems: problems) }
    if kind == .cross, fields.has("on") {
      problems.error("a cross join takes no 'on'", at: fields.place(of: "on"))
    } else if kind != .cross, !fields.has("on") {
      problems.error(
        "a join needs 'on'", at: node.place,
        hints: ["say which rows belong together: on: a.id = b.a_id"])
    }
    guard let table = name.flatMap({ table(named: $0, as: alias) }) else { return nil }
    return JoinPlan(kind: kind, table: table, condition: condition)
  }

  /// An expression, or a list of them.
  func expressions(_ fields: FieldReader, _ key: String) -> [Expression] {
    (fields.list(key, orSingle: true) ?? []).compactMap { expression($0, "'\(key)'") }
  }

  func expression(_ node: SpecNode, _ what: String) -> Expression? {
    node.text(what, problems: problems).flatMap { Expression(parsing: $0, problems: problems) }
  }

  /// The entries of `select`: a scalar, a list of names and mappings, or one mapping.
  func items(_ node: SpecNode) -> [SelectPlan.Item] {
    switch node.content {
    case .scalar: [item(node)].compactMap(\.self)
    case .mapping(let entries): entries.compactMap(item)
    case .sequence(let nodes):
      nodes.flatMap { node -> [SelectPlan.Item] in
        if case .mapping(let entries) = node.content { return entries.compactMap(item) }
        return [item(node)].compactMap(\.self)
      }
    }
  }

  private func item(_ entry: SpecNode.Entry) -> SelectPlan.Item? {
    expression(entry.value, "column '\(entry.key)'").map { .column(name: entry.key, $0) }
  }

  private func item(_ node: SpecNode) -> SelectPlan.Item? {
    guard let text = node.text("a column of 'select'", problems: problems) else { return nil }
    if text.text == "*" { return .all(table: nil, node.place) }
    if text.text.hasSuffix(".*") {
      return .all(table: String(text.text.dropLast(2)), node.place)
    }
    guard let parsed = Expression(parsing: text, problems: problems) else { return nil }
    if case .name(let parts) = parsed.node, let name = parts.last {
      return .column(name: name, parsed)
    }
    problems.error(
      "a computed column needs a name", at: node.place, hints: ["write name: \(text.text)"])
    return nil
  }

  /// One key of `order_by`: `name`, `-name`, an expression, or `{by:, order:, nulls:}`.
  func order(_ node: SpecNode) -> OrderPlan? {
    guard case .mapping = node.content else {
      guard let key = expression(node, "'order_by'") else { return nil }
      if case .unary(.minus, let inner) = key.node { return OrderPlan(inner, isDescending: true) }
      return OrderPlan(key)
    }
    let fields = FieldReader(node, subject: "'order_by'", problems: problems)
    let key = fields.required("by").flatMap { expression($0, "'by'") }
    let direction = fields.choice("order", of: Direction.self)
    let nulls = fields.choice("nulls", of: NullPlace.self)
    fields.finish()
    return key.map {
      OrderPlan($0, isDescending: direction == .desc, nullsFirst: nulls == .first)
    }
  }
}

private enum Direction: String, CaseIterable {
  case asc, desc
}

private enum NullPlace: String, CaseIterable {
  case first, last
}
