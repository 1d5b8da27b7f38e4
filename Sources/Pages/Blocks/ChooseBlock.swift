import Charts
package import Diagnostics
import Evaluation
package import Expressions
package import Spec

/// Alternatives prepared in advance: tabs in HTML, one after another in PDF and mail.
package struct ChooseBlock: Block {
  package static let kind = "choose"
  package static let shortField: String? = "options"

  /// One alternative.
  struct Option: Sendable {
    let label: TextTemplate
    let blocks: [ReportBlock]
  }

  let options: [Option]

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> ChooseBlock? {
    guard fields.required("options") != nil, let nodes = fields.list("options") else { return nil }
    let options = nodes.compactMap { readOption($0, in: reading) }
    guard !nodes.isEmpty else {
      reading.problems.error(
        "choose needs at least one option", at: fields.place(of: "options"),
        hints: ["an option is '{label: …, blocks: […]}'"])
      return nil
    }
    return ChooseBlock(options: options)
  }

  private static func readOption(_ node: SpecNode, in reading: BlockReading) -> Option? {
    let fields = FieldReader(node, subject: "an option", problems: reading.problems)
    let label = fields.required("label").flatMap { _ in fields.template("label") }
    let blocks = fields.required("blocks").map { ReportBlock.read(list: $0, in: reading) }
    fields.finish()
    guard let label, let blocks else { return nil }
    return Option(label: label, blocks: blocks)
  }

  package var expressions: [(expression: Expression, over: String?)] {
    options.flatMap { $0.label.expressions.map { ($0, nil) } }
  }

  package var children: [ReportBlock] { options.flatMap(\.blocks) }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    var alternatives: [(label: String, content: [Content])] = []
    var composed = ComposedBlock(content: [])
    for option in options {
      let label = try option.label.plain(in: context.drawing)
      let part = try ReportBlock.compose(option.blocks, in: &context)
      alternatives.append((label, part.content))
      composed.nested += part.results
      composed.warnings += part.warnings
    }
    composed.content = [.choice(id: id, alternatives)]
    return composed
  }
}
