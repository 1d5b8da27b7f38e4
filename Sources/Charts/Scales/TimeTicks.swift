import Dates
import Formatting
import Frame

/// Ticks of a time axis at the calendar's own borders, in UTC or in a zone's local time.
///
/// Labels say only what changes from tick to tick; what stays for several ticks (the day of hours,
/// the month of days, the year of months) stands once, in a second row.
struct TimeTicks {
  /// Seconds since 1970.
  let domain: ClosedRange<Double>
  let formatter: ValueFormatter
  /// The share of the axis that a second-row label needs for itself.
  let contextShare: Double
  /// Whose days and hours they are; nil is UTC.
  var zone: Zone?
  /// The author's format of dates, which stands alone: without a second row.
  var format: ValueFormat?
  /// The smallest step in seconds that makes sense: a day for dates, which have no hours.
  var smallestStep = 0.0

  private var steps: [Step] { format?.tellsWeeks == true ? Step.ofWeeks : Step.all }

  /// Labellings of at most `limit` ticks, finest first; the caller takes the first that fits.
  func candidates(limit: Int) -> [[Tick]] {
    let span = domain.upperBound - domain.lowerBound
    return
      steps
      .filter { $0.length >= smallestStep && span / $0.length <= Double(limit) + 1 }
      .map(ticks).filter { $0.count >= 2 && $0.count <= limit && tellsApart($0) }
  }

  /// Whether neighbours differ, as days do not in a format of months.
  private func tellsApart(_ ticks: [Tick]) -> Bool {
    format == nil || zip(ticks, ticks.dropFirst()).allSatisfy { $0.label != $1.label }
  }

  /// A place in the author's format.
  private func text(_ place: Double, _ format: ValueFormat) -> String {
    let moment = Timestamp(microseconds: Int64((local(place) * 1e6).rounded()))
    return formatter.text(.timestamp(moment), format: format)
  }

  /// One tick for an axis without room for two: the year, month, day or hour that begins nearest to
  /// the middle, in the largest of these that begins in the domain; else the moment in the middle.
  func single() -> Tick {
    let span = domain.upperBound - domain.lowerBound
    let middle = domain.lowerBound + span / 2
    for step in [Step.years(1), .months(1), .days(1), .seconds(3600), .seconds(60)]
    where step.length <= span && span / step.length < 20_000 {
      let border = borders(step).min { abs($0 - middle) < abs($1 - middle) }
      if let border {
        if let format { return Tick(border, text(border, format)) }
        let context = step == .years(1) ? nil : context(border, step, true)
        return Tick(border, label(border, step), context: context)
      }
    }
    // Bins may reach beyond the calendar.
    let seconds = max(-62_135_596_800, min(253_402_300_799, middle.rounded(.down)))
    if let format { return Tick(seconds, text(seconds, format)) }
    let date = day(seconds)
    let isMidnight = seconds == self.seconds(date)
    return isMidnight
      ? Tick(seconds, word(date, "%-d"), context: word(date, "%b %Y"))
      : Tick(seconds, clock(seconds, withSeconds: true), context: dayContext(date, isFirst: true))
  }

  private func ticks(_ step: Step) -> [Tick] {
    let places = borders(step)
    if let format { return places.map { Tick($0, text($0, format)) } }
    let keys = places.map { contextKey($0, step) }
    var changes = places.indices.filter { $0 == 0 || keys[$0] != keys[$0 - 1] }
    let room = contextShare * (domain.upperBound - domain.lowerBound)
    // A first context squeezed against the next one gives way to it, and so do its ticks, which would
    // be read as of the next.
    if changes.count > 1, places[changes[1]] - places[0] < room { changes.removeFirst() }
    var years: Set<Int> = []
    return places.indices.dropFirst(changes.first ?? 0).map { index in
      let date = day(places[index])
      let isNewYear = changes.contains(index) && years.insert(date.parts.year).inserted
      let context = changes.contains(index) ? context(places[index], step, isNewYear) : nil
      return Tick(places[index], label(places[index], step), context: context)
    }
  }

  /// The calendar's borders inside the domain, in seconds.
  private func borders(_ step: Step) -> [Double] {
    switch step {
    case .microseconds(let count): return fractions(every: count)
    case .seconds(let count): return count <= 3600 ? clocks(every: count) : hours(every: count)
    case .days(let count):
      return days { count == 1 || ($0.parts.day % count == 1 && $0.parts.day < 30) }
    case .weeks(let count): return days { beginsWeek($0, every: count) }
    case .halfMonths: return days { $0.parts.day == 1 || $0.parts.day == 15 }
    case .months(let count): return months(every: count)
    case .years(let count): return months(every: 12 * count)
    }
  }

  /// Multiples of a part of a second.
  private func fractions(every count: Int) -> [Double] {
    // Whole microseconds, because a double holds no multiple of a millisecond near 2026.
    let step = Double(count)
    let (first, last) = (
      (domain.lowerBound * 1e6 / step - 1e-3).rounded(.up),
      (domain.upperBound * 1e6 / step + 1e-3).rounded(.down)
    )
    guard first <= last, last - first < 1000 else { return [] }
    return stride(from: first, through: last, by: 1).map { $0 * step / 1e6 }
      .filter(domain.contains)
  }

  /// Full minutes, hours and their like by local clocks, which a change of the clocks shifts or
  /// shows twice.
  private func clocks(every count: Int) -> [Double] {
    let step = Int64(count)
    func border(from moment: Int64) -> Int64 {
      let rest = (moment + offset(moment)) % step
      return rest == 0 ? moment : moment + (rest < 0 ? -rest : step - rest)
    }
    var places: [Double] = []
    var moment = border(from: Int64(domain.lowerBound.rounded(.up)))
    while Double(moment) <= domain.upperBound {
      places.append(Double(moment))
      moment = border(from: moment + step)
    }
    return places
  }

  /// Every so many hours of each local day; a time that the day does not have is left out.
  private func hours(every count: Int) -> [Double] {
    let (first, last) = (day(domain.lowerBound), day(domain.upperBound))
    guard first <= last else { return [] }
    return (first.days...last.days).flatMap { day -> [Double] in
      stride(from: 0, to: 86_400, by: count).compactMap { second in
        let wanted = Int64(day) * 86_400 + Int64(second)
        let moment = zone?.moment(atLocal: wanted) ?? wanted
        return second == 0 || moment + offset(moment) == wanted ? Double(moment) : nil
      }
    }
    .filter(domain.contains)
  }

  private func days(where isBorder: (CivilDate) -> Bool) -> [Double] {
    let (first, last) = (day(domain.lowerBound), day(domain.upperBound))
    guard first <= last else { return [] }
    return (first.days...last.days).map { CivilDate(days: $0) }.filter(isBorder)
      .map(seconds).filter(domain.contains)
  }

  /// Whether a day begins a week, of several the first and every so many after it of its year.
  private func beginsWeek(_ date: CivilDate, every count: Int) -> Bool {
    let onSunday = format?.weeksBeginOnSunday == true
    guard date.weekday == (onSunday ? 7 : 1) else { return false }
    let (year, number) = CivilDate(days: date.days + (onSunday ? 1 : 0)).isoWeek
    guard count < 52 else { return number == 1 && year % (count / 52) == 0 }
    // The last of a year stands too close to the first of the next.
    return (number - 1) % count == 0 && number + count / 2 <= 53
  }

  private func months(every count: Int) -> [Double] {
    let (first, last) = (day(domain.lowerBound).parts, day(domain.upperBound).parts)
    let low = (first.year * 12 + first.month - 1) / count * count
    return stride(from: low, through: last.year * 12 + last.month - 1, by: count)
      .compactMap { CivilDate(year: $0 / 12, month: $0 % 12 + 1, day: 1) }
      .map(seconds).filter(domain.contains)
  }

  private func label(_ place: Double, _ step: Step) -> String {
    switch step {
    case .microseconds(let count): second(place, every: count)
    case .seconds(let count): clock(place, withSeconds: count < 60)
    case .days, .weeks, .halfMonths: String(day(place).parts.day)
    case .months: word(day(place), "%b")
    case .years: String(day(place).parts.year)
    }
  }

  private func contextKey(_ place: Double, _ step: Step) -> Int {
    let date = day(place)
    return switch step {
    case .microseconds: Int((place / 60).rounded(.down))
    case .seconds: Int(date.days)
    case .days, .weeks, .halfMonths: date.parts.year * 12 + date.parts.month
    case .months: date.parts.year
    case .years: 0
    }
  }

  private func context(_ place: Double, _ step: Step, _ isNewYear: Bool) -> String? {
    let date = day(place)
    return switch step {
    case .microseconds:
      clock(place, withSeconds: false) + (isNewYear ? ", " + dayContext(date, isFirst: true) : "")
    case .seconds: dayContext(date, isFirst: isNewYear)
    case .days, .weeks, .halfMonths:
      isNewYear ? "\(word(date, "%b")) \(date.parts.year)" : word(date, "%b")
    case .months: String(date.parts.year)
    case .years: nil
    }
  }

  private func dayContext(_ date: CivilDate, isFirst: Bool) -> String {
    let day = "\(date.parts.day) \(word(date, "%b"))"
    return isFirst ? "\(day) \(date.parts.year)" : day
  }

  private func clock(_ place: Double, withSeconds: Bool) -> String {
    let second = Int((local(place) - Double(day(place).days) * 86_400).rounded(.down))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = "\(two(second / 3600)):\(two(second / 60 % 60))"
    return withSeconds ? "\(clock):\(two(second % 60))" : clock
  }

  private func word(_ date: CivilDate, _ format: String) -> String {
    formatter.text(.date(date), format: ValueFormat(format))
  }

  /// The second of the minute with its fraction: `5.25 s`.
  private func second(_ place: Double, every count: Int) -> String {
    let micro = Int64((place * 1e6).rounded()) % 60_000_000
    let second = Double(micro < 0 ? micro + 60_000_000 : micro) / 1e6
    let decimals = TickWording.decimals(Double(count) / 1e6)
    return formatter.number(second, decimals: decimals) + "\u{a0}s"
  }

  /// The moment a local day begins.
  private func seconds(_ date: CivilDate) -> Double {
    let wanted = Int64(date.days) * 86_400
    return Double(zone?.moment(atLocal: wanted) ?? wanted)
  }

  private func offset(_ moment: Int64) -> Int64 { zone?.offset(at: moment) ?? 0 }

  /// A moment as local clocks show it, as if they showed UTC.
  private func local(_ seconds: Double) -> Double {
    guard zone != nil, seconds.magnitude < 1e12 else { return seconds }
    return seconds + Double(offset(Int64(seconds.rounded(.down))))
  }

  /// The day of a moment, held inside the calendar of the years 1 to 9999.
  private func day(_ seconds: Double) -> CivilDate {
    CivilDate(days: Int32(max(-719_162, min(2_932_896, (local(seconds) / 86_400).rounded(.down)))))
  }
}
