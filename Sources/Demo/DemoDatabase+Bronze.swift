extension DemoDatabase {
  /// Adds the users to bronze: some with an outdated weight and risk, which a later row corrects.
  func load(_ people: [Person]) throws(DemoError) {
    let insertion = try insertion(into: "bronze_users", columns: 11)
    let isOutdated = { (user: Int) in user % 20 == 0 }
    for (index, person) in people.enumerated() {
      insertion.bind(person, number: index + 1, isOutdated: isOutdated(index + 1))
      try add(insertion)
    }
    for (index, person) in people.enumerated() where isOutdated(index + 1) {
      insertion.bind(person, number: index + 1, isOutdated: false)
      try add(insertion)
    }
  }

  /// Adds the readings to bronze with their mishaps.
  func load(_ source: consuming ReadingSource, count: Int) throws(DemoError) {
    let insertion = try insertion(into: "bronze_sensors", columns: 8)
    var corrections: [Reading] = []
    for number in 0..<count {
      var reading = source.reading(number)
      let mishap = source.mishap()
      if mishap == .corrected {
        corrections.append(reading)
        reading.halve()
      }
      insertion.bind(reading, value: mishap == .corrected ? "partial" : "ok")
      try add(insertion)
      if mishap == .sentTwice { try add(insertion) }
    }
    for reading in corrections {
      insertion.bind(reading, value: "corrected")
      try add(insertion)
    }
  }
}

extension Statement {
  fileprivate func bind(_ person: Person, number: Int, isOutdated: Bool) {
    let weight = (person.weight + (isOutdated ? 12 : 0)).rounded(decimals: 1)
    bind(number, at: 1)
    bind(person.gender, at: 2)
    bind(person.age, at: 3)
    bind(person.hole == .height ? nil : person.height, at: 4)
    bind(person.hole == .weight ? nil : weight, at: 5)
    bind(person.smoker, at: 6)
    bind(person.family, at: 7)
    bind(person.cholesterol, at: 8)
    bind(person.hole == .pressure ? nil : person.pressure, at: 9)
    bind(isOutdated ? min(100, person.risk + 2) : person.risk, at: 10)
    bind(isOutdated ? "2025-12-01 00:00:00" : "2026-01-01 00:00:00", at: 11)
  }

  fileprivate func bind(_ reading: Reading, value: String) {
    bind(reading.id, at: 1)
    bind(reading.device, at: 2)
    bind(reading.user, at: 3)
    bind(reading.calories, at: 4)
    bind(reading.miles, at: 5)
    bind(reading.steps, at: 6)
    bind(DemoData.moment(reading.second), at: 7)
    bind(value, at: 8)
  }
}

extension Reading {
  /// Leaves half of what was counted, as a report does that was cut off.
  fileprivate mutating func halve() {
    calories = (calories / 2).rounded(decimals: 2)
    miles = (miles / 2).rounded(decimals: 2)
    steps = (steps / 2).rounded(decimals: 2)
  }
}
