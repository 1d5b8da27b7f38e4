package import Database
package import Dates
package import Drawing

/// All that a run takes from the outside world.
package struct Surroundings: Sendable {
  /// The value of an environment variable.
  package var environment: @Sendable (String) -> String?
  /// Nanoseconds of a clock that never goes back: for timings in the manifest, never for a page.
  package var clock: @Sendable () -> Int64
  /// The day it is, where neither the user nor `SOURCE_DATE_EPOCH` names the report's date.
  package var today: @Sendable () -> CivilDate
  /// Opens a database by its URL.
  package var connect:
    @Sendable (_ url: String, _ options: ConnectionOptions) async throws(DatabaseError)
      -> any Connection
  /// Measures text in the fonts that print it.
  package var measuring: any TextMeasuring
  /// Paints a scene as PNG bytes at twice its size; nil where it cannot be painted.
  package var png: @Sendable (Scene) -> [UInt8]?
  /// Tells a person at a terminal how far the run is.
  package var progress: @Sendable (String) -> Void

  package init(
    environment: @escaping @Sendable (String) -> String?, clock: @escaping @Sendable () -> Int64,
    today: @escaping @Sendable () -> CivilDate,
    connect:
      @escaping @Sendable (_ url: String, _ options: ConnectionOptions) async throws(DatabaseError)
      -> any Connection,
    measuring: any TextMeasuring, png: @escaping @Sendable (Scene) -> [UInt8]?,
    progress: @escaping @Sendable (String) -> Void
  ) {
    self.environment = environment
    self.clock = clock
    self.today = today
    self.connect = connect
    self.measuring = measuring
    self.png = png
    self.progress = progress
  }
}

extension Surroundings {
  /// What connections are told of the world.
  package var connectionOptions: ConnectionOptions {
    ConnectionOptions(environment: environment, progress: progress)
  }
}
