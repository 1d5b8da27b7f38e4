import Dates

extension DateFormat {
  /// A moment in this format; a day is its first moment.
  func text(_ moment: Timestamp, in locale: LocaleWords) -> String {
    let calendar = CalendarFields(moment)
    return pieces.reduce(into: "") { text, piece in
      switch piece {
      case .literal(let literal): text += literal
      case .field(let letter, let padding):
        text += words(letter, calendar, locale) ?? number(letter, calendar).text(padding)
      }
    }
  }

  /// Whether the format shows the day of the month, beside which some languages bend the month.
  private var showsDay: Bool {
    pieces.contains { piece in
      if case .field(let letter, _) = piece { "deDFxc".contains(letter) } else { false }
    }
  }

  /// The text of a field that is words, or is made of others; nil where it is one number.
  private func words(_ letter: Character, _ at: CalendarFields, _ locale: LocaleWords) -> String? {
    switch letter {
    case "a": locale.shortDays[at.weekday - 1]
    case "A": locale.days[at.weekday - 1]
    case "b", "h": locale.shortMonths[at.month - 1]
    case "B":
      (showsDay || locale.monthsAlone.isEmpty ? locale.months : locale.monthsAlone)[at.month - 1]
    case "p": locale.halves[at.hour / 12]
    case "c": DateFormat.text("\(locale.date) \(locale.time)", at.moment, locale)
    case "x": DateFormat.text(locale.date, at.moment, locale)
    case "X": DateFormat.text(locale.time, at.moment, locale)
    case "D": DateFormat.text("%m/%d/%y", at.moment, locale)
    case "F": DateFormat.text("%Y-%m-%d", at.moment, locale)
    case "R": DateFormat.text("%H:%M", at.moment, locale)
    case "T": DateFormat.text("%H:%M:%S", at.moment, locale)
    case "z": "+0000"
    case "Z": "UTC"
    case "n": "\n"
    case "t": "\t"
    case "%": "%"
    default: nil
    }
  }

  private func number(_ letter: Character, _ at: CalendarFields) -> Field {
    switch letter {
    case "d": Field(at.day, width: 2)
    case "e": Field(at.day, width: 2, filler: " ")
    case "f": Field(at.microsecond, width: 6)
    case "g": Field(at.week.year % 100, width: 2)
    case "G": Field(at.week.year, width: 4)
    case "H": Field(at.hour, width: 2)
    case "I": Field((at.hour + 11) % 12 + 1, width: 2)
    case "j": Field(at.dayOfYear, width: 3)
    case "k": Field(at.hour, width: 2, filler: " ")
    case "l": Field((at.hour + 11) % 12 + 1, width: 2, filler: " ")
    case "L": Field(at.microsecond / 1000, width: 3)
    case "m": Field(at.month, width: 2)
    case "M": Field(at.minute, width: 2)
    case "q": Field((at.month - 1) / 3 + 1, width: 1)
    case "Q": Field(Int(at.moment.microseconds / 1000), width: 1)
    case "s": Field(Int(at.moment.microseconds / 1_000_000), width: 1)
    case "S": Field(at.second, width: 2)
    case "u": Field(at.weekday, width: 1)
    case "U": Field((at.dayOfYear + 6 - at.weekday % 7) / 7, width: 2)
    case "V": Field(at.week.number, width: 2)
    case "w": Field(at.weekday % 7, width: 1)
    case "W": Field((at.dayOfYear + 7 - at.weekday) / 7, width: 2)
    case "y": Field(at.year % 100, width: 2)
    default: Field(at.year, width: 4)
    }
  }

  /// A moment in a format of the locale table, whose every format a test reads.
  static func text(_ format: String, _ moment: Timestamp, _ locale: LocaleWords) -> String {
    (try? DateFormat(format))?.text(moment, in: locale) ?? moment.description
  }
}

/// One number of a date, with its usual width.
private struct Field {
  let number: Int
  let width: Int
  let filler: String

  init(_ number: Int, width: Int, filler: String = "0") {
    (self.number, self.width, self.filler) = (number, width, filler)
  }

  func text(_ padding: DateFormat.Padding) -> String {
    let fill =
      switch padding {
      case .usual: filler
      case .none: ""
      case .blanks: " "
      case .zeros: "0"
      }
    let digits = String(number)
    return String(repeating: fill, count: max(0, width - digits.count)) + digits
  }
}

/// A moment taken apart by calendar and clock.
private struct CalendarFields {
  let moment: Timestamp
  let year: Int
  let month: Int
  let day: Int
  let weekday: Int
  /// 1 for the first of January.
  let dayOfYear: Int
  let hour: Int
  let minute: Int
  let second: Int
  let microsecond: Int

  init(_ moment: Timestamp) {
    self.moment = moment
    let date = moment.date
    (year, month, day) = date.parts
    weekday = date.weekday
    dayOfYear = date.dayOfYear
    let (seconds, fraction) = moment.microsecondOfDay.quotientAndRemainder(dividingBy: 1_000_000)
    (hour, minute, second) = (Int(seconds) / 3600, Int(seconds) / 60 % 60, Int(seconds) % 60)
    microsecond = Int(fraction)
  }

  var week: (year: Int, number: Int) { moment.date.isoWeek }
}
