package import Diagnostics
package import Expressions
package import Spec

/// Summary statistics of columns: n, missing, mean, spread, quartiles, shape.
package struct DescribeBlock: Block {
  package static let kind = "describe"
  let data: QueryName
  /// Nil for every column of the query.
  let columns: [ColumnChoice]?
  let by: ColumnChoice?

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> DescribeBlock? {
    let data = fields.query("data")
    let columns = fields.columns("columns")
    let by = fields.has("by") ? fields.columns("by")?.first : nil
    return data.map { DescribeBlock(data: $0, columns: columns, by: by) }
  }

  package var expressions: [(expression: Expression, over: String?)] {
    ((columns ?? []) + [by].compactMap(\.self)).map { ($0.expression, data.name) }
  }

  package var queries: [(name: String, place: SourcePlace)] { [(data.name, data.place)] }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    ComposedBlock(content: [])
  }
}
