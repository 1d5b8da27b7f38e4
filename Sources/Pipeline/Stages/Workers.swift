import Dispatch

/// Hands out the numbers of items, each once.
private actor Tickets {
  private var next = 0
  private let count: Int

  init(count: Int) { self.count = count }

  func take() -> Int? {
    guard next < count else { return nil }
    defer { next += 1 }
    return next
  }
}

/// Runs a worker's task on a thread of its own.
///
/// A database driver waits for its server with the thread that it is called on; Swift's own pool has
/// one thread a core, so that as many waiting queries would hold up everything else.
private final class WorkerThread: TaskExecutor {
  private let queue = DispatchQueue(label: "broadsheet worker")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

/// Does a piece of work for each item, several at a time, each worker with its own connections;
/// the outcomes come in the items' order.
///
/// A worker whose task is cancelled takes no further item; items without an outcome are left out.
func inParallel<Item: Sendable, Outcome: Sendable>(
  _ items: [Item], jobs: Int, connections: @escaping @Sendable () -> Connections,
  _ work: @escaping @Sendable (Item, Connections) async -> Outcome
) async -> [Outcome] {
  let tickets = Tickets(count: items.count)
  return await withTaskGroup(of: [(Int, Outcome)].self) { group in
    for _ in 0..<min(max(1, jobs), items.count) {
      group.addTask(executorPreference: WorkerThread()) {
        let connections = connections()
        var done: [(Int, Outcome)] = []
        while !Task.isCancelled, let number = await tickets.take() {
          done.append((number, await work(items[number], connections)))
        }
        return done
      }
    }
    var outcomes: [Outcome?] = Array(repeating: nil, count: items.count)
    for await part in group { for (number, outcome) in part { outcomes[number] = outcome } }
    return outcomes.compactMap(\.self)
  }
}
