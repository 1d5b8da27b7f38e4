import Dispatch

/// The results of independent pieces of work, in their order, made on as many of the machine's
/// processors as are free.
///
/// How many those are shows in no result: what is summed over pieces is summed afterwards, in order.
/// Work on data is worth a second processor from about a millisecond on.
package func sideBySide<Result>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
  guard count > 1 else { return (0..<count).map(work) }
  return [Result](unsafeUninitializedCapacity: count) { results, filled in
    // Each piece writes its own place, and all have ended before the results are read.
    nonisolated(unsafe) let places = results
    DispatchQueue.concurrentPerform(iterations: count) { piece in
      places.initializeElement(at: piece, to: work(piece))
    }
    filled = count
  }
}
