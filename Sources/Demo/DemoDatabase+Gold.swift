import CSQLite

/// One silver reading on its way to gold, its metrics in whole hundredths: sums are then exact.
private struct SilverRow {
  let id: Int
  /// Seconds since the data begin.
  let second: Int
  let steps: Int
  let calories: Int
}

extension DemoDatabase {
  /// Silver to gold: means over the last 16 and 61 readings of each user in the order of time.
  ///
  /// It is `avg(…) OVER (PARTITION BY user_id ORDER BY timestamp, Id ROWS 15 PRECEDING)` and the same
  /// with 60, but SQLite sorts all rows once for each of the two windows, which took nine tenths of
  /// the time.
  func smooth(users: Int) throws(DemoError) {
    let insertion = try insertion(into: "gold_sensors", columns: 7)
    for (index, history) in try histories(users: users).enumerated() {
      try add(history, user: index + 1, to: insertion)
    }
  }

  /// The readings of each user in the order of time.
  private func histories(users: Int) throws(DemoError) -> [[SilverRow]] {
    var histories: [[SilverRow]] = Array(repeating: [], count: users)
    let selection = try statement(
      """
      SELECT user_id, Id, unixepoch(timestamp), CAST(round(num_steps * 100) AS INTEGER),
        CAST(round(calories_burnt * 100) AS INTEGER) FROM silver_sensors ORDER BY Id
      """)
    while try next(selection) {
      let row = SilverRow(
        id: selection.integer(1), second: selection.integer(2) - DemoData.start,
        steps: selection.integer(3), calories: selection.integer(4))
      histories[selection.integer(0) - 1].append(row)
    }
    return histories.map { rows in
      rows.sorted { ($0.second, $0.id) < ($1.second, $1.id) }
    }
  }

  private func add(
    _ history: [SilverRow], user: Int, to insertion: borrowing Statement
  ) throws(DemoError) {
    let steps = RunningMeans(history.map(\.steps))
    let calories = RunningMeans(history.map(\.calories))
    for (index, row) in history.enumerated() {
      insertion.bind(user, at: 1)
      insertion.bind(DemoData.moment(row.second), at: 2)
      insertion.bind(row.id, at: 3)
      insertion.bind(steps.mean(at: index, rows: 16) / 100, at: 4)
      insertion.bind(steps.mean(at: index, rows: 61) / 100, at: 5)
      insertion.bind(calories.mean(at: index, rows: 16) / 100, at: 6)
      insertion.bind(calories.mean(at: index, rows: 61) / 100, at: 7)
      try add(insertion)
    }
  }
}

/// Means of the last rows up to each row.
private struct RunningMeans {
  /// The sum of all values before each place.
  private let sums: [Int]

  init(_ values: [Int]) {
    sums = values.reduce(into: [0]) { sums, value in sums.append(sums[sums.count - 1] + value) }
  }

  /// The mean of so many rows that end at an index; of fewer, where the history begins later.
  func mean(at index: Int, rows: Int) -> Double {
    let first = max(0, index + 1 - rows)
    return Double(sums[index + 1] - sums[first]) / Double(index + 1 - first)
  }
}
