package import Diagnostics
import Drawing
package import Spec

/// Blocks side by side.
package struct ColumnsBlock: Block {
  package static let kind = "columns"
  package static let shortField: String? = "items"

  /// One column: what stands in it, one under the other.
  struct Item: Sendable {
    let share: Double
    let blocks: [ReportBlock]
  }

  let items: [Item]

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> ColumnsBlock? {
    guard fields.required("items") != nil, let nodes = fields.list("items") else { return nil }
    let widths = fields.list("widths")?.map { readWidth($0, in: reading) } ?? []
    if !widths.isEmpty, widths.count != nodes.count {
      reading.problems.error(
        "'widths' has \(widths.count) numbers for \(nodes.count) columns",
        at: fields.place(of: "widths"))
    }
    guard (1...6).contains(nodes.count) else {
      reading.problems.error(
        "columns stand 1 to 6 side by side, found \(nodes.count)", at: fields.place(of: "items"))
      return nil
    }
    let items = nodes.enumerated().map { index, node in
      Item(
        share: widths.indices.contains(index) ? widths[index] : 1,
        blocks: readItem(node, in: reading))
    }
    return ColumnsBlock(items: items)
  }

  /// A column is a list of blocks, or one block.
  private static func readItem(_ node: SpecNode, in reading: BlockReading) -> [ReportBlock] {
    if case .sequence = node.content { return ReportBlock.read(list: node, in: reading) }
    return reading.nested(at: node.place) {
      [ReportBlock.read(node, in: reading)].compactMap(\.self)
    }
  }

  private static func readWidth(_ node: SpecNode, in reading: BlockReading) -> Double {
    guard let text = node.text("a width", problems: reading.problems) else { return 1 }
    if let width = Double(text.text), width.isFinite, width > 0, width <= 100 { return width }
    reading.problems.error(
      "a width must be a number from 0 to 100, found '\(text.text)'", at: node.place,
      hints: ["widths are shares: [2, 1] makes the first twice as wide"])
    return 1
  }

  package var children: [ReportBlock] { items.flatMap(\.blocks) }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    let whole = context.width
    defer { context.width = whole }
    let widths = ColumnWidths(shares: items.map(\.share), total: whole).widths
    var columns: [(share: Double, content: [Content])] = []
    var composed = ComposedBlock(content: [])
    for (item, width) in zip(items, widths) {
      context.width = width
      let part = try ReportBlock.compose(item.blocks, in: &context)
      columns.append((item.share, part.content))
      composed.nested += part.results
      composed.warnings += part.warnings
    }
    if columns.contains(where: { !$0.content.isEmpty }) { composed.content = [.columns(columns)] }
    return composed
  }
}
