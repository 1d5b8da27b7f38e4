/// Collects what is wrong while a spec is read, so that all errors are told at once.
///
/// A class, because readers of nested fields write into the list of the whole; it never leaves the
/// task that reads the spec.
package final class Problems {
  /// What was found so far, in order of discovery.
  package private(set) var all: [Diagnostic] = []

  /// Makes an empty list.
  package init() {}

  /// Whether an error, and not only a warning, was found.
  package var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// Notes a diagnostic; one that was noted before is not repeated.
  package func add(_ diagnostic: Diagnostic) {
    guard !all.contains(diagnostic) else { return }
    all.append(diagnostic)
  }

  /// Notes an error.
  package func error(_ message: String, at place: SourcePlace?, hints: [String] = []) {
    add(Diagnostic(message, at: place, hints: hints))
  }

  /// Notes a warning.
  package func warning(_ message: String, at place: SourcePlace?, hints: [String] = []) {
    add(Diagnostic(message, at: place, hints: hints, severity: .warning))
  }

  /// What was found, in the order of the file.
  package var sorted: [Diagnostic] {
    all.enumerated().sorted { a, b in
      let (x, y) = (a.element.place, b.element.place)
      return (x?.file ?? "", x?.line ?? 0, x?.column ?? 0, a.offset)
        < (y?.file ?? "", y?.line ?? 0, y?.column ?? 0, b.offset)
    }
    .map(\.element)
  }
}
