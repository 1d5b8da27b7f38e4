import Charts
package import Diagnostics
import Evaluation
package import Expressions
package import Spec

/// A heading of level 1 to 3; it feeds the table of contents and the PDF's outline.
package struct HeadingBlock: Block {
  package static let kind = "heading"
  package static let shortField: String? = "text"
  let text: TextTemplate
  let level: Int

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> HeadingBlock? {
    let level = fields.integer("level", in: 1...3) ?? 1
    guard fields.required("text") != nil, let text = fields.template("text") else { return nil }
    return HeadingBlock(text: text, level: level)
  }

  package var expressions: [(expression: Expression, over: String?)] {
    text.expressions.map { ($0, nil) }
  }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    let text = try text.plain(in: context.drawing)
    return ComposedBlock(content: [.heading(level: level, text: text, anchor: id)])
  }
}
