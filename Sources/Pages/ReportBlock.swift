import Charts
package import Diagnostics
import Evaluation
package import Expressions
import Frame
package import JSON

/// A block of the report with the fields that every block may have.
package struct ReportBlock: Sendable {
  /// What happens where a block has nothing to print.
  package enum OnEmpty: String, Hashable, Sendable, CaseIterable {
    /// The title, and a note that says why.
    case say
    case skip
    /// The report fails.
    case fail
  }

  /// The author's id, or the kind and the place among that kind, such as `describe-1`.
  package let id: String
  /// Where the block stands in the spec.
  package let place: SourcePlace
  /// The block itself.
  package let block: any Block
  /// Whether to print the block at all: an expression over the whole report.
  package let when: Expression?
  package let onEmpty: OnEmpty
  let title: TextTemplate?
  let caption: TextTemplate?
  let note: TextTemplate?

  /// The key that names the block in a spec.
  package var kind: String { type(of: block).kind }

  /// Every expression of the block and of those inside it, with the query whose rows it is
  /// computed over (nil: over the whole report).
  package var expressions: [(expression: Expression, over: String?)] {
    let templates = [title, caption, note].flatMap { $0?.expressions ?? [] }
    return ([when].compactMap(\.self) + templates).map { ($0, nil) } + block.expressions
      + block.children.flatMap(\.expressions)
  }

  /// Queries named by the block and by those inside it, with the place of the name.
  package var queries: [(name: String, place: SourcePlace)] {
    block.queries + block.children.flatMap(\.queries)
  }

  /// Notes values of a wrong type in the block and in those inside it.
  package func checkTypes(_ types: KnownTypes, _ problems: Problems) {
    block.checkTypes(types, problems)
    for child in block.children { child.checkTypes(types, problems) }
  }

  /// Whether the block, or one inside it, corrects p-values over the whole report.
  var hasReportTests: Bool {
    block.family == .report || block.children.contains(where: \.hasReportTests)
  }
}

/// What a block and those inside it came to.
package struct ComposedReportBlock: Sendable {
  package var content: [Content] = []
  /// Parts of `results.json`, in order.
  package var results: [JSONValue] = []
  /// Things the reader of the log should know.
  package var warnings: [Diagnostic] = []
}

extension ReportBlock {
  /// Prints the block with its title, caption and note; nothing where `when` does not hold.
  ///
  /// - Throws: a diagnostic with the block's place where an expression cannot be computed, or where
  ///   the block is empty and the author asked that this fails the report.
  package func compose(in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedReportBlock
  {
    if context.family.isGathering, !hasReportTests { return ComposedReportBlock() }
    if let when, try context.drawing.evaluator.value(of: when) != .boolean(true) {
      return ComposedReportBlock()
    }
    var composed = try block.compose(id: id, in: &context)
    var whole = ComposedReportBlock(results: composed.nested, warnings: composed.warnings)
    if !composed.results.isEmpty {
      let own: [(key: String, value: JSONValue)] = [("id", .string(id)), ("kind", .string(kind))]
      whole.results.insert(.object(own + composed.results), at: 0)
    }
    if let reason = composed.emptiness {
      guard let said = try contentOfEmpty(reason) else { return whole }
      composed.content = said
    }
    whole.content = frame(try dress(composed.content, in: context))
    return whole
  }

  /// All blocks of a report, p-values of the report's family corrected over all of them.
  package static func compose(report blocks: [ReportBlock], in context: inout CompositionContext)
    throws(Diagnostic) -> ComposedReportBlock
  {
    if blocks.contains(where: \.hasReportTests) {
      var first = context
      first.family = .gathering
      _ = try compose(blocks, in: &first)
      context.family = first.family.complete
    }
    return try compose(blocks, in: &context)
  }

  /// Several blocks one after another.
  package static func compose(_ blocks: [ReportBlock], in context: inout CompositionContext)
    throws(Diagnostic) -> ComposedReportBlock
  {
    var whole = ComposedReportBlock()
    for block in blocks {
      let part = try block.compose(in: &context)
      whole.content += part.content
      whole.results += part.results
      whole.warnings += part.warnings
    }
    return whole
  }

  private func contentOfEmpty(_ reason: String) throws(Diagnostic) -> [Content]? {
    switch onEmpty {
    case .say: return [.note([Inline(reason)])]
    case .skip: return nil
    case .fail:
      throw Diagnostic(
        "\(kind) '\(id)' has nothing to print: \(reason)", at: place,
        hints: ["'on_empty: say' prints that instead"])
    }
  }

  /// The content with the author's title above, caption and note below.
  private func dress(_ content: [Content], in context: CompositionContext) throws(Diagnostic)
    -> [Content]
  {
    var content = content
    if let title = try title?.plain(in: context.drawing) {
      if case .chart(var chart, let id)? = content.first {
        chart.title = title
        content[0] = .chart(chart, id: id)
      } else if case .title(_, let subtitle)? = content.first {
        content[0] = .title(title, subtitle: subtitle)
      } else {
        content.insert(.title(title, subtitle: nil), at: 0)
      }
    }
    if let caption = try caption?.plain(in: context.drawing) {
      content.append(.caption([Inline(caption)]))
    }
    if let note = try note?.plain(in: context.drawing) { content.append(.note([Inline(note)])) }
    return content
  }

  /// The content as one block that links can lead to, where it is not a mere break.
  private func frame(_ content: [Content]) -> [Content] {
    guard !content.isEmpty else { return [] }
    switch content[0] {
    case .heading, .pageBreak: return content
    default: return [.block(id: id, content)]
    }
  }
}
