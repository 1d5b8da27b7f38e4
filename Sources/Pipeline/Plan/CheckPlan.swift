package import Diagnostics
package import Expressions
package import Spec

/// One entry of `checks:`: what must hold of the data before a report is made.
package struct CheckPlan: Hashable, Sendable {
  /// What happens where the check does not hold.
  package enum Otherwise: String, Hashable, Sendable, CaseIterable {
    case fail, warn, skip
  }

  package let condition: Expression
  /// The condition as written, for messages.
  package let text: String
  package let place: SourcePlace
  package let otherwise: Otherwise

  /// Reads one entry: `{that: expression, else: fail}`, or the expression alone.
  package init?(_ node: SpecNode, problems: Problems) {
    var source: SourceText?
    var otherwise: Otherwise?
    if case .mapping = node.content {
      let fields = FieldReader(node, subject: "a check", problems: problems)
      if fields.required("that") != nil { source = fields.text("that") }
      otherwise = fields.choice("else", of: Otherwise.self)
      fields.finish()
    } else {
      source = node.text("a check", problems: problems)
    }
    guard let source, let condition = Expression(parsing: source, problems: problems) else {
      return nil
    }
    self.condition = condition
    text = source.text
    place = source.place
    self.otherwise = otherwise ?? .fail
  }
}
