package import Charts
package import Diagnostics
package import Drawing
package import Expressions
package import JSON
package import Spec

/// What a block is composed with.
package struct CompositionContext: Sendable {
  package var drawing: DrawingContext
  /// The width of the text area.
  package var width: Points
  /// Colours given so far; blocks are composed in the report's order.
  package var colors: CategoryColors
  /// The p-values that are corrected over the whole report.
  package var family = TestFamily()

  package init(drawing: DrawingContext, width: Points, colors: CategoryColors = CategoryColors()) {
    self.drawing = drawing
    self.width = width
    self.colors = colors
  }
}

/// What a block made of the data: contents to print and its part of `results.json`.
package struct ComposedBlock: Sendable {
  package var content: [Content]
  /// Keys of `results.json` beside id and kind; empty for a block that prints no number.
  package var results: [(key: String, value: JSONValue)]
  /// Things the reader of the log should know.
  package var warnings: [Diagnostic]
  /// Why there is nothing to print, as a sentence; nil where there is something.
  package var emptiness: String?
  /// Parts of `results.json` of blocks inside this one, in order.
  package var nested: [JSONValue] = []

  package init(
    content: [Content], results: [(key: String, value: JSONValue)] = [],
    warnings: [Diagnostic] = [], emptiness: String? = nil
  ) {
    self.content = content
    self.results = results
    self.warnings = warnings
    self.emptiness = emptiness
  }

  /// A block that has nothing to print, for a reason.
  package static func empty(_ reason: String, results: [(key: String, value: JSONValue)] = [])
    -> ComposedBlock
  {
    ComposedBlock(content: [], results: results, emptiness: reason)
  }
}

/// One kind of block: reads its own fields, says what it needs, composes itself from data.
///
/// The fields that every block has (id, title, caption, note, when, on_empty) are read by
/// ``ReportBlock``, which wraps the block.
package protocol Block: Sendable {
  /// The key that names the block in a spec.
  static var kind: String { get }

  /// The field that is meant where the block is written short, such as `text: Hello`; nil where
  /// the block is always a mapping.
  static var shortField: String? { get }

  /// Reads the block's own fields; what is wrong goes into the problems, and nil means it cannot
  /// be used. Fields that nobody asked for are told by the caller.
  static func read(_ fields: FieldReader, in reading: BlockReading) -> Self?

  /// Every expression of the block with the query whose rows it is computed over (nil: over the
  /// whole report), so that names and types are checked before anything runs.
  var expressions: [(expression: Expression, over: String?)] { get }

  /// Queries named by the block itself, such as `data: people`, with the place of the name.
  var queries: [(name: String, place: SourcePlace)] { get }

  /// Notes values of a wrong type, as far as types are known before anything runs; names and
  /// calls inside expressions are checked by others.
  func checkTypes(_ types: KnownTypes, _ problems: Problems)

  /// The blocks inside this one, in order.
  var children: [ReportBlock] { get }

  /// Over which tests the block's p-values are corrected; a block of the report's family passes
  /// them to ``TestFamily/correct(_:by:over:)`` of its context.
  var family: FamilyScope { get }

  /// Prints the block; `id` names its anchor and its pictures.
  func compose(id: String, in context: inout CompositionContext) throws(Diagnostic) -> ComposedBlock
}

extension Block {
  package static var shortField: String? { nil }
  package var expressions: [(expression: Expression, over: String?)] { [] }
  package var queries: [(name: String, place: SourcePlace)] { [] }
  package func checkTypes(_ types: KnownTypes, _ problems: Problems) {}
  package var children: [ReportBlock] { [] }
  package var family: FamilyScope { .block }
}
