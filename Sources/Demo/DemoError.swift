/// Why the demo data could not be written.
package enum DemoError: Error, Hashable, Sendable {
  /// Readings need at least one user.
  case readingsWithoutUsers
  /// The file cannot be made.
  case cannotWrite(path: String, reason: String)
}
