import Diagnostics
import Expressions
import SQL
package import Spec

extension QueryReader {
  /// The query behind `cohorts:`: the distinct values of the columns `by`, in their order.
  ///
  /// Reads `from`, `by`, `where` and `source`; the caller reads the other keys and finishes.
  ///
  /// - Returns: The query, whose columns are named as in `by`, or nil where an error was noted.
  package func cohorts(_ fields: FieldReader) -> QueryPlan? {
    var plan = SelectPlan()
    plan.isDistinct = true
    plan.from = fields.required("from").flatMap { table($0, "'from'") }
    plan.filter = expressions(fields, "where")
    let source = fields.string("source")
    guard fields.required("by") != nil else { return nil }
    plan.items = fields.node("by").map(items) ?? []
    plan.order = plan.items.compactMap { item in
      guard case .column(let name, let expression) = item else { return nil }
      return OrderPlan(Expression(.name([name]), at: expression.place))
    }
    guard plan.from != nil, !plan.items.isEmpty, plan.order.count == plan.items.count else {
      if plan.from != nil, plan.order.count != plan.items.count {
        problems.error("'by' names the columns one by one", at: fields.place(of: "by"))
      }
      return nil
    }
    return QueryPlan(name: "cohorts", at: fields.node.place, source: source, body: .select(plan))
  }
}
