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

  package init(
    content: [Content], results: [(key: String, value: JSONValue)] = [],
    warnings: [Diagnostic] = []
  ) {
    self.content = content
    self.results = results
    self.warnings = warnings
  }
}

/// One kind of block: reads its own fields, says what it needs, composes itself from data.
package protocol Block: Sendable {
  /// The key that names the block in a spec.
  static var kind: String { get }

  /// Reads the block; what is wrong goes into the node's problems, and nil means it cannot be used.
  static func read(_ node: SpecNode, problems: Problems) -> Self?

  /// Every expression of the block with the query whose rows it is computed over (nil: over the
  /// whole report), so that names and types are checked before anything runs.
  var expressions: [(expression: Expression, over: String?)] { get }

  /// Queries named by the block itself, such as `data: people`, with the place of the name.
  var queries: [(name: String, place: SourcePlace)] { get }

  /// Prints the block.
  func compose(in context: inout CompositionContext) throws(Diagnostic) -> ComposedBlock
}
