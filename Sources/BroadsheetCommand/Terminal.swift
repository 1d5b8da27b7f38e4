import Diagnostics
import Glibc
import Pipeline

/// Why a command ends before its end: its exit status, with what a person reads.
struct Stop: Error {
  let status: ExitStatus
  let diagnostics: [Diagnostic]

  init(_ status: ExitStatus, _ diagnostics: [Diagnostic] = []) {
    self.status = status
    self.diagnostics = diagnostics
  }

  init(_ failure: RunFailure) { self.init(failure.status, failure.diagnostics) }
}

/// What a command says, and where: results to standard output, all else to standard error.
enum Terminal {
  /// Writes a text and a line end.
  static func write(_ text: String, toErrors: Bool = false) {
    let bytes = Array((text + "\n").utf8)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.write(toErrors ? STDERR_FILENO : STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      // A reader that went away (`| head`) wants no more.
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Writes diagnostics, one after another.
  static func tell(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { write("\(diagnostic)", toErrors: true) }
  }

  /// Ends the process with what went wrong.
  static func end(_ stop: Stop) -> Never {
    tell(stop.diagnostics)
    exit(stop.status)
  }

  /// Ends the process.
  static func exit(_ status: ExitStatus) -> Never {
    Glibc.exit(status.rawValue)
  }

  /// Whether a person watches standard error.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }
}

/// The machine's processors.
enum Processors {
  /// How many there are.
  static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
