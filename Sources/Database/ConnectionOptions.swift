/// What a connection is told when it is opened, besides its URL.
package struct ConnectionOptions: Sendable {
  /// The longest that a query may run; nil for as long as it takes.
  ///
  /// A `timeout` in the URL, in seconds, goes before it.
  package var limit: Duration?
  /// The value of an environment variable.
  package var environment: @Sendable (String) -> String?
  /// Tells a person at a terminal why it takes long, such as a warehouse that starts.
  package var progress: @Sendable (String) -> Void

  package init(
    limit: Duration? = nil, environment: @escaping @Sendable (String) -> String? = { _ in nil },
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.limit = limit
    self.environment = environment
    self.progress = progress
  }
}
