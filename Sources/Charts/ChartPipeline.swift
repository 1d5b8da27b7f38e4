package import Diagnostics
package import Drawing

/// From a chart's plan to its drawing.
package enum ChartPipeline {
  /// Draws a chart for a width.
  package static func draw(
    _ plan: ChartPlan, width: Points, in context: DrawingContext, colors: inout CategoryColors
  ) throws(Diagnostic) -> Chart {
    throw Diagnostic("charts cannot be drawn yet")
  }
}
