package import Drawing
import Formatting
import Frame
package import Statistics

/// Kaplan–Meier curves as steps with their intervals, a tick where rows were censored, and under the
/// axis how many were at risk at each of its ticks.
package struct SurvivalChart: Hashable, Sendable {
  /// One group's curve.
  package struct Curve: Hashable, Sendable {
    /// The group's name; nil where all rows are one group.
    package let label: String?
    /// Its colour.
    package let paint: Paint
    /// The shares that are left at each time, with their intervals.
    package let estimate: KaplanMeier

    /// Makes the curve of a group.
    package init(label: String?, paint: Paint, estimate: KaplanMeier) {
      self.label = label
      self.paint = paint
      self.estimate = estimate
    }
  }

  /// The curves; the last is drawn on top.
  package let curves: [Curve]
  /// What times are, such as `days`.
  package let timeLabel: String
  /// The times at which the rows at risk are told; empty for those of the axis's ticks.
  package let times: [Double]

  /// Makes a chart of curves over one axis of times.
  package init(curves: [Curve], timeLabel: String, times: [Double] = []) {
    self.curves = curves
    self.timeLabel = timeLabel
    self.times = times
  }

  /// Draws the curves for a width.
  package func draw(width: Points, in context: DrawingContext) -> Scene {
    SurvivalDrawing(self, width: width, context: context).scene
  }
}

extension SurvivalChart {
  /// The last time of all curves, where the axis ends.
  var end: Double {
    let last = curves.compactMap { $0.estimate.points.last?.time }.max() ?? 0
    return last > 0 ? last : 1
  }
}
