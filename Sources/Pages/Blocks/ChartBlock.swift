import Charts
package import Diagnostics
import Evaluation
package import Expressions
import Frame
package import Spec

/// A chart; Charts reads its fields and draws it.
package struct ChartBlock: Block {
  package static let kind = "chart"
  let plan: ChartPlan

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> ChartBlock? {
    ChartPlan.read(fields).map { ChartBlock(plan: $0) }
  }

  package var expressions: [(expression: Expression, over: String?)] { plan.expressions }
  package var queries: [(name: String, place: SourcePlace)] { plan.queries }

  package func checkTypes(_ types: KnownTypes, _ problems: Problems) {
    plan.checkTypes(types, problems)
  }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    let chart = try ChartPipeline.draw(
      plan, width: context.width, in: context.drawing, colors: &context.colors)
    var composed = ComposedBlock(
      content: [.chart(chart, id: id)], results: chart.results, warnings: chart.warnings)
    composed.emptiness = emptyQuery(in: context).map { "No rows in '\($0)'." }
    return composed
  }

  /// The first query without rows where none of the chart's queries has any.
  private func emptyQuery(in context: CompositionContext) -> String? {
    let frames = context.drawing.evaluator.data.frames
    let isEmpty = plan.queries.allSatisfy { frames[$0.name]?.rowCount == 0 }
    return isEmpty ? plan.queries.first?.name : nil
  }
}
