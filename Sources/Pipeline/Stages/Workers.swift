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

/// Does a piece of work for each item, several at a time, each worker with its own connections;
/// the outcomes come in the items' order.
func inParallel<Item: Sendable, Outcome: Sendable>(
  _ items: [Item], jobs: Int, sources: SourceTable, world: Surroundings,
  _ work: @escaping @Sendable (Item, Connections) async -> Outcome
) async -> [Outcome] {
  let tickets = Tickets(count: items.count)
  return await withTaskGroup(of: [(Int, Outcome)].self) { group in
    for _ in 0..<min(max(1, jobs), items.count) {
      group.addTask {
        let connections = Connections(sources, world: world, asSnapshot: true)
        var done: [(Int, Outcome)] = []
        while let number = await tickets.take() {
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
