/// A user of the demo: what the tables say of them, and what drives their readings.
struct Person {
  let gender: String
  let age: Int
  /// In inches.
  let height: Double
  /// In pounds.
  let weight: Double
  let smoker: String
  let family: String
  let cholesterol: String
  let pressure: String
  /// From 0 to 100.
  let risk: Double
  /// The one column, if any, that was not filled in.
  let hole: Hole?
  /// How much the person moves; an average person of 40 has 1.
  let pace: Double

  /// Columns that may be missing.
  enum Hole { case height, weight, pressure }

  /// Draws a person; the old and the smokers move less.
  init(from random: inout RandomStream) {
    gender = random.uniform() < 0.5 ? "F" : "M"
    age = 18 + random.index(below: 72)
    let tall = gender == "F" ? random.normal(64, 2.7) : random.normal(69.5, 2.9)
    height = tall.rounded(decimals: 1)
    weight = max(70, height * 2.4 + random.normal(0, 24)).rounded(decimals: 1)
    smoker = random.pick([("N", 0.78), ("Y", 0.22)])
    family = random.pick([("N", 0.65), ("Y", 0.35)])
    cholesterol = random.pick([("Normal", 0.5), ("High", 0.2), ("Above", 0.3)])
    pressure = random.pick([("Normal", 0.55), ("High", 0.35), ("Low", 0.1)])
    hole = Person.hole(at: random.uniform())
    let vigour = max(0.4, random.normal(1, 0.15)) * (smoker == "Y" ? 0.9 : 1)
    pace = max(0.2, 1.25 - Double(age) / 160) * vigour
    let habits = Person.burden(smoker, family, cholesterol, pressure)
    let body = 0.55 * Double(age - 18) + 0.16 * (weight - 120)
    let score = body + habits + random.normal(0, 9)
    risk = min(100, max(0, score)).rounded(decimals: 1)
  }

  /// The part of the risk that is due to smoking, family history, cholesterol and blood pressure.
  private static func burden(
    _ smoker: String, _ family: String, _ cholesterol: String, _ pressure: String
  ) -> Double {
    var points = 0.0
    if smoker == "Y" { points += 14 }
    if family == "Y" { points += 8 }
    if cholesterol == "High" { points += 9 }
    if cholesterol == "Above" { points += 5 }
    if pressure == "High" { points += 11 }
    return points
  }

  private static func hole(at place: Double) -> Hole? {
    if place < 0.02 { return .height }
    if place < 0.05 { return .weight }
    return place < 0.07 ? .pressure : nil
  }
}

extension Double {
  /// The nearest number with one or two decimals.
  func rounded(decimals: Int) -> Double {
    let scale: Double = decimals == 1 ? 10 : 100
    return (self * scale).rounded() / scale
  }
}
