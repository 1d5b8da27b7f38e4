package import Diagnostics
package import Evaluation
package import Frame
package import Queries
package import Spec

/// `cohorts:`: one report for each row of a query.
package struct CohortPlan: Hashable, Sendable {
  /// The distinct values of the columns `by`.
  package let query: QueryPlan
  /// The columns, in order.
  package let columns: [String]
  /// The folder's name, made of the columns' values.
  package let name: TextTemplate

  /// Reads the field's mapping.
  package init?(_ fields: FieldReader, problems: Problems) {
    let query = QueryReader(problems).cohorts(fields)
    let template = fields.text("name").map { TextTemplate(parsing: $0, problems: problems) }
    fields.finish()
    guard let query, case .select(let select) = query.body else { return nil }
    self.query = query
    columns = select.items.compactMap { item in
      if case .column(let name, _) = item { name } else { nil }
    }
    if let template {
      guard let template else { return nil }
      name = template
    } else {
      name = TextTemplate(joining: columns)
    }
  }
}

/// One cohort: its values by column, and the name of its folder.
package struct Cohort: Hashable, Sendable {
  /// The columns' names and values, in the order of `by`.
  package let values: [(name: String, value: Value)]
  /// The folder's name.
  package let name: String

  package init(values: [(name: String, value: Value)], name: String) {
    self.values = values
    self.name = name
  }

  package static func == (a: Cohort, b: Cohort) -> Bool { a.name == b.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The values as parameters: `cohort.gender`.
  package var parameters: [String: Value] {
    Dictionary(
      values.map { ("cohort.\($0.name)", $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
