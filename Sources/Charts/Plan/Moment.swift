import Dates
import Frame

/// A day or a moment as written.
struct Moment {
  let value: Value

  /// Reads `2026-01-31` or `2026-01-31 12:00`; nil for anything else.
  init?(_ text: String) {
    if let date = CivilDate(text) {
      value = .date(date)
    } else if let timestamp = Timestamp(text) {
      value = .timestamp(timestamp)
    } else {
      return nil
    }
  }
}
