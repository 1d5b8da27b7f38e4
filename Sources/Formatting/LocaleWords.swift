/// How one language writes numbers and dates.
///
/// Source of the table: Unicode CLDR 48, with one difference: where digits are grouped by blanks
/// the blank is the narrow no-break one. The clock has 24 hours everywhere, since the plain tag
/// `en` is what readers all over the world get unasked.
struct LocaleWords: Hashable, Sendable {
  /// The language tag.
  let tag: String
  /// The mark between whole and fraction.
  let decimal: String
  /// The mark between thousands.
  let group: String
  /// How many digits must stand before the first grouping mark: with 2, 1234 is not grouped.
  let fewestBeforeGroup: Int
  /// What follows a percentage.
  let percent: String
  /// A day, as a date format.
  let date: String
  /// A time of day to the minute, as a date format.
  let time: String
  /// The words for true and false.
  let answers: [String]
  /// The halves of the day.
  let halves: [String]
  /// The months beside a day: `31 stycznia`.
  let months: [String]
  /// The months alone, where the language bends them beside a day; else empty.
  let monthsAlone: [String]
  let shortMonths: [String]
  /// The days of the week from Monday.
  let days: [String]
  let shortDays: [String]

  /// A whole number's digits with grouping marks, within so many characters.
  ///
  /// Digits that do not fit the room, which are zeros that fill it, are left out.
  func grouped(_ digits: String, within room: Int? = nil) -> String {
    guard digits.count >= 3 + fewestBeforeGroup, room ?? 1 > 0 else { return digits }
    let all = Array(digits)
    var groups: [String] = []
    var used = 0
    var end = all.count
    while end > 0 {
      var size = min(3, end)
      if let room, used + size + 1 > room { size = min(size, max(1, room - used)) }
      groups.append(String(all[end - size..<end]))
      end -= size
      used += size + 1
      if let room, used > room { break }
    }
    return groups.reversed().joined(separator: group)
  }
}
