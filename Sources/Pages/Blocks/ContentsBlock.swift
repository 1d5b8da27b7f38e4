package import Diagnostics
package import Spec

/// The table of contents: every heading with its page.
package struct ContentsBlock: Block {
  package static let kind = "contents"

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> ContentsBlock? {
    ContentsBlock()
  }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    ComposedBlock(content: [.contents(title: "Contents")])
  }
}
