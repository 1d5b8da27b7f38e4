package import Diagnostics
package import Spec

/// A new page.
package struct PageBreakBlock: Block {
  package static let kind = "page_break"

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> PageBreakBlock? {
    PageBreakBlock()
  }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    ComposedBlock(content: [.pageBreak])
  }
}
