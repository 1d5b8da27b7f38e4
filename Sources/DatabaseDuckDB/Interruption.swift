import CDuckDB
import Dispatch
import Synchronization

/// Ends a running query when its task is cancelled or its time is over.
///
/// DuckDB forgets an interruption that comes before a query has begun, so that who runs the query
/// asks for ``cause`` once it has begun, and between the parts of its result.
final class Interruption: Sendable {
  /// Why a query was ended.
  enum Cause {
    case cancelled, timedOut
  }

  // Unchecked: DuckDB's interruption may come from any thread, which is what it is for; nothing
  // else is done with the connection here, and not after `finish`.
  private struct State: @unchecked Sendable {
    var connection: OpaquePointer?
    var cause: Cause?
  }

  private let state: Mutex<State>
  private let library: DuckDBLibrary

  init(_ connection: OpaquePointer, _ library: DuckDBLibrary) {
    state = Mutex(State(connection: connection))
    self.library = library
  }

  /// Why the query must end; nil while it may run.
  var cause: Cause? { state.withLock { $0.cause } }

  /// Ends the query.
  func stop(_ cause: Cause) {
    state.withLock { state in
      guard let connection = state.connection else { return }
      if state.cause == nil { state.cause = cause }
      library.functions.pointee.interrupt(connection)
    }
  }

  /// Ends the query after a time, unless it has finished.
  func stop(after limit: Duration) {
    let (seconds, attoseconds) = limit.components
    let end = DispatchTime.now() + Double(seconds) + Double(attoseconds) / 1e18
    // A queue of its own has a thread even where every thread of the tasks is busy with a query.
    DispatchQueue(label: "query limit").asyncAfter(deadline: end) { [weak self] in
      self?.stop(.timedOut)
    }
  }

  /// Ends what still runs of a query that nobody waits for any more.
  ///
  /// Without it DuckDB, before it lets go of a result, waits until its threads have done their work.
  func abandon() {
    state.withLock { state in
      if let connection = state.connection { library.functions.pointee.interrupt(connection) }
    }
  }

  /// Says that the query has finished, whichever way.
  func finish() { state.withLock { $0.connection = nil } }
}
