import Charts
package import Diagnostics
import Evaluation
package import Expressions
package import Spec

/// Markdown with `{{ expression | format }}`; values are printed as they are, never read as Markdown.
package struct TextBlock: Block {
  package static let kind = "text"
  package static let shortField: String? = "text"
  let text: TextTemplate

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> TextBlock? {
    guard fields.required("text") != nil, let text = fields.template("text") else { return nil }
    return TextBlock(text: text)
  }

  package var expressions: [(expression: Expression, over: String?)] {
    text.expressions.map { ($0, nil) }
  }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    let pieces = try text.render(context.drawing.evaluator, context.drawing.formatter)
    let content = Markdown.content(of: pieces, anchor: id)
    return content.isEmpty ? .empty("No text.") : ComposedBlock(content: content)
  }
}
