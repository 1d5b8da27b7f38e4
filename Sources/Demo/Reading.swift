import Glibc

/// What a device sent: how far its wearer got since its last report.
struct Reading {
  var id: Int
  /// The wearer, from 1.
  var user: Int
  /// Seconds since the data begin.
  var second: Int
  var calories: Double
  var miles: Double
  var steps: Double

  /// The device; 40 kinds are worn.
  var device: Int { (user - 1) % 40 + 1 }
}

/// Draws readings in the order of time, each within its own equal part of the whole span.
struct ReadingSource {
  private let people: [Person]
  private let count: Int
  private let span: Int
  private var random: RandomStream
  private let activityOfHour: [Double]
  private let activityOfDay: [Double]

  init(people: [Person], data: DemoData) {
    self.people = people
    count = data.readings
    span = data.days * 86_400
    random = RandomStream(seed: data.seed ^ 0x7265_6164_696E_6773)
    activityOfHour = (0..<24).map { max(0, sin(Double($0 - 6) / 24 * 2 * .pi)) + 0.15 }
    activityOfDay = (0..<7).map { 1 + 0.1 * sin(Double($0) / 7 * 2 * .pi) }
  }

  /// Draws the reading of a number, from 0.
  mutating func reading(_ number: Int) -> Reading {
    let user = random.index(below: people.count)
    let person = people[user]
    let second = Int((Double(number) + random.uniform()) * Double(span) / Double(count))
    let activity = activityOfHour[second / 3600 % 24] * activityOfDay[second / 86_400 % 7]
    let steps = random.gammaOfShape3(scale: 900) * activity * person.pace
    return Reading(
      id: number + 1, user: user + 1, second: min(second, span - 1),
      calories: (steps * 0.045 * person.weight / 160 * random.normal(1, 0.08)).rounded(decimals: 2),
      miles: (steps / 2100 * random.normal(1, 0.04)).rounded(decimals: 2),
      steps: steps.rounded(decimals: 2))
  }

  /// Draws what went wrong on a reading's way: one in fifty did not arrive clean.
  mutating func mishap() -> Mishap? {
    switch random.index(below: 100) {
    case 0: .sentTwice
    case 1: .corrected
    default: nil
    }
  }

  /// Why bronze holds more rows than silver.
  enum Mishap {
    /// The same row arrives again.
    case sentTwice
    /// A first, too low count arrives, and the true one after all others.
    case corrected
  }
}
