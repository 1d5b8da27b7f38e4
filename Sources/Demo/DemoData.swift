package import Dates

/// Smartwatch data as a lakehouse holds it: users and device readings, in bronze as they arrived,
/// in silver cleaned, in gold smoothed.
///
/// The same numbers give the same rows on every machine. Risk truly depends on age, weight, smoking,
/// family history, cholesterol and blood pressure; some heights, weights and pressures are missing.
package struct DemoData: Hashable, Sendable {
  /// How many users.
  package let users: Int
  /// How many device readings, spread evenly over the days and at random over the users.
  package let readings: Int
  /// How many days, from 2026-01-01.
  package let days: Int
  /// What the random numbers start from.
  package let seed: UInt64

  /// Says how much data to make; negative sizes count as none, and the days are 1 to 3650.
  package init(users: Int, readings: Int, days: Int = 90, seed: UInt64) {
    self.users = max(0, users)
    self.readings = max(0, readings)
    self.days = min(3650, max(1, days))
    self.seed = seed
  }

  /// The last day of data that span the usual 90 days: what the demo report is dated.
  package static let lastDay = CivilDate(days: Int32(start / 86_400 + 89))

  /// Writes the data as an SQLite database, in place of any file of that name.
  ///
  /// The database is made in a file beside and renamed when whole: a run that is broken off leaves
  /// an existing file as it was.
  package func write(to path: String) throws(DemoError) {
    guard users > 0 || readings == 0 else { throw .readingsWithoutUsers }
    let file = FreshFile(path)
    do {
      try fill(DemoDatabase(at: file.draft))
      try file.publish()
    } catch {
      file.discard()
      throw error
    }
  }

  private func fill(_ database: borrowing DemoDatabase) throws(DemoError) {
    var random = RandomStream(seed: seed)
    let people = (0..<users).map { _ in Person(from: &random) }
    try database.run(DemoSchema.settings + DemoSchema.tables)
    try database.run("BEGIN")
    try database.load(people)
    try database.load(ReadingSource(people: people, data: self), count: readings)
    try database.run(DemoSchema.silver)
    try database.smooth(users: users)
    try database.run("COMMIT")
  }
}
