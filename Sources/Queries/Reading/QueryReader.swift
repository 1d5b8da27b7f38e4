package import Diagnostics
import Expressions
import SQL
package import Spec

/// Reads one entry of `queries:`.
package struct QueryReader {
  let problems: Problems

  package init(_ problems: Problems) { self.problems = problems }

  /// Reads a query; nil where it is so wrong that nothing can be said of it.
  package func read(_ entry: SpecNode.Entry) -> QueryPlan? {
    checkName(entry.key, at: entry.keyPlace)
    return read(entry.value, name: entry.key, at: entry.keyPlace)
  }

  /// A query's name is used as `name.column` in expressions; any other name would need quotes there.
  private func checkName(_ name: String, at place: SourcePlace) {
    let parsed = Expression(parsing: SourceText(name, at: place), problems: Problems())
    if case .name(let parts) = parsed?.node, parts == [name] { return }
    problems.error(
      "query name '\(name)' is no plain word", at: place,
      hints: ["use letters, digits and '_', and no word of the expression language"])
  }

  func read(_ node: SpecNode, name: String, at place: SourcePlace) -> QueryPlan? {
    guard case .mapping = node.content else {
      problems.error(
        "query '\(name)' must be a mapping, found \(node.summary)", at: node.place,
        hints: ["write 'from: table' or 'sql: …' in it"])
      return nil
    }
    let fields = FieldReader(node, subject: "query '\(name)'", problems: problems)
    let source = fields.string("source")
    let body = fields.has("sql") ? raw(fields) : .select(select(fields, name: name))
    fields.finish()
    return body.map { QueryPlan(name: name, at: place, source: source, body: $0) }
  }

  private func raw(_ fields: FieldReader) -> QueryPlan.Body? {
    for key in fields.keys where key != "sql" && key != "source" && SelectKey(rawValue: key) != nil
    {
      _ = fields.node(key)
      problems.error(
        "\(fields.subject) has 'sql', so it takes no '\(key)'", at: fields.place(of: key),
        hints: ["write it in the SQL, or read 'from' this query in another"])
    }
    guard let sql = fields.text("sql") else { return nil }
    guard sql.text.contains(where: { !$0.isWhitespace }) else {
      problems.error("'sql' of \(fields.subject) is empty", at: sql.place)
      return nil
    }
    return .raw(sql, parts: RawStatement.parts(of: sql.text))
  }

  private func select(_ fields: FieldReader, name: String) -> SelectPlan {
    var plan = SelectPlan()
    plan.common = common(fields)
    plan.from = fields.node("from").flatMap { table($0, "'from'") }
    plan.joins = (fields.list("join", orSingle: true) ?? []).compactMap(join)
    plan.union = union(fields, name: name)
    plan.items = fields.node("select").map(items) ?? []
    plan.isDistinct = fields.boolean("distinct") ?? false
    plan.filter = expressions(fields, "where")
    plan.groups = expressions(fields, "group_by")
    plan.having = expressions(fields, "having")
    plan.order = (fields.list("order_by", orSingle: true) ?? []).compactMap(order)
    plan.limit = expressions(fields, "limit").first
    plan.offset = expressions(fields, "offset").first
    if plan.from == nil, plan.union == nil, !fields.has("from") {
      problems.error(
        "\(fields.subject) reads nothing", at: fields.place(of: "select"),
        hints: ["add 'from: table'"])
    }
    return plan
  }

  private func common(_ fields: FieldReader) -> [QueryPlan] {
    (fields.entries("with") ?? []).compactMap { entry in
      read(entry.value, name: entry.key, at: entry.keyPlace)
    }
  }

  private func union(_ fields: FieldReader, name: String) -> UnionPlan? {
    let (some, all) = (
      fields.list("union", orSingle: true), fields.list("union_all", orSingle: true)
    )
    if some != nil, all != nil {
      problems.error(
        "\(fields.subject) has both 'union' and 'union_all'", at: fields.place(of: "union_all"),
        hints: ["union drops equal rows, union_all keeps them"])
    }
    guard let nodes = some ?? all else { return nil }
    let members = nodes.enumerated().compactMap { place, node -> UnionPlan.Member? in
      if case .scalar(let scalar) = node.content { return .named(scalar.text.text, node.place) }
      return read(node, name: "\(name), part \(place + 1)", at: node.place).map { .query($0) }
    }
    return UnionPlan(members: members, keepsAll: some == nil)
  }
}

/// The keys of a query besides `sql` and `source`.
private enum SelectKey: String {
  case with, from, join, union, union_all, select, distinct, `where`, group_by, having, order_by
  case limit, offset
}
