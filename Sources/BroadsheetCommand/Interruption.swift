import Dispatch
import Glibc
import Pipeline

/// Ctrl-C and a polite kill: the first breaks the work off in good order, a second ends the process.
final class Interruption {
  private let sources: [any DispatchSourceSignal]

  /// Listens until it is released; `cancel` is called at the first signal.
  init(_ cancel: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM].map { number in
      // The default would end the process before the source hears of the signal.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      nonisolated(unsafe) var isSecond = false  // only the source's own handler, one at a time
      source.setEventHandler {
        if isSecond { _exit(ExitStatus.interrupted.rawValue) }
        isSecond = true
        cancel()
      }
      source.resume()
      return source
    }
  }
}
