package import Dates
package import Frame

/// All that a report's own expressions may read: fetched queries, parameters, the report's moment.
package struct ReportData: Sendable {
  /// The rows of each query, by its name.
  package var frames: [String: DataFrame]
  /// Parameters by full name, such as `min_age`, `cohort.gender`, `title`, `report_date`.
  package var parameters: [String: Value]
  /// The report's moment: what `today()` and `now()` answer.
  package var now: Timestamp

  package init(frames: [String: DataFrame], parameters: [String: Value], now: Timestamp) {
    self.frames = frames
    self.parameters = parameters
    self.now = now
  }
}
